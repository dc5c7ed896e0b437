package dev.epochal.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.Series;
import dev.epochal.engine.network.SavedModel;
import dev.epochal.registry.RunDetail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether two runs yielded the same, but for how long it took and what the machine did meanwhile.
 */
final class SameRun {
  /** Which updates are reported to the training UI depends on how long a report takes. */
  private static final Pattern OF_THE_MACHINE =
      Pattern.compile("time\\..*|system\\..*|.*\\.seconds|iteration\\.updateRatio\\..*");

  private SameRun() {}

  static void assertSame(Workplace workplace, RunRecord one, RunRecord other) throws IOException {
    RunFolder expected = RunFolder.of(workplace.runs(), one.id());
    RunFolder actual = RunFolder.of(workplace.runs(), other.id());
    assertThat(other.recordingErrors()).isEmpty();
    assertThat(other.status()).isEqualTo(one.status());
    assertThat(numbers(other.metrics())).isEqualTo(numbers(one.metrics()));
    RunDetail shown = workplace.registry(notice -> {}).show(one.id());
    RunDetail shownOther = workplace.registry(notice -> {}).show(other.id());
    assertThat(shownOther.hashes()).isEqualTo(shown.hashes());
    assertThat(texts(shownOther.history())).isEqualTo(texts(shown.history()));
    for (String model : List.of("final.zip", "best.zip")) {
      assertThat(parameters(actual.path().resolve("model").resolve(model)))
          .as(model)
          .isEqualTo(parameters(expected.path().resolve("model").resolve(model)));
    }
    for (Path file : files(expected, "predictions", ".npy")) {
      assertThat(actual.path().resolve(file)).hasSameBinaryContentAs(expected.path().resolve(file));
    }
    for (Path file : files(expected, "figures", ".json")) {
      assertThat(Files.readString(actual.path().resolve(file)))
          .as(file.toString())
          .isEqualTo(
              Files.readString(expected.path().resolve(file))
                  .replace(one.id(), other.id())
                  .replace(one.name(), other.name()));
    }
  }

  private static Map<String, Double> numbers(SortedMap<String, Double> metrics) {
    SortedMap<String, Double> numbers = new TreeMap<>(metrics);
    numbers.keySet().removeIf(name -> OF_THE_MACHINE.matcher(name).matches());
    return numbers;
  }

  private static Map<String, String> texts(SortedMap<String, Series> history) {
    SortedMap<String, String> texts = new TreeMap<>();
    history.forEach(
        (name, series) -> {
          if (!OF_THE_MACHINE.matcher(name).matches()) {
            texts.put(
                name,
                java.util.Arrays.toString(series.steps())
                    + java.util.Arrays.toString(series.values()));
          }
        });
    return texts;
  }

  private static float[] parameters(Path model) {
    return SavedModel.load(model).dl4j().params().toFloatVector();
  }

  private static List<Path> files(RunFolder folder, String in, String suffix) throws IOException {
    try (Stream<Path> all = Files.list(folder.path().resolve(in))) {
      List<Path> files =
          all.filter(file -> file.toString().endsWith(suffix))
              .map(file -> folder.path().relativize(file))
              .toList();
      assertThat(files).isNotEmpty();
      return files;
    }
  }
}
