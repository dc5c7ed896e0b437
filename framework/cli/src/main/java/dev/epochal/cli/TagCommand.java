package dev.epochal.cli;

import dev.epochal.core.run.RunRecord;
import dev.epochal.registry.Registry;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives tags to runs, and takes them away. */
@Command(
    name = "tag",
    description = "Tag runs: key=value sets a tag, '~key' takes it away.",
    footer = {"", "For example:", "  ./run tag latest good=yes '~draft'"})
final class TagCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..*",
      paramLabel = "RUN | key=value | ~key",
      description = "Runs, and what to do with their tags. A run: " + RunArgument.MEANT)
  private List<String> words = List.of();

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private RunSelection selection;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;

  TagCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    TagWords tags = TagWords.of(words);
    Registry registry = common.workplace().registry(console::say);
    List<RunRecord> runs =
        registry.annotate(
            selection.with(tags.runs(), registry, console),
            (run, before) -> {
              var now = tags.on(run.tags());
              return now.equals(run.tags()) ? before : before.tagged(now);
            });
    for (RunRecord run : runs.size() == 1 ? runs : List.<RunRecord>of()) {
      console.say(Spoken.of(run) + " has " + text(run));
    }
    if (runs.size() > 1) {
      console.say("tagged " + Spoken.of(runs));
    }
    return 0;
  }

  private static String text(RunRecord run) {
    return run.tags().isEmpty()
        ? "no tags"
        : run.tags().entrySet().stream()
            .map(tag -> tag.getKey() + "=" + tag.getValue())
            .collect(Collectors.joining(", "));
  }
}
