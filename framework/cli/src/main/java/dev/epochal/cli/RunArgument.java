package dev.epochal.cli;

import picocli.CommandLine.Parameters;

/** The run that a command is about, as a person means it. */
final class RunArgument {
  static final String MEANT = "Id, unique prefix of an id, name, or latest.";

  @Parameters(index = "0", paramLabel = "RUN", description = MEANT)
  private String run = "";

  /** As it was written. */
  String written() {
    return run;
  }
}
