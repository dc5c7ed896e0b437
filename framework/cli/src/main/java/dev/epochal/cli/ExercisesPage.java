package dev.epochal.cli;

import dev.epochal.core.answer.Answer;
import dev.epochal.core.answer.AskedRun;
import dev.epochal.core.exercise.ExerciseResults;
import dev.epochal.core.exercise.ResultsFile;
import dev.epochal.core.planning.PlannedExercise;
import dev.epochal.core.run.RunStatus;
import dev.epochal.runner.exercise.Exercise;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The page of the exercises, {@code experiments/exercises/README.md}: made of the specs and the
 * recorded values alone, so that it says nothing that they do not.
 */
final class ExercisesPage {
  private static final String HEAD =
      """
      # The eight exercises

      The exercises at the end of the tutorial, each a spec in this folder: the question in the tutorial's
      words, what a teacher would expect and why, written before it was run, and what was found.
      `./run exercises` says how far you are; `./run exercises 1` shows one.

      This page is made of the specs and of the values in `results/` by `./run exercises --save`: do not
      edit it. The answers are computed anew from those values each time, as `./run answer` does from a
      registry.
      """;

  private ExercisesPage() {}

  static String of(List<Exercise> exercises) {
    List<String> parts = new ArrayList<>();
    parts.add(HEAD);
    parts.add(contents(exercises));
    exercises.forEach(exercise -> parts.add(section(exercise)));
    return String.join("\n", parts);
  }

  private static String contents(List<Exercise> exercises) {
    StringBuilder text = new StringBuilder();
    for (Exercise exercise : exercises) {
      Answer found = exercise.found();
      String title = title(exercise);
      text.append("- [%s](#%s)".formatted(title, anchor(title)))
          .append(found == null ? ": not run yet" : ": " + Markdown.text(found.sentence()))
          .append('\n');
    }
    return text.toString();
  }

  private static String section(Exercise exercise) {
    PlannedExercise planned = exercise.planned();
    List<String> parts = new ArrayList<>();
    parts.add("## " + title(exercise) + "\n");
    parts.add("*" + Markdown.text(planned.text()) + "*\n");
    parts.add(
        Markdown.text(planned.description()) + ": [the spec](" + planned.name() + ".yaml).\n");
    if (!planned.why().isEmpty()) {
      parts.add("**What to expect, and why.** " + Markdown.text(planned.why()) + "\n");
    }
    Answer found = exercise.found();
    ExerciseResults results = exercise.recorded();
    if (found == null || results == null) {
      parts.add("**What was found.** Nothing yet: it was not run.\n");
    } else {
      parts.add("**What was found.**\n");
      // Its question stands above already.
      parts.add(AnswerText.markdown(found).replaceFirst("\\A## .*\\R+", ""));
      weights(results).ifPresent(parts::add);
      drawings(planned).ifPresent(parts::add);
      parts.add("**How it was run.** " + how(planned, results) + "\n");
    }
    return String.join("\n", parts);
  }

  private static String title(Exercise exercise) {
    String words = exercise.title().replaceFirst("^\\d+ ", "");
    return "%d. %s%s"
        .formatted(
            exercise.planned().number(),
            words.substring(0, 1).toUpperCase(Locale.ROOT),
            words.substring(1));
  }

  /** As GitHub makes them. */
  private static String anchor(String title) {
    return title.toLowerCase(Locale.ROOT).replace(".", "").replace(' ', '-');
  }

  /** The number of weights, where it is not the same in all runs. */
  private static Optional<String> weights(ExerciseResults results) {
    Map<Long, List<String>> byNumber = new TreeMap<>();
    results
        .trials()
        .forEach(
            trial -> {
              Double weights = trial.run().metrics().get("model.parameters");
              String level = trial.values().get("variant");
              if (weights != null && level != null) {
                List<String> levels =
                    byNumber.computeIfAbsent(weights.longValue(), n -> new ArrayList<>());
                if (!levels.contains(level)) {
                  levels.add(level);
                }
              }
            });
    return byNumber.size() < 2
        ? Optional.empty()
        : Optional.of(
            "Weights: "
                + byNumber.entrySet().stream()
                    .map(
                        one ->
                            Markdown.text(String.join(", ", one.getValue()))
                                + String.format(Locale.ROOT, " %,d", one.getKey()))
                    .collect(Collectors.joining("; "))
                + ".\n");
  }

  private static Optional<String> drawings(PlannedExercise planned) {
    Path folder = Objects.requireNonNull(planned.file().toAbsolutePath().getParent());
    List<Path> drawings = ResultsFile.of(folder, planned.name()).drawings();
    return drawings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            drawings.stream()
                .map(drawing -> drawing.getFileName().toString())
                .map(
                    name ->
                        "![%s](results/%s)\n"
                            .formatted(
                                name.substring(planned.name().length() + 1, name.length() - 4)
                                    .replace('-', ' '),
                                name))
                .collect(Collectors.joining()));
  }

  private static String how(PlannedExercise planned, ExerciseResults results) {
    long diverged = results.runs().stream().filter(AskedRun::diverged).count();
    long finished =
        results.runs().stream().filter(run -> run.status() == RunStatus.FINISHED).count();
    Map<String, String> machine = results.environment();
    return "`./run %s`: %d trials finished%s, %d at a time with %d %s each, in %s, on %s; %s, %s cores, "
            .formatted(
                ExercisesJson.spec(planned),
                finished,
                diverged == 0 ? "" : " and " + diverged + " diverged",
                results.jobs(),
                results.threads(),
                results.threads() == 1 ? "thread" : "threads",
                Durations.text(
                    Duration.between(results.started(), results.ended()).toMillis() / 1e3),
                Markdown.text(results.dataset()),
                Markdown.text(machine.getOrDefault("cpu.name", "a CPU without a name")),
                machine.getOrDefault("cpu.cores", "?"))
        + "Java %s, oneDNN %s; %s. [The values](results/%s.json)."
            .formatted(
                Markdown.text(machine.getOrDefault("java.version", "?")),
                "true".equals(machine.get("native.oneDnn")) ? "on" : "off",
                results.ended().atOffset(ZoneOffset.UTC).toLocalDate(),
                planned.name());
  }
}
