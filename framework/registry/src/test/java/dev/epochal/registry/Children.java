package dev.epochal.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** JVMs of their own for tests that kill them, or need several. */
final class Children {
  private Children() {}

  /** Starts a main class of the tests with this JVM's class path; its stderr is ours. */
  static Process start(Class<?> main, Object... arguments) throws IOException {
    return program(main, arguments).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** The same, with what it prints in files. */
  static Process start(Class<?> main, Path out, Path err, Object... arguments) throws IOException {
    return program(main, arguments)
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }

  private static ProcessBuilder program(Class<?> main, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return new ProcessBuilder(command);
  }

  /** The child's next line on stdout. */
  static String line(Process child) throws IOException {
    return new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))
        .readLine();
  }
}
