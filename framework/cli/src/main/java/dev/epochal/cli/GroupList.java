package dev.epochal.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.epochal.core.json.Json;
import dev.epochal.core.stats.Sample;
import dev.epochal.runner.compare.RunGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Groups of runs, with the means of what came of them.
 *
 * <p>{@code list --group-by --json} is an array of {@code {group: {key: value}, n, seeds,
 * notFinished: {status: count}, means: {column: {n, notFinite, mean, sd, ci[2]}}}}: {@code n}
 * counts finished runs, {@code seeds} their different seeds, in {@code means} those that have the
 * value; {@code ci} is the mean's 95 % interval by Student's t, null of fewer than two.
 */
final class GroupList {
  private final List<ShownColumn> keys;
  private final List<ShownColumn> numbers;
  private final List<RunGroup> groups;

  GroupList(List<ShownColumn> keys, List<ShownColumn> numbers, List<RunGroup> groups) {
    this.keys = keys;
    this.numbers = numbers;
    this.groups = groups;
  }

  /** Whether a group has runs that only repeat others. */
  boolean repeatsSeeds() {
    return groups.stream().anyMatch(group -> group.seeds() < group.finished());
  }

  /** For people: each mean with half the width of its interval. */
  Table text() {
    List<String> header = new ArrayList<>(keys.stream().map(ShownColumn::written).toList());
    header.add("n");
    if (repeatsSeeds()) {
      header.add("seeds");
    }
    boolean others = groups.stream().anyMatch(group -> !group.others().isEmpty());
    if (others) {
      header.add("not finished");
    }
    numbers.forEach(number -> header.add(number.metric()));
    List<List<String>> rows = new ArrayList<>();
    for (RunGroup group : groups) {
      List<String> row = new ArrayList<>();
      for (int i = 0; i < keys.size(); i++) {
        row.add(keys.get(i).text(group.key().get(i)));
      }
      row.add(Integer.toString(group.finished()));
      if (repeatsSeeds()) {
        row.add(Integer.toString(group.seeds()));
      }
      if (others) {
        row.add(others(group));
      }
      for (int i = 0; i < numbers.size(); i++) {
        row.add(mean(numbers.get(i), group.samples().get(i), group.finished()));
      }
      rows.add(row);
    }
    return new Table(header, rows);
  }

  private static String others(RunGroup group) {
    return group.others().entrySet().stream()
        .map(status -> status.getValue() + " " + status.getKey())
        .collect(Collectors.joining(", "));
  }

  /** Of fewer runs than are finished, that is said: the others never got there, or diverged. */
  private static String mean(ShownColumn column, Sample sample, int finished) {
    if (sample.n() == 0) {
      return sample.notFinite() == 0 ? "" : "NaN";
    }
    String mean = MetricText.mean(column.metric(), sample.mean(), sample.halfWidth());
    return sample.n() == finished ? mean : mean + " (" + sample.n() + " of " + finished + ")";
  }

  /** For CSV. */
  Table raw() {
    List<String> header = new ArrayList<>(keys.stream().map(ShownColumn::written).toList());
    header.addAll(List.of("n", "seeds", "notFinished"));
    for (ShownColumn number : numbers) {
      for (String part : List.of("n", "notFinite", "mean", "sd", "low", "high")) {
        header.add(number.written() + " " + part);
      }
    }
    List<List<String>> rows = new ArrayList<>();
    for (RunGroup group : groups) {
      List<String> row = new ArrayList<>();
      group.key().forEach(value -> row.add(ShownColumn.raw(value)));
      row.add(Integer.toString(group.finished()));
      row.add(Integer.toString(group.seeds()));
      row.add(Integer.toString(group.others().values().stream().mapToInt(n -> n).sum()));
      for (Sample sample : group.samples()) {
        row.add(Integer.toString(sample.n()));
        row.add(Integer.toString(sample.notFinite()));
        row.add(number(sample.mean()));
        row.add(number(sample.sd()));
        row.add(number(sample.mean() - sample.halfWidth()));
        row.add(number(sample.mean() + sample.halfWidth()));
      }
      rows.add(row);
    }
    return new Table(header, rows);
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : ComparisonCsv.text(value);
  }

  ArrayNode json() {
    ArrayNode array = Json.mapper().createArrayNode();
    for (RunGroup group : groups) {
      ObjectNode object = array.addObject();
      ObjectNode key = object.putObject("group");
      for (int i = 0; i < keys.size(); i++) {
        key.set(keys.get(i).written(), keys.get(i).json(group.key().get(i)));
      }
      object.put("n", group.finished());
      object.put("seeds", group.seeds());
      ObjectNode others = object.putObject("notFinished");
      group.others().forEach((status, count) -> others.put(status.name(), count));
      ObjectNode means = object.putObject("means");
      for (int i = 0; i < numbers.size(); i++) {
        put(means.putObject(numbers.get(i).written()), group.samples().get(i));
      }
    }
    return array;
  }

  private static void put(ObjectNode object, Sample sample) {
    object.put("n", sample.n());
    object.put("notFinite", sample.notFinite());
    put(object, "mean", sample.mean());
    put(object, "sd", sample.sd());
    if (sample.n() < 2) {
      object.putNull("ci");
    } else {
      object
          .putArray("ci")
          .add(sample.mean() - sample.halfWidth())
          .add(sample.mean() + sample.halfWidth());
    }
  }

  private static void put(ObjectNode object, String key, double value) {
    if (Double.isNaN(value)) {
      object.putNull(key);
    } else {
      object.put(key, value);
    }
  }
}
