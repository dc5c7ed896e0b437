package dev.epochal.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.problem.EpochalException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredImagesTest {
  @TempDir Path folder;

  @Test
  void anImageIsReadAloneOrWithAllOthers() throws Exception {
    byte[] pixels = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, (byte) 200};
    StoredImages images = StoredImages.open(file(pixels, 2, 3, 1, 2));

    assertThat(images.n()).isEqualTo(2);
    assertThat(images.shape()).isEqualTo(new ImageShape(3, 1, 2));
    assertThat(images.image(1)).containsExactly(Arrays.copyOfRange(pixels, 6, 12));
    assertThat(images.all()).containsExactly(pixels);
    assertThatThrownBy(() -> images.image(2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCutFileIsNamed() throws Exception {
    Path file = file(new byte[12], 2, 3, 1, 2);
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 135));

    assertThatThrownBy(() -> StoredImages.open(file))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining("images.npy: is cut or damaged");
  }

  @Test
  void anotherFileIsRefused() throws Exception {
    Path text = Files.writeString(folder.resolve("text"), "images are not here, only words");

    assertThatThrownBy(() -> StoredImages.open(text)).isInstanceOf(EpochalException.class);
    assertThatThrownBy(() -> StoredImages.open(folder.resolve("none")))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining("none");
  }

  private Path file(byte[] pixels, int... shape) throws Exception {
    Path file = folder.resolve("images.npy");
    try (OutputStream out = Files.newOutputStream(file)) {
      NpyFile.beginBytes(out, shape);
      out.write(pixels);
    }
    return file;
  }
}
