package dev.epochal.cli;

import dev.epochal.core.run.RunFolder;
import dev.epochal.registry.Registry;
import dev.epochal.runner.RunReport;
import dev.epochal.runner.SweepReports;
import dev.epochal.runner.Workplace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the report of a run, of several, or of a sweep. */
@Command(
    name = "report",
    description =
        "Write one page with all figures and how to read them; of several runs, compared; of a"
            + " sweep, its answer and what that rests on.")
final class ReportCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private RunsArgument runs;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.html",
      description =
          "Where to write it (default: report.html in the folder of the run or sweep; of several runs,"
              + " reports/<ids>.html among the runs).")
  private @Nullable Path output;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;

  ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Workplace workplace = common.workplace();
    Registry registry = workplace.registry(console::say);
    List<String> references = runs.in(registry, console);
    if (references.size() == 1) {
      Optional<String> sweep = registry.sweeps().find(references.get(0));
      if (sweep.isPresent()) {
        console.print(SweepReports.write(registry, sweep.get(), output) + "\n");
        return 0;
      }
    }
    List<RunFolder> folders = references.stream().map(registry::folder).distinct().toList();
    console.print(RunReport.write(workplace, folders, output) + "\n");
    return 0;
  }
}
