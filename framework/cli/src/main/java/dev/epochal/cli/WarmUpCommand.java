package dev.epochal.cli;

import dev.epochal.registry.Registry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * For the launcher: touches what looking at runs needs, in an empty folder of runs, so that the JVM
 * can archive those classes.
 */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
  private static final String FIRST = "0123456789ab";
  private static final String SECOND = "123456789abc";

  private static final String SPEC =
      """
      name: warm-up
      data: {dataset: digits, subset: {train: 10, validation: 10, test: 10}}
      network: {layers: [{name: out, type: output}]}
      training: {batchSize: 5}
      """;

  private static final String FILTER =
      "not (name like 'x%' or status in (failed, killed)) and started > 2020-01-01"
          + " and duration < 1h and metrics.test.accuracy > 0.5"
          + " and params.training.batchSize between 1 and 100 and tags.course is not null"
          + " and epochsTo(validation.accuracy, 0.5) = 1";

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;

  WarmUpCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    // Never the registry that the user's environment names: this one is thrown away.
    Path folder = common.workplace().runs();
    try {
      WarmUpRun.write(folder, FIRST, SPEC);
      WarmUpRun.write(folder, SECOND, SPEC + "seed: 2\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Registry.in(folder, console::say).reindex();
    String runs = folder.toString();
    Main.run(console, "list", "--runs", runs);
    Main.run(console, "list", "--json", "--runs", runs);
    Main.run(
        console, "list", "--runs", runs, "--sort", "-metrics.test.accuracy", "--filter", FILTER);
    Main.run(console, "list", "--runs", runs, "--csv");
    Main.run(console, "list", "--runs", runs, "--group-by", "seed");
    Main.run(console, "compare", "--runs", runs, FIRST, SECOND);
    Main.run(console, "diff", "--runs", runs, FIRST, SECOND);
    Main.run(console, "tag", "--runs", runs, FIRST, "warm=up");
    Main.run(console, "note", "--runs", runs, FIRST, "warm");
    Main.run(console, "jvm-settings", "--", "run", "warm-up.yaml");
    lookAtASpec(folder);
    return Main.run(console, "show", "latest", "--runs", runs);
  }

  /** Specs are looked at with the same classes whatever they say. */
  private void lookAtASpec(Path folder) {
    try {
      Path spec = Files.createDirectories(folder).resolve("warm-up.yaml");
      Files.writeString(spec, SPEC);
      Main.run(console, "validate", spec.toString());
      Main.run(console, "data", spec.toString());
      Main.run(console, "data", spec.toString(), "--json");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
