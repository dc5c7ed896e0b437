package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.runner.machine.Machine;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the launcher is told of the threads that a command line asks for. */
final class JvmCommandTest {
  @Test
  void aCommandTrainsWithTheThreadsThatItAsksFor() {
    assertThat(threads("run", "spec.yaml", "--threads", "3")).isEqualTo(3);
    assertThat(threads("run", "--threads=5", "spec.yaml", "seed=2")).isEqualTo(5);
    assertThat(threads("spec.yaml", "--threads", "7")).isEqualTo(7);
  }

  @Test
  void otherwiseWithAsManyAsTheMachineHasCores() {
    int cores = Machine.here().cores();
    assertThat(threads("spec.yaml")).isEqualTo(cores);
    assertThat(threads("doctor")).isEqualTo(cores);
    assertThat(threads("run", "spec.yaml", "--name", "threads", "tags.a=--threads 3"))
        .isEqualTo(cores);
  }

  @Test
  void whatIsWrongWithACommandLineIsLeftToTheCommandToSay() {
    int cores = Machine.here().cores();
    assertThat(threads("run", "spec.yaml", "--threads", "many")).isEqualTo(cores);
    assertThat(threads("run", "spec.yaml", "--threads", "0")).isEqualTo(cores);
    assertThat(threads("run", "spec.yaml", "--threads")).isEqualTo(cores);
    assertThat(threads("run", "spec.yaml", "--thread", "3")).isEqualTo(cores);
    assertThat(threads("run", "--threads", "3", "--help")).isEqualTo(cores);
    assertThat(threads()).isEqualTo(cores);
  }

  private static int threads(String... commandLine) {
    List<String> words = new ArrayList<>(List.of("jvm-settings", "--"));
    words.addAll(List.of(commandLine));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            new Console(new PrintStream(out), new PrintStream(err), Map.of()),
            words.toArray(new String[0]));
    assertThat(exit).isZero();
    assertThat(err.size()).isZero();
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("env OMP_NUM_THREADS="))
        .map(line -> Integer.valueOf(line.substring(line.indexOf('=') + 1)))
        .findFirst()
        .orElseThrow();
  }
}
