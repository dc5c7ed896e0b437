package dev.epochal.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands as they are pasted, read by a real shell. */
final class ShellCommandsTest {
  @Test
  void onlyAFolderThatIsNotFoundIsNamed() {
    assertThat(ShellCommands.on(Path.of("/home/me/runs"), true).of("stop 1"))
        .isEqualTo("./run stop 1");
    assertThat(ShellCommands.on(Path.of("/tmp/my-runs"), false).of("stop 1"))
        .isEqualTo("./run stop 1 --runs /tmp/my-runs");
    assertThat(ShellCommands.on(Path.of("/tmp/my runs"), false).of("stop 1"))
        .isEqualTo("./run stop 1 --runs '/tmp/my runs'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tmp/runs",
        "/tmp/my runs",
        "/tmp/it's",
        "/tmp/$HOME",
        "/tmp/`id`",
        "/tmp/a\"b",
        "/tmp/a;b&c|d>e",
        "/tmp/~",
        "/tmp/\\n",
        "/tmp/grün",
        "/tmp/*",
        "/tmp/a!b#c"
      })
  void aShellReadsTheFolderAsItIs(String folder) throws IOException {
    String line =
        ShellCommands.on(Path.of(folder), false).of("x").replace("./run", "printf '%s\\n'");
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", line);
    shell.environment().put("LC_ALL", "C.UTF-8");
    Process read = shell.start();
    assertThat(new String(read.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("x\n--runs\n" + folder + "\n");
  }
}
