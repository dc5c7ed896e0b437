package dev.epochal.core.planning;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.spec.ExperimentSpec;
import dev.epochal.core.spec.QuestionSpec;
import dev.epochal.core.spec.SpecReader;
import dev.epochal.core.spec.SpecSource;
import dev.epochal.core.sweep.Search;
import dev.epochal.core.sweep.SweepPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An exercise: a spec whose sweep asks a question, with what a teacher would expect and why.
 *
 * @param number its place among the exercises
 * @param name the experiment's, which is the file's: {@code 1-batch-size}
 * @param file the spec
 * @param description in a sentence; empty when the spec has none
 * @param text the question
 * @param why what to expect, and why; empty when the spec does not say
 * @param plan the sweep that answers it, of which no trial was planned yet
 */
public record PlannedExercise(
    int number,
    String name,
    Path file,
    String description,
    String text,
    String why,
    SweepPlan plan) {
  private static final Pattern FILE = Pattern.compile("(\\d{1,4})-[\\w-]+\\.yaml");

  /**
   * The exercises of a folder, by number: the specs whose file names begin with one. None where
   * there is no such folder.
   *
   * @throws dev.epochal.core.problem.InvalidInputException with everything that is wrong with one
   */
  public static List<PlannedExercise> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<PlannedExercise> exercises = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        Matcher name = FILE.matcher(file.getFileName().toString());
        if (name.matches()) {
          exercises.add(read(file, Integer.parseInt(name.group(1))));
        }
      }
    } catch (IOException e) {
      throw new EpochalException("cannot read " + folder + ": " + e.getMessage(), e);
    }
    exercises.sort(Comparator.comparingInt(PlannedExercise::number));
    return List.copyOf(exercises);
  }

  private static PlannedExercise read(Path file, int number) {
    SpecSource source = new SpecReader(file, List.of()).asked();
    ExperimentSpec spec = source.spec();
    QuestionSpec question = spec.sweep() == null ? null : spec.sweep().question();
    if (question == null || question.text() == null) {
      source.problem("sweep.question.text", "is missing: an exercise asks something", null);
    }
    Optional<SweepPlan> plan =
        spec.sweep() == null ? Optional.empty() : SweepPlanner.plan(source, spec.sweep());
    source.problems().throwIfAny();
    // From here on nothing is null but what may be.
    String stem = file.getFileName().toString().replaceFirst("\\.yaml$", "");
    return new PlannedExercise(
        number,
        Defaults.or(spec.name(), stem),
        file,
        Defaults.or(spec.description(), ""),
        question == null ? "" : Defaults.or(question.text(), ""),
        question == null ? "" : Defaults.or(question.why(), ""),
        plan.orElseThrow());
  }

  /** The sweep that answers it, with all its trials planned once. */
  public PlannedSweep sweep() {
    return SweepPlanner.plan(file, List.of(), false).orElseThrow();
  }

  /** {@code RunPlan.sha256()} of each trial, in the order of their numbers. */
  public List<String> plans() {
    PlannedSweep sweep = sweep();
    return sweep.plan().search() instanceof Search.Listed listed
        ? listed.values().stream().map(values -> sweep.trial(values).plan().sha256()).toList()
        : List.of();
  }
}
