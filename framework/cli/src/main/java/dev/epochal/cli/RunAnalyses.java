package dev.epochal.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.epochal.core.answer.Answer;
import dev.epochal.core.json.Json;
import dev.epochal.core.run.RunFolder;
import dev.epochal.figures.report.FigureReadings;
import dev.epochal.figures.report.Glossary;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunQuery;
import dev.epochal.registry.filter.Operand;
import dev.epochal.runner.SweepAnalysis;
import dev.epochal.runner.compare.Comparer;
import dev.epochal.runner.compare.RunGroups;
import dev.epochal.runner.exercise.ExerciseAnswers;
import dev.epochal.runner.exercise.ExerciseBook;
import dev.epochal.ui.Analyses;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For the UI: what the commands work out, as they print it with {@code --json}. */
final class RunAnalyses implements Analyses {
  private final Path exercises;
  private final ExerciseAnswers answers = new ExerciseAnswers();
  private final Glossary glossary = Glossary.builtIn();

  /**
   * What the commands work out.
   *
   * @param exercises the folder of their specs
   */
  RunAnalyses(Path exercises) {
    this.exercises = exercises;
  }

  @Override
  public JsonNode sweep(Registry registry, String sweep) {
    SweepAnalysis analysis = SweepAnalysis.of(registry, sweep);
    ObjectNode json = Json.mapper().valueToTree(analysis);
    Answer answer = analysis.answer();
    if (answer != null) {
      json.set("said", Json.mapper().valueToTree(glossary.linked(answer.sentence()).pieces()));
    }
    return json;
  }

  @Override
  public JsonNode sentence(Registry registry, String sweep) {
    return Json.mapper().valueToTree(SweepAnalysis.Said.of(registry, sweep));
  }

  @Override
  public JsonNode readings(RunFolder folder) {
    return Json.mapper().valueToTree(FigureReadings.of(folder));
  }

  @Override
  public JsonNode exercises(Registry registry) {
    return Json.mapper()
        .valueToTree(ExercisesJson.of(new ExerciseBook(exercises, registry, answers).all()));
  }

  @Override
  public JsonNode glossary() {
    return Json.mapper().valueToTree(glossary.definitions());
  }

  @Override
  public JsonNode compare(
      Registry registry, List<String> runs, @Nullable String against, boolean all) {
    return ComparisonJson.of(
        new Comparer(registry).compare(new Comparer.Request(runs, against, List.of(), all)));
  }

  @Override
  public JsonNode groups(
      Registry registry, String filter, List<String> by, List<String> columns, String sort) {
    List<ShownColumn> keys = ShownColumn.parse("group", by);
    List<ShownColumn> numbers = ShownColumn.parse("columns", columns);
    List<Operand> known =
        List.copyOf(
            java.util.stream.Stream.concat(keys.stream(), numbers.stream())
                .map(ShownColumn::operand)
                .toList());
    RunQuery query =
        RunQuery.parse(filter, sort.isEmpty() ? List.of() : List.of(sort), Integer.MAX_VALUE);
    boolean sorts = query.order().stream().allMatch(order -> known.contains(order.by()));
    RunQuery asked = new RunQuery(query.filter(), sorts ? query.order() : List.of(), query.limit());
    return new GroupList(
            keys,
            numbers,
            new RunGroups(operands(keys), operands(numbers)).of(registry, asked, List.of()))
        .json();
  }

  private static List<Operand> operands(List<ShownColumn> columns) {
    return columns.stream().map(ShownColumn::operand).toList();
  }
}
