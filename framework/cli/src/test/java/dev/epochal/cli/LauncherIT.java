package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./run} on a machine that lacks what it needs; nothing is built. */
final class LauncherIT {
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "dirname",
          "readlink",
          "uname",
          "grep",
          "cat",
          "find",
          "mkdir",
          "flock",
          "mktemp");

  @TempDir Path machine;

  private Path launcher;
  private Path bin;

  @BeforeEach
  void aCopyOfTheLauncherAlone() throws IOException {
    Path home = Files.createDirectory(machine.resolve("epochal"));
    launcher = Files.copy(Path.of("..", "..", "run"), home.resolve("run"));
    bin = Files.createDirectory(machine.resolve("bin"));
    for (String tool : TOOLS) {
      put(tool, found(tool));
    }
  }

  @Test
  void withoutJavaItNamesThePackageThatHasIt() throws Exception {
    failsWith("Java is missing: .*openjdk-17-jdk-headless.*");
  }

  @Test
  void withoutMavenItNamesThePackageThatHasIt() throws Exception {
    put("java", Path.of(System.getProperty("java.home"), "bin", "java"));
    put("javac", Path.of(System.getProperty("java.home"), "bin", "javac"));
    failsWith("Maven is missing: .*apt-get install maven.*");
  }

  private void failsWith(String line) throws Exception {
    ProcessBuilder run = new ProcessBuilder(bin.resolve("bash").toString(), launcher.toString());
    Map<String, String> environment = run.environment();
    environment.clear();
    environment.put("PATH", bin.toString());
    Process process = run.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(said).matches(line);
    assertThat(process.waitFor()).isEqualTo(1);
  }

  private void put(String name, Path target) throws IOException {
    Path script = Files.writeString(bin.resolve(name), "#!/bin/sh\nexec '" + target + "' \"$@\"\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
  }

  private static Path found(String tool) {
    for (String folder : List.of("/usr/bin", "/bin")) {
      if (Files.isExecutable(Path.of(folder, tool))) {
        return Path.of(folder, tool);
      }
    }
    throw new AssertionError("this machine has no " + tool);
  }
}
