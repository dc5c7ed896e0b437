package dev.epochal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of {@code experiments/} that is made from the code: {@code -Dwrite} writes it anew. */
public final class CommittedFile {
  public static final Path EXPERIMENTS = Path.of("../../experiments");

  private CommittedFile() {}

  /** Compares the committed text with what the code says, or replaces it. */
  public static void assertIs(String name, String made) throws IOException {
    Path file = EXPERIMENTS.resolve(name);
    if (System.getProperty("write") != null) {
      Files.writeString(file, made);
    }
    assertThat(file)
        .as(
            "%s is made from the code; mvn -Dquick -pl framework/core test -Dtest=SchemaTest,"
                + "ReferenceTest -Dwrite writes it anew",
            name)
        .hasContent(made);
  }
}
