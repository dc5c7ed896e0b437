package dev.epochal.registry.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.problem.EpochalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetStoreTest {
  private static final String SHA256 = "0123456789abcdef".repeat(4);

  @TempDir Path runs;

  @Test
  void imagesAreWrittenOncePerFingerprint() {
    AtomicInteger written = new AtomicInteger();
    DatasetStore store = new DatasetStore(runs);
    for (int i = 0; i < 3; i++) {
      store.keep(
          SHA256,
          file -> {
            Files.writeString(file, "images");
            written.incrementAndGet();
          });
    }
    assertThat(written).hasValue(1);
    assertThat(runs.resolve("datasets").resolve(SHA256).resolve("images.npy")).hasContent("images");
  }

  @Test
  void writersAtOnceLeaveOneWholeFile() throws Exception {
    DatasetStore store = new DatasetStore(runs);
    IntStream.range(0, 8)
        .parallel()
        .forEach(i -> store.keep(SHA256, file -> Files.write(file, new byte[100_000])));
    assertThat(store.images(SHA256)).hasSize(100_000);
    assertThat(store.images(SHA256).getParent()).isDirectoryNotContaining("glob:.tmp-*");
  }

  @Test
  void aWriterThatFailsLeavesNothing() {
    DatasetStore store = new DatasetStore(runs);
    assertThatThrownBy(
            () ->
                store.keep(
                    SHA256,
                    file -> {
                      Files.writeString(file, "half");
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining(store.images(SHA256).toString());
    assertThat(store.images(SHA256)).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "../../etc", "0123", "0123456789ABCDEF"})
  void aFingerprintThatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> new DatasetStore(runs).images(text))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
