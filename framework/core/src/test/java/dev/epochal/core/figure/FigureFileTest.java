package dev.epochal.core.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureFileTest {
  private static final TrueClasses DATA =
      new TrueClasses(new FigureSubject("r", "i", "d", null), List.of("a"), List.of());

  @TempDir Path folder;

  @Test
  void dataComeBackAndCarryTheirVersion() throws Exception {
    Path file = Files.writeString(folder.resolve("x.json"), Json.pretty(DATA));

    assertThat(FigureFile.read(file)).isEqualTo(DATA);
    assertThat(file).content().contains("\"figure\" : \"true-classes\"", "\"version\" : 1");
  }

  @Test
  void aLaterVersionIsRefused() throws Exception {
    String later = Json.pretty(DATA).replace("\"version\" : 1", "\"version\" : 2");
    Path file = Files.writeString(folder.resolve("x.json"), later);

    assertThatThrownBy(() -> FigureFile.read(file))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining("x.json has version 2")
        .hasMessageContaining("newer Epochal");
  }

  @Test
  void whatIsNoFigureIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("x.json"), "{\"figure\": \"pie\"}");

    assertThatThrownBy(() -> FigureFile.read(file))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining("x.json does not hold a figure's data");
    Files.writeString(file, "null");
    assertThatThrownBy(() -> FigureFile.read(file)).isInstanceOf(EpochalException.class);
  }

  @Test
  void whatIsTooLargeForAFigureIsNotRead() throws Exception {
    Path file = folder.resolve("x.json");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1L << 30);
    }

    assertThatThrownBy(() -> FigureFile.read(file))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining("it has over 134217728 bytes");
  }
}
