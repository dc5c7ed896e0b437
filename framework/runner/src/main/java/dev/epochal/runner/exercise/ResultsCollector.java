package dev.epochal.runner.exercise;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.answer.AskedRun;
import dev.epochal.core.exercise.ExerciseResults;
import dev.epochal.core.exercise.ExerciseTrial;
import dev.epochal.core.planning.PlannedExercise;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.sweep.SweepEntry.Assigned;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunDetail;
import dev.epochal.registry.SweepDetail;
import dev.epochal.registry.SweepSummary;
import dev.epochal.registry.SweepTrial;
import dev.epochal.registry.folder.SweepTrials;
import dev.epochal.runner.answer.AnswerMaker;
import dev.epochal.runner.answer.AnswerRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what came of an exercise, to be kept as values. */
public final class ResultsCollector {
  /** What every answer that may be asked of the results later needs. */
  private static final Set<String> HISTORIES =
      Set.of(
          "train.loss",
          "train.accuracy",
          "train.seconds",
          "validation.loss",
          "validation.accuracy");

  /** Of the environment, what says on which machine and with which program it was. */
  private static final List<String> ENVIRONMENT =
      List.of(
          "cpu.name",
          "cpu.cores",
          "memory.bytes",
          "os.name",
          "os.arch",
          "glibc",
          "java.version",
          "java.vm.name",
          "native.backend",
          "native.oneDnn",
          "native.threads",
          "dependency.deeplearning4j-nn",
          "dependency.epochal-core",
          "git.commit",
          "git.dirty");

  private final Registry registry;

  public ResultsCollector(Registry registry) {
    this.registry = registry;
  }

  /**
   * The results of the exercise's newest finished sweep of the plans that its spec asks for today.
   *
   * @throws InvalidInputException when there is none, or what it has is no result: other data than
   *     the spec asks for, or a trial that neither finished nor diverged
   */
  public ExerciseResults of(PlannedExercise exercise) {
    List<String> plans = exercise.plans();
    List<SweepSummary> finished =
        registry.sweeps().newest(Integer.MAX_VALUE).stream()
            .filter(sweep -> sweep.experiment().equals(exercise.name()))
            .filter(sweep -> sweep.status() == RunStatus.FINISHED)
            .toList();
    if (finished.isEmpty()) {
      throw refused(
          exercise,
          "has no finished sweep here",
          "./run experiments/exercises/" + exercise.name() + ".yaml runs one");
    }
    for (SweepSummary summary : finished) {
      SweepDetail sweep = registry.sweeps().show(summary.id());
      Map<Integer, Assigned> assigned = assigned(sweep);
      if (plans.equals(assigned.values().stream().map(Assigned::planSha256).toList())) {
        return collected(exercise, sweep, assigned);
      }
    }
    throw refused(
        exercise,
        "has finished sweeps, but none of what its spec asks for today",
        "run it without changes on the command line");
  }

  /**
   * The drawings that {@code ./run answer SWEEP --figures} made of the sweep that the results are
   * of; none when nobody did.
   */
  public List<Path> drawings(ExerciseResults results) {
    Path figures =
        new SweepFolder(registry.sweeps().show(results.sweep()).folder()).path().resolve("figures");
    if (!Files.isDirectory(figures)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(figures)) {
      return files.filter(file -> file.toString().endsWith(".png")).sorted().toList();
    } catch (IOException e) {
      throw new EpochalException("cannot read " + figures + ": " + e.getMessage(), e);
    }
  }

  /** By number; the last line of a number counts. */
  private static Map<Integer, Assigned> assigned(SweepDetail sweep) {
    SortedMap<Integer, Assigned> assigned = new TreeMap<>();
    SweepTrials.read(new SweepFolder(sweep.folder())).stream()
        .filter(Assigned.class::isInstance)
        .map(Assigned.class::cast)
        .forEach(one -> assigned.put(one.number(), one));
    return assigned;
  }

  private ExerciseResults collected(
      PlannedExercise exercise, SweepDetail sweep, Map<Integer, Assigned> assigned) {
    Map<String, AskedRun> asked = new HashMap<>();
    new AnswerMaker(registry)
        .material(AnswerRequest.of(sweep.summary().id()), HISTORIES)
        .runs()
        .forEach(run -> asked.put(run.id(), run));
    Map<String, RunDetail> details = new HashMap<>();
    registry
        .outlines(sweep.trials().stream().map(SweepTrial::run).toList())
        .forEach(run -> details.put(run.summary().id(), run));
    List<ExerciseTrial> trials = new ArrayList<>();
    for (SweepTrial trial : sweep.trials()) {
      AskedRun run = asked.get(trial.run());
      RunDetail detail = details.get(trial.run());
      Assigned line = assigned.get(trial.number());
      if (run == null || detail == null || line == null || !isResult(run)) {
        throw refused(
            exercise,
            "has a trial that neither finished nor diverged: "
                + trial.number()
                + (trial.status() == null ? "" : ", which is " + trial.status()),
            "./run resume " + sweep.summary().id());
      }
      checkData(exercise, detail.dataset());
      trials.add(
          ExerciseTrial.of(
              trial.number(),
              trial.values(),
              line.planSha256(),
              detail.reason(),
              detail.dataset(),
              run));
    }
    RunDetail first = Objects.requireNonNull(details.get(sweep.trials().get(0).run()));
    Instant ended = sweep.summary().ended();
    return new ExerciseResults(
            exercise.name(),
            sweep.summary().id(),
            sweep.summary().started(),
            ended == null ? sweep.summary().started() : ended,
            sweep.record().jobs(),
            sweep.record().threads(),
            first.dataset() == null ? "" : first.dataset().used(),
            environment(first.environment()),
            new TreeMap<>(),
            trials)
        .settled();
  }

  private static boolean isResult(AskedRun run) {
    return run.status() == RunStatus.FINISHED || run.diverged();
  }

  /** A stand-in for the data would answer another question. */
  private static void checkData(PlannedExercise exercise, @Nullable DatasetRecord dataset) {
    if (dataset != null && dataset.reason() != null) {
      throw refused(
          exercise,
          "was run on "
              + dataset.used()
              + ", since "
              + dataset.requested()
              + " could not be had: that is no result of it",
          "./run doctor says where the data are looked for");
    }
  }

  private static SortedMap<String, String> environment(JsonNode all) {
    SortedMap<String, String> kept = new TreeMap<>();
    for (String key : ENVIRONMENT) {
      if (all.hasNonNull(key)) {
        kept.put(key, all.get(key).asText());
      }
    }
    return kept;
  }

  private static InvalidInputException refused(
      PlannedExercise exercise, String rule, String remedy) {
    return new InvalidInputException(new Problem("exercise", exercise.name(), rule, remedy));
  }
}
