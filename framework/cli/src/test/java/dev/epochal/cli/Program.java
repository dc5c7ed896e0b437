package dev.epochal.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The real program in a JVM of its own, with its runs and cache below a folder of the test, and
 * without a way to MNIST's mirrors.
 */
final class Program {
  private static final long MINUTES = 4;
  private static final List<String> TRAINING =
      List.of(
          "-Xmx1g",
          "-XX:+UseSerialGC",
          "-Dorg.bytedeco.javacpp.maxbytes=2g",
          "-Dorg.bytedeco.javacpp.maxphysicalbytes=6g",
          "-Dorg.eclipse.deeplearning4j.helpers.disable=false",
          "-Djava.awt.headless=true");

  /** Nobody listens there: a connection is refused at once. */
  private static final int NOBODY = 9;

  private final Path home;
  private final int proxy;
  private final Map<String, String> more = new TreeMap<>();

  Program(Path home) {
    this(home, NOBODY);
  }

  /** What is downloaded is asked of a port of this machine. */
  Program(Path home, int proxy) {
    this.home = home;
    this.proxy = proxy;
  }

  /** What it left behind when it ended. */
  record Result(int exit, String out, String err) {
    JsonNode json() throws IOException {
      return Json.parse(out, JsonNode.class);
    }
  }

  /** The program while it goes on; its output lies in files, so that no pipe fills up. */
  record Running(Process process, Path out, Path err) {
    /** As Ctrl-C does; SIGTERM where whoever started the tests has Ctrl-C ignored. */
    void interrupt() throws IOException, InterruptedException {
      String signal = ignoresInterrupts() ? "-TERM" : "-INT";
      new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }

    private static boolean ignoresInterrupts() throws IOException {
      String ignored =
          Files.readAllLines(Path.of("/proc/self/status")).stream()
              .filter(line -> line.startsWith("SigIgn:"))
              .map(line -> line.substring(line.indexOf(':') + 1).strip())
              .findFirst()
              .orElseThrow();
      return (Long.parseUnsignedLong(ignored, 16) & 1L << 1) != 0;
    }

    Result end() throws IOException, InterruptedException {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("still running after " + MINUTES + " minutes: " + said(err));
      }
      return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    }
  }

  /** For what is started from now on. */
  void setEnvironment(String name, String value) {
    more.put(name, value);
  }

  Path runs() {
    return home.resolve("runs");
  }

  /** Writes a spec beside the runs. */
  Path spec(String name, String yaml) throws IOException {
    return Files.writeString(home.resolve(name), yaml);
  }

  /** Runs it to its end. */
  Result run(Object... arguments) throws IOException, InterruptedException {
    return start(arguments).end();
  }

  /** Runs it to its end in a JVM with one more option. */
  Result runWith(String option, Object... arguments) throws IOException, InterruptedException {
    return startWith(List.of(option), arguments).end();
  }

  Running start(Object... arguments) throws IOException {
    return startWith(List.of(), arguments);
  }

  private Running startWith(List<String> options, Object... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(TRAINING);
    command.addAll(List.of("-Dhttps.proxyHost=127.0.0.1", "-Dhttps.proxyPort=" + proxy));
    command.addAll(options);
    command.add(
        "-Djava.util.logging.config.file=" + Path.of("logging.properties").toAbsolutePath());
    command.add("-Depochal.home=" + home);
    command.addAll(List.of("-cp", classPath(), Main.class.getName()));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    Path out = Files.createTempFile(home, "program", ".out");
    Path err = Files.createTempFile(home, "program", ".err");
    ProcessBuilder program =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    Map<String, String> environment = program.environment();
    // JAVA_TOOL_OPTIONS: Java says on stderr that it picked it up.
    List.of("EPOCHAL_DATA", "EPOCHAL_REGISTRY", "EPOCHAL_TERMINAL", "JAVA_TOOL_OPTIONS")
        .forEach(environment::remove);
    environment.put("EPOCHAL_RUNS", runs().toString());
    environment.put("XDG_CACHE_HOME", home.resolve("cache").toString());
    environment.putIfAbsent("OMP_NUM_THREADS", "2");
    environment.put("OMP_WAIT_POLICY", "PASSIVE");
    environment.put("OPENBLAS_THREAD_TIMEOUT", "4");
    environment.putAll(more);
    return new Running(program.start(), out, err);
  }

  /** The folders of its runs: what has a record. */
  List<Path> runFolders() throws IOException {
    if (!Files.isDirectory(runs())) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(runs())) {
      return all.filter(folder -> Files.exists(folder.resolve("run.json"))).toList();
    }
  }

  /** Surefire's own jar stands in {@code java.class.path}; the real one is beside it. */
  static String classPath() {
    return System.getProperty(
        "surefire.test.class.path", System.getProperty("java.class.path", ""));
  }

  private static String said(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
