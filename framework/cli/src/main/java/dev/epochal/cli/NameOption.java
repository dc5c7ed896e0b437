package dev.epochal.cli;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import picocli.CommandLine.Option;

/** {@code --name}, which a new run may be given. */
final class NameOption {
  private static final String FORM = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Name of the run (default: <experiment>-<n>).")
  private String name = "";

  /**
   * As it was written; empty when it was not.
   *
   * @throws InvalidInputException when a run cannot be named so
   */
  String written() {
    if (!name.isEmpty() && !name.matches(FORM)) {
      throw new InvalidInputException(
          new Problem(
              "command line",
              "--name",
              "must be 1 to 100 letters, digits, dots, dashes or underscores, beginning with a letter"
                  + " or digit, but was \""
                  + name
                  + "\"",
              null));
    }
    return name;
  }
}
