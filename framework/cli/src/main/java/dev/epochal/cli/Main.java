package dev.epochal.cli;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Suggestions;
import dev.epochal.runner.Checkup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Where the program starts: {@code ./run ARGUMENTS}. */
public final class Main {
  /** What a first word ends with when it means a spec and not a command. */
  private static final Set<String> SPEC_SUFFIXES = Set.of(".yaml", ".yml");

  /** Commands whose Ctrl-C is a wish, and not the end of the program. */
  private static final Set<String> TRAINING =
      Set.of("run", "rerun", "resume", "verify", TrialCommand.NAME);

  private Main() {}

  /** Exits with 0 (done), 1 (the work failed), 2 (wrong use or bad input) or 130 (interrupted). */
  public static void main(String[] arguments) {
    System.exit(run(new Console(System.out, System.err, System.getenv()), arguments));
  }

  static int run(Console console, String... arguments) {
    String[] words = withDefaultCommand(arguments);
    StopSignal stop = new StopSignal(console);
    if (words.length > 0 && TRAINING.contains(words[0])) {
      stop.listen();
    }
    CommandLine line = Grammar.of(words, new Factory(console, stop));
    line.setOut(console.outWriter());
    line.setErr(console.errWriter());
    line.setColorScheme(CommandLine.Help.defaultColorScheme(console.colour() ? Ansi.ON : Ansi.OFF));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.getHelpSectionMap()
        .put(CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new CommandGroups());
    line.setParameterExceptionHandler(
        (problem, given) -> {
          console.problem(String.valueOf(problem.getMessage()));
          console.problem(remedy(problem));
          return 2;
        });
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> failed(console, failure, Arrays.asList(arguments)));
    return guarded(console, Arrays.asList(arguments), () -> line.execute(words));
  }

  /** For a command the one that is spelled most like it; for an option what picocli finds. */
  private static String remedy(CommandLine.ParameterException problem) {
    List<String> similar = List.of();
    if (problem instanceof CommandLine.UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0);
      similar =
          word.startsWith("-") || problem.getCommandLine().getParent() != null
              ? unmatched.getSuggestions()
              : Suggestions.nearest(word, problem.getCommandLine().getSubcommands().keySet())
                  .stream()
                  .toList();
    }
    return similar.isEmpty()
        ? problem.getCommandLine().getCommandSpec().qualifiedName() + " --help shows what there is"
        : "did you mean: " + String.join(", ", similar) + "?";
  }

  /** What picocli passes on: the machine lacks something, which is no error in the program. */
  static int guarded(Console console, List<String> arguments, IntSupplier command) {
    try {
      return command.getAsInt();
    } catch (OutOfMemoryError e) {
      return lacking(console, arguments, e, "memory does not suffice", Checkup.MEMORY_REMEDY);
    } catch (LinkageError e) {
      return lacking(console, arguments, e, "a library does not load", Checkup.NATIVE_REMEDY);
    }
  }

  private static int lacking(
      Console console, List<String> arguments, Error failure, String what, String remedy) {
    if (arguments.contains("--debug")) {
      failure.printStackTrace(console.errWriter());
    }
    console.problem(what + ": " + failure + "; " + remedy + " (./run doctor shows more)");
    return 1;
  }

  private static int failed(Console console, Exception failure, List<String> arguments) {
    if (arguments.contains("--debug")) {
      failure.printStackTrace(console.errWriter());
    }
    if (failure instanceof InvalidInputException invalid) {
      invalid.problems().forEach(problem -> console.problem(problem.toString()));
      int n = invalid.problems().size();
      if (n > 1) {
        console.problem(n + " problems");
      }
      return 2;
    }
    console.problem(
        failure instanceof EpochalException
            ? String.valueOf(failure.getMessage())
            : "unexpected " + failure + " (--debug shows where)");
    return 1;
  }

  /** {@code ./run experiments/baseline.yaml} means {@code ./run run experiments/baseline.yaml}. */
  static String[] withDefaultCommand(String... arguments) {
    if (arguments.length == 0 || !isSpec(arguments[0])) {
      return arguments;
    }
    List<String> with = new ArrayList<>(List.of("run"));
    with.addAll(List.of(arguments));
    return with.toArray(new String[0]);
  }

  private static boolean isSpec(String word) {
    if (word.startsWith("-")) {
      return false;
    }
    return SPEC_SUFFIXES.stream().anyMatch(word::endsWith)
        || (word.contains("/") && Files.isRegularFile(Path.of(word)));
  }

  /** Gives each command what its constructor asks for. */
  private record Factory(Console console, StopSignal stop) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      for (var constructor : type.getDeclaredConstructors()) {
        List<Class<?>> asked = List.of(constructor.getParameterTypes());
        if (asked.equals(List.of(Console.class))) {
          return type.cast(constructor.newInstance(console));
        }
        if (asked.equals(List.of(Console.class, StopSignal.class))) {
          return type.cast(constructor.newInstance(console, stop));
        }
      }
      return CommandLine.defaultFactory().create(type);
    }
  }
}
