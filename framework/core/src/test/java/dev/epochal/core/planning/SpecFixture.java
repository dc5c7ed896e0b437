package dev.epochal.core.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.problem.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.Assertions;

/** A small spec that is right, to be made wrong in one place. */
final class SpecFixture {
  static final String GOOD =
      """
      name: bad
      seed: 1
      data:
        dataset: digits
        split: {train: 0.8, validation: 0.1, test: 0.1}
        subset: {train: 100, validation: 50, test: 50}
        normalize: unit
      network:
        weightInit: xavier
        layers:
          - {name: conv, type: convolution2d, nOut: 4, kernel: [3, 3]}
          - {name: pool, type: maxpool2d}
          - {name: drop, type: dropout, rate: 0.5}
          - {name: fc, type: dense, nOut: 8}
          - {name: out, type: output}
      training:
        batchSize: 10
        epochs: 3
        updater: {type: sgd, learningRate: 0.1}
      evaluate:
        figures: all
      tags: {course: intro}
      """;

  /**
   * A way to be wrong.
   *
   * @param text what of the good spec is replaced, at its first place
   * @param messages what is said of it, each without the file's name
   */
  record Bad(String what, String text, String replacement, List<String> messages) {
    @Override
    public String toString() {
      return what;
    }

    String spec() {
      assertThat(GOOD).contains(text);
      int at = GOOD.indexOf(text);
      return GOOD.substring(0, at) + replacement + GOOD.substring(at + text.length());
    }

    void assertRefusedIn(Path folder) throws IOException {
      assertThat(problems(folder, spec())).containsExactlyElementsOf(messages);
    }
  }

  /** What a hostile file must not reach, on however slow a machine. */
  private static final Duration GENEROUS = Duration.ofSeconds(30);

  private SpecFixture() {}

  static Bad bad(String what, String text, String replacement, String... messages) {
    return new Bad(what, text, replacement, List.of(messages));
  }

  /** Writes the text as a file of the folder. */
  static Path file(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** What is said of a spec, without its file's name. */
  static List<String> problems(Path folder, String text, String... overrides) throws IOException {
    return problemsOf(file(folder, "x.yaml", text), overrides);
  }

  /** What is said of a file, without the names of folder and file. */
  static List<String> problemsOf(Path file, String... overrides) {
    InvalidInputException refusal =
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
            GENEROUS,
            () ->
                Assertions.catchThrowableOfType(
                    InvalidInputException.class,
                    () -> Planner.plan(file, Arrays.asList(overrides))));
    assertThat(refusal).as("the spec was taken for a good one").isNotNull();
    return refusal
        .getMessage()
        .lines()
        .map(line -> line.replaceFirst("^.*?" + file.getFileName() + ":", ""))
        .map(line -> line.replace(file.getParent() + "/", ""))
        .toList();
  }

  /** The plan of the good spec with overrides. */
  static PlannedRun planned(Path folder, String text, String... overrides) throws IOException {
    return Planner.plan(file(folder, "x.yaml", text), Arrays.asList(overrides));
  }
}
