package dev.epochal.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.data.ImageShape;
import dev.epochal.core.data.Split;
import dev.epochal.core.figure.ConfusionMatrices;
import dev.epochal.core.figure.Examples;
import dev.epochal.core.figure.FigureData;
import dev.epochal.core.json.Json;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Draws every kind of data into {@code target/figures}, where a person can look at them too. */
class SampleFiguresTest {
  private static final Path FOLDER = Path.of("target", "figures");

  private static final ImageShape GREY = new ImageShape(1, 28, 28);

  static Stream<Arguments> samples() {
    return Stream.of(single(), ofRuns(), ofSweeps()).flatMap(all -> all);
  }

  /** Every figure of runs that are hard to draw. */
  private static Stream<Arguments> ofRuns() {
    Map<String, RunSamples> runs = new LinkedHashMap<>();
    runs.put("usual", new RunSamples(Samples.SUBJECT, Samples.digits(), 400, 4, -1, GREY));
    runs.put(
        "hostile",
        new RunSamples(
            Samples.HOSTILE, Samples.hostileNames(), 40, 2, -1, new ImageShape(3, 5, 7)));
    runs.put(
        "two",
        new RunSamples(
            Samples.FALLBACK, List.of("cat", "dog"), 40, 30, -1, new ImageShape(3, 32, 32)));
    runs.put(
        "letters",
        new RunSamples(Samples.SUBJECT, Samples.letters(), 100, 3, 4, new ImageShape(1, 9, 4)));
    runs.put(
        "diverged", new RunSamples(Samples.SUBJECT, Samples.digits(), 30, Double.NaN, -1, GREY));
    runs.put("one-class", new RunSamples(Samples.SUBJECT, List.of("only"), 9, 1, -1, GREY));
    runs.put("many", new RunSamples(Samples.SUBJECT, numbered(120), 8, 3, -1, GREY));
    return Stream.concat(
        runs.entrySet().stream()
            .flatMap(
                run ->
                    run.getValue().figures().entrySet().stream()
                        .map(f -> Arguments.of(run.getKey() + "-" + f.getKey(), f.getValue()))),
        Stream.of(
            Arguments.of("usual-feature-maps-128", runs.get("usual").featureMaps(128)),
            Arguments.of("usual-filters-64", runs.get("usual").filters(64, 32)),
            Arguments.of("usual-filters-cut", runs.get("usual").filters(512, 256)),
            Arguments.of("usual-timing-one", runs.get("usual").timing(1)),
            Arguments.of("usual-timing-none", runs.get("usual").timing(0)),
            Arguments.of("usual-timing-thousand", runs.get("usual").timing(1_000)),
            Arguments.of("usual-parameters-100", runs.get("usual").parameters(100)),
            Arguments.of("usual-parameters-none", runs.get("usual").parameters(-1)),
            Arguments.of(
                "usual-examples-none",
                new Examples(Samples.SUBJECT, Split.TRAIN, 3, Samples.digits(), 20, List.of()))));
  }

  private static Stream<Arguments> ofSweeps() {
    return SweepSamples.all().entrySet().stream()
        .map(figure -> Arguments.of("sweep-" + figure.getKey(), figure.getValue()));
  }

  private static Stream<Arguments> single() {
    return Stream.of(
        Arguments.of("history-baseline", Samples.baseline(50)),
        Arguments.of("history-thousand-epochs", Samples.baseline(1_000)),
        Arguments.of("history-overfitting-notice", Samples.overfitting()),
        Arguments.of("history-diverged", Samples.diverged()),
        Arguments.of("history-one-epoch", Samples.baseline(1)),
        Arguments.of("history-three-epochs", Samples.baseline(3)),
        Arguments.of("history-no-epoch", Samples.baseline(0)),
        Arguments.of("history-all-nan", Samples.constant(Double.NaN)),
        Arguments.of("history-infinite", Samples.constant(Double.NEGATIVE_INFINITY)),
        Arguments.of("history-zero", Samples.constant(0)),
        Arguments.of("history-constant", Samples.constant(1e30)),
        Arguments.of("history-largest", Samples.constant(Double.MAX_VALUE)),
        Arguments.of("history-smallest", Samples.constant(Double.MIN_VALUE)),
        Arguments.of(
            "history-extremes",
            Samples.history(
                Samples.HOSTILE,
                6,
                e -> e % 2 == 0 ? Double.MAX_VALUE : Double.MIN_VALUE,
                e -> e % 2 == 0 ? -Double.MAX_VALUE : 1e-300,
                e -> e == 3 ? 1 : Double.NaN,
                e -> 1)),
        Arguments.of("matrices-2", Samples.matrices(Samples.SUBJECT, List.of("cat", "dog"), 9_000)),
        Arguments.of("matrices-10", Samples.matrices(Samples.SUBJECT, Samples.digits(), 4_800)),
        Arguments.of("matrices-10-names-notice", Samples.clothesWithoutSandals()),
        Arguments.of("matrices-26", Samples.matrices(Samples.SUBJECT, Samples.letters(), 4_000)),
        Arguments.of(
            "matrices-hostile", Samples.matrices(Samples.HOSTILE, Samples.hostileNames(), 90)),
        Arguments.of("matrices-100", Samples.matrices(Samples.SUBJECT, numbered(100), 400)),
        Arguments.of("matrices-200", Samples.matrices(Samples.SUBJECT, numbered(200), 20)),
        Arguments.of("matrices-1", Samples.matrices(Samples.SUBJECT, List.of("only"), 20)),
        Arguments.of(
            "matrices-empty-split",
            new ConfusionMatrices(
                Samples.SUBJECT,
                List.of("cat", "dog"),
                List.of(Samples.panel(Split.TEST, 2, i -> 0, 1)))),
        Arguments.of(
            "matrices-no-split",
            new ConfusionMatrices(Samples.SUBJECT, Samples.digits(), List.of())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void isDrawnAtItsWidthWithSomethingOnIt(String name, FigureData data) throws Exception {
    Path png = FOLDER.resolve(name + ".png");
    Figures.draw(data, png);

    BufferedImage image = ImageIO.read(png.toFile());
    assertThat(image.getWidth()).isBetween(780 * Style.DENSITY, 1440 * Style.DENSITY);
    assertThat(image.getHeight()).isBetween(150 * Style.DENSITY, 5_000 * Style.DENSITY);
    assertThat(inkedPixels(image)).isGreaterThan(2_000);
    assertThat(new File(FOLDER.toString()).list((f, file) -> file.endsWith(".part"))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void comesBackFromJsonAsItWas(String name, FigureData data) throws Exception {
    assertThat(Json.parse(Json.pretty(data), FigureData.class)).isEqualTo(data);
  }

  private static long inkedPixels(BufferedImage image) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return IntStream.of(pixels).filter(pixel -> (pixel & 0xFFFFFF) != 0xFFFFFF).count();
  }

  private static List<String> numbered(int classes) {
    return IntStream.range(0, classes).mapToObj(i -> "class " + i).toList();
  }
}
