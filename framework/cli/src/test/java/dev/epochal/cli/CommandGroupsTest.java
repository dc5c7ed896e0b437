package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** The help: every command in its group, each with a text of its own. */
final class CommandGroupsTest {
  static List<String> visible() {
    return Stream.of(EpochalCommand.class.getAnnotation(Command.class).subcommands())
        .map(type -> type.getAnnotation(Command.class))
        .filter(command -> !command.hidden())
        .map(Command::name)
        .toList();
  }

  @Test
  void theGroupsHoldEveryVisibleCommandOnce() {
    assertThat(CommandGroups.GROUPS.values().stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(visible());
  }

  @Test
  void theHelpListsTheCommandsWithWhatTheyDo() {
    String help = printed();
    assertThat(help).contains("Run an experiment:", "./run experiments/quickstart.yaml");
    assertThat(help).doesNotContain("jvm-settings");
    for (String command : visible()) {
      assertThat(help).containsPattern("(?m)^  " + command + " +[A-Z].+[.)]$");
    }
  }

  @ParameterizedTest
  @MethodSource("visible")
  void aCommandExplainsItself(String command) {
    assertThat(printed(command, "--help"))
        .contains("Usage: ./run " + command, "--runs", "--debug", "--help")
        .doesNotContain("(?"); // no pattern by which a value is split
  }

  /** The help breaks lines where the terminal ends, and nowhere else. */
  @ParameterizedTest
  @MethodSource("visible")
  void aSentenceOfTheHelpIsOneText(String command) {
    CommandSpec spec =
        Grammar.of(new String[] {command}, new Program())
            .getSubcommands()
            .get(command)
            .getCommandSpec();
    Stream<String> texts =
        Stream.concat(
                Stream.of(spec.usageMessage().description(), spec.usageMessage().footer()),
                spec.args().stream().map(ArgSpec::description))
            .flatMap(Stream::of);
    assertThat(texts).allMatch(text -> text.isBlank() || text.matches("(?s)  .*|.*[.:]"));
  }

  /** Makes commands that say nothing. */
  private static final class Program implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      Constructor<?> constructor = type.getDeclaredConstructors()[0];
      Object[] arguments =
          Stream.of(constructor.getParameterTypes())
              .map(
                  asked ->
                      asked == Console.class ? Console.silent() : new StopSignal(Console.silent()))
              .toArray();
      return type.cast(constructor.newInstance(arguments));
    }
  }

  private static String printed(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Main.run(new Console(new PrintStream(out), new PrintStream(err), Map.of()), arguments);
    assertThat(exit).isZero();
    assertThat(err.size()).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }
}
