package dev.epochal.cli;

import dev.epochal.runner.Workplace;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every command has. */
final class CommonOptions {
  @Option(
      names = "--runs",
      paramLabel = "DIR",
      description = "Folder of the runs (default: EPOCHAL_RUNS, else runs/ beside ./run).")
  private @Nullable Path runs;

  @Option(names = "--debug", description = "Show where an error came from.")
  private boolean debug;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean help;

  Workplace workplace() {
    return workplace(runs);
  }

  /** Where a command without {@code --runs} works, as long as the environment is as it is. */
  static Workplace untold() {
    return workplace(null);
  }

  private static Workplace workplace(@Nullable Path told) {
    return Workplace.of(
        System.getenv(), Path.of(System.getProperty("user.home")), told, home().resolve("runs"));
  }

  /** Whether errors are to say where they came from. */
  boolean debug() {
    return debug;
  }

  /** The folder that {@code ./run} stands in; the launcher says. */
  static Path home() {
    return Path.of(System.getProperty("epochal.home", "")).toAbsolutePath();
  }
}
