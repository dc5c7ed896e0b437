package dev.epochal.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.epochal.core.json.Json;
import dev.epochal.runner.compare.SpecDiff;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Shows how two specs differ. As {@code diff} does, it exits with 0 when they are the same and with
 * 1 when they are not.
 *
 * <p>{@code diff --json} is {@code {a, b, same, spec[], params: {key: {a, b}}}}: the names, the
 * lines of the unified diff, and the resolved params that differ, null where one has none.
 */
@Command(
    name = "diff",
    description = {
      "Show how the specs of two runs, or two spec files, differ.",
      "Exits with 0 when they are the same, with 1 when they differ."
    })
final class DiffCommand implements Callable<Integer> {
  private static final String MEANT =
      "A run (id, unique prefix of one, name, or latest), or the path of a spec.";

  @Parameters(index = "0", paramLabel = "A", description = MEANT)
  private String a = "";

  @Parameters(index = "1", paramLabel = "B", description = "The other one, likewise.")
  private String b = "";

  @Option(names = "--json", description = "As one JSON object.")
  private boolean json;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;

  DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    SpecDiff diff = SpecDiff.of(common.workplace().registry(console::say), a, b);
    console.print(json ? json(diff) : text(diff));
    if (diff.isEmpty()) {
      console.say("The specs are the same.");
    }
    return diff.isEmpty() ? 0 : 1;
  }

  private String text(SpecDiff diff) {
    StringBuilder text = new StringBuilder();
    diff.lines().forEach(line -> text.append(line).append('\n'));
    if (!diff.lines().isEmpty() && diff.params().isEmpty()) {
      console.say("They resolve to the same params.");
    }
    if (!diff.params().isEmpty()) {
      Table table =
          new Table(
              List.of("resolved", diff.a(), diff.b()),
              diff.params().stream()
                  .map(param -> List.of(param.key(), shown(param.a()), shown(param.b())))
                  .toList());
      text.append(text.isEmpty() ? "" : "\n")
          .append(Grid.text(table, console.columns()))
          .append('\n');
    }
    return text.toString();
  }

  private static String shown(@Nullable String value) {
    return value == null ? "-" : value;
  }

  private static String json(SpecDiff diff) {
    ObjectNode object = Json.mapper().createObjectNode();
    object.put("a", diff.a());
    object.put("b", diff.b());
    object.put("same", diff.isEmpty());
    ArrayNode lines = object.putArray("spec");
    diff.lines().forEach(lines::add);
    ObjectNode params = object.putObject("params");
    for (SpecDiff.Param param : diff.params()) {
      ObjectNode values = params.putObject(param.key());
      put(values, "a", param.a());
      put(values, "b", param.b());
    }
    return Json.pretty(object);
  }

  private static void put(ObjectNode values, String side, @Nullable String value) {
    values.set(side, value == null ? values.nullNode() : RunJson.typed(value));
  }
}
