package dev.epochal.core.spec.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.CommittedFile;
import dev.epochal.core.planning.SpecSchema;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The schema that is shipped is the one that the types make. */
final class SchemaTest {
  @Test
  void isMadeFromTheTypes() throws IOException {
    CommittedFile.assertIs("spec.schema.json", SchemaMaker.schema());
  }

  @Test
  void isPartOfTheProgram() {
    assertThat(SpecSchema.json()).startsWith("{").contains("An experiment of Epochal");
  }
}
