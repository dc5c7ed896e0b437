package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Command;

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
        .contains("Usage: ./run " + command, "--runs", "--debug", "--help");
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
