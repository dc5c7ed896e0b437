package dev.epochal.cli;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.runner.machine.Machine;
import dev.epochal.runner.machine.TrainingJvm;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * For the launcher: how the JVM that trains on this machine is started, a line each: {@code env
 * NAME=VALUE} or {@code opt OPTION}.
 */
@Command(name = "jvm-settings", hidden = true)
final class JvmCommand implements Callable<Integer> {
  @Option(names = "--threads")
  private String threads = "";

  private final Console console;

  JvmCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Machine machine = Machine.here();
    TrainingJvm jvm = TrainingJvm.of(machine, threads(machine));
    StringBuilder lines = new StringBuilder();
    jvm.environment().forEach((name, value) -> lines.append("env %s=%s\n".formatted(name, value)));
    jvm.options().forEach(option -> lines.append("opt %s\n".formatted(option)));
    console.print(lines.toString());
    return 0;
  }

  private int threads(Machine machine) {
    if (threads.isEmpty()) {
      return machine.cores();
    }
    if (!threads.matches("[1-9]\\d{0,3}")) {
      throw new InvalidInputException(
          new Problem(
              "command line",
              "--threads",
              "must be a number from 1 to 9999 but was \"" + threads + "\"",
              null));
    }
    return Integer.parseInt(threads);
  }
}
