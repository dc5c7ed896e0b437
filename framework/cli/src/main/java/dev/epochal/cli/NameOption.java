package dev.epochal.cli;

import dev.epochal.core.run.AnnotationRules;
import picocli.CommandLine.Option;

/** {@code --name}, which a new run may be given. */
final class NameOption {
  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Name of the run (default: <experiment>-<n>).")
  private String name = "";

  /**
   * As it was written; empty when it was not.
   *
   * @throws dev.epochal.core.problem.InvalidInputException when a run cannot be named so
   */
  String written() {
    if (!name.isEmpty()) {
      AnnotationRules.checkName("command line", "--name", name);
    }
    return name;
  }
}
