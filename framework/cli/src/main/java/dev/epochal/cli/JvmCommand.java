package dev.epochal.cli;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.runner.machine.Machine;
import dev.epochal.runner.machine.TrainingJvm;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/**
 * For the launcher: how the JVM for a command that trains is started on this machine, a line each:
 * {@code env NAME=VALUE} or {@code opt OPTION}. A wrong command line gets the usual settings: the
 * command itself says what is wrong with it.
 */
@Command(name = "jvm-settings", hidden = true)
final class JvmCommand implements Callable<Integer> {
  @Parameters(paramLabel = "-- COMMAND LINE", description = "What the launcher was called with.")
  private List<String> words = List.of();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  private final Console console;

  JvmCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Machine machine = Machine.here();
    Integer asked = threads();
    TrainingJvm jvm = TrainingJvm.of(machine, asked == null ? machine.cores() : asked);
    StringBuilder lines = new StringBuilder();
    jvm.environment().forEach((name, value) -> lines.append("env %s=%s\n".formatted(name, value)));
    jvm.options().forEach(option -> lines.append("opt %s\n".formatted(option)));
    console.print(lines.toString());
    return 0;
  }

  private @Nullable Integer threads() {
    String[] line = Main.withDefaultCommand(words.toArray(new String[0]));
    try {
      ParseResult parsed = Grammar.of(line, spec.commandLine().getFactory()).parseArgs(line);
      while (parsed.hasSubcommand()) {
        parsed = parsed.subcommand();
      }
      boolean trains = !parsed.isUsageHelpRequested();
      return trains && parsed.commandSpec().userObject() instanceof Trains command
          ? command.threads()
          : null;
    } catch (ParameterException | EpochalException wrong) {
      return null;
    }
  }
}
