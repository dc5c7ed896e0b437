package dev.epochal.core.data;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of what {@link DataFuzzTest} does a sample, the whole. */
@Tag("soak")
final class DataSoakIT {
  @TempDir Path folder;

  @Test
  void manyMutationsAreReadOrRefused() throws IOException {
    DataFuzzTest.mutate(200_000, folder);
  }
}
