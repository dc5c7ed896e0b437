package dev.epochal.cli;

import dev.epochal.core.json.Json;
import dev.epochal.runner.Checkup;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what this machine has and lacks. */
@Command(
    name = "doctor",
    description = "Check this machine: Java, memory, native library, fonts, data, registry.")
final class DoctorCommand implements Callable<Integer> {
  @Option(names = "--json", description = "As an array of JSON objects.")
  private boolean json;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;

  DoctorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<Checkup.Finding> findings = Checkup.of(common.workplace());
    if (json) {
      console.print(Json.pretty(findings));
    } else {
      findings.forEach(
          finding ->
              console.print(
                  "%-5s %-16s %s%s%n"
                      .formatted(
                          finding.verdict().name().toLowerCase(java.util.Locale.ROOT),
                          finding.subject(),
                          finding.found(),
                          finding.remedy() == null ? "" : "; " + finding.remedy())));
    }
    return findings.stream().anyMatch(f -> f.verdict() == Checkup.Verdict.FAIL) ? 1 : 0;
  }
}
