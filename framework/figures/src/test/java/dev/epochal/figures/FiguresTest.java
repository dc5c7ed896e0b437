package dev.epochal.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.figure.FigureData;
import dev.epochal.core.figure.LossHistory;
import dev.epochal.core.problem.EpochalException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {
  @TempDir Path folder;

  @Test
  void everyKindOfFigureHasARenderer() {
    assertThat(Figures.RENDERERS.keySet().stream().<Class<?>>map(type -> type))
        .containsExactlyInAnyOrderElementsOf(permitted(FigureData.class));
  }

  @Test
  void theSameDataGiveTheSameBytes() throws Exception {
    for (FigureData data : List.of(Samples.overfitting(), Samples.clothesWithoutSandals())) {
      Figures.draw(data, folder.resolve("one.png"));
      Figures.draw(data, folder.resolve("other.png"));

      assertThat(folder.resolve("one.png")).hasSameBinaryContentAs(folder.resolve("other.png"));
    }
  }

  @Test
  void aFolderIsMadeAndAnOldPictureReplacedAndNothingElseLeft() throws Exception {
    Path png = folder.resolve("figures").resolve("loss-history.png");
    Figures.draw(Samples.baseline(3), png);
    byte[] before = Files.readAllBytes(png);
    Figures.draw(Samples.diverged(), png);

    assertThat(Files.readAllBytes(png)).isNotEqualTo(before);
    assertThat(png.getParent()).isDirectoryContaining("glob:**loss-history.png");
    assertThat(png.getParent().toFile().list()).hasSize(1);
  }

  @Test
  void aFileThatCannotBeWrittenIsNamed() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> Figures.draw(Samples.baseline(1), file.resolve("x.png")))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining("cannot write the figure")
        .hasMessageContaining("x.png");
  }

  @Test
  void aNoticeIsAddedAboveTheSameFigure() {
    LossHistory plain = Samples.baseline(3);
    LossHistory noticed =
        LossHistory.byEpoch(
            Samples.FALLBACK,
            plain.trainSize(),
            plain.validationSize(),
            plain.epochs(),
            plain.trainLoss(),
            plain.validationLoss(),
            plain.trainAccuracy(),
            plain.validationAccuracy());

    assertThat(Figures.render(noticed).getHeight())
        .isGreaterThan(Figures.render(plain).getHeight());
  }

  private static List<Class<?>> permitted(Class<?> sealed) {
    return Stream.of(sealed.getPermittedSubclasses())
        .flatMap(type -> type.isSealed() ? permitted(type).stream() : Stream.of(type))
        .toList();
  }
}
