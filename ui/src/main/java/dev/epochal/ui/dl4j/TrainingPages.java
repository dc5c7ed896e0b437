package dev.epochal.ui.dl4j;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * DL4J's training UI as a process: started when somebody first wants a page, ended with this one.
 * It ends by itself when its standard input does, so also when this process is killed.
 */
public final class TrainingPages implements AutoCloseable {
  private static final List<String> OPTIONS =
      List.of(
          "-Xmx512m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:-UsePerfData",
          "-Djava.awt.headless=true",
          "-Dvertx.disableDnsResolver=true",
          "-Dfile.encoding=UTF-8");

  private static final String MAIN = "dev.epochal.ui.training.TrainingUiMain";

  private final Supplier<String> classPath;
  private final Path runs;
  private final int firstPort;
  private final IntConsumer serving;
  private State state = new Stopped();
  private @Nullable Process process;
  private @Nullable Path scratch;
  private boolean closed;

  /**
   * Starts nothing yet.
   *
   * @param classPath of the process; throws what people should read when there is none
   * @param runs the folder of the runs
   * @param firstPort the first one that is tried; 0 for any
   * @param serving is told the port, each time that it serves
   */
  public TrainingPages(Supplier<String> classPath, Path runs, int firstPort, IntConsumer serving) {
    this.classPath = classPath;
    this.runs = runs;
    this.firstPort = firstPort;
    this.serving = serving;
  }

  /** How it is with the process. */
  public sealed interface State {}

  /** Nobody asked yet, or it has ended. */
  public record Stopped() implements State {}

  /** It was started just now. */
  public record Starting() implements State {}

  /** It serves. */
  public record Serving(int port) implements State {}

  /** It could not be started. */
  public record Failed(String why) implements State {}

  /** How it is now. */
  public synchronized State state() {
    return state;
  }

  /** Starts it, unless it starts or serves already; how it is now. */
  public synchronized State start() {
    if (!closed && !(state instanceof Starting) && !(state instanceof Serving)) {
      launch();
    }
    return state;
  }

  private void launch() {
    try {
      Path temporary =
          Files.createTempDirectory("epochal-training-ui-" + ProcessHandle.current().pid() + "-");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(OPTIONS);
      command.add("-Djava.io.tmpdir=" + temporary);
      String logging = System.getProperty("java.util.logging.config.file");
      if (logging != null) {
        command.add("-Djava.util.logging.config.file=" + logging);
      }
      command.addAll(List.of("-cp", classPath.get(), MAIN));
      command.addAll(List.of(runs.toAbsolutePath().toString(), Integer.toString(firstPort)));
      // Where it stands it finds no files: not those of whoever started this.
      Process started =
          new ProcessBuilder(command)
              .directory(temporary.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process = started;
      scratch = temporary;
      state = new Starting();
      Thread reader = new Thread(() -> follow(started, temporary), "epochal-training-ui");
      reader.setDaemon(true);
      reader.start();
    } catch (IOException | RuntimeException e) {
      state = new Failed(String.valueOf(e.getMessage()));
    }
  }

  private void follow(Process started, Path temporary) {
    String failure = "its process ended without a word";
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.matches("port \\d{1,5}")) {
          int port = Integer.parseInt(line.substring("port ".length()));
          become(started, new Serving(port));
          serving.accept(port);
        } else if (line.startsWith("failed ")) {
          failure = line.substring("failed ".length());
        }
      }
    } catch (IOException e) {
      failure = "its process cannot be heard: " + e.getMessage();
    }
    ended(started, failure);
    remove(temporary);
  }

  private synchronized void become(Process started, State next) {
    if (process == started) {
      state = next;
    }
  }

  private synchronized void ended(Process started, String failure) {
    if (process == started) {
      state = state instanceof Serving ? new Stopped() : new Failed(failure);
      process = null;
    }
  }

  /** Ends the process, and waits until it is gone. */
  @Override
  public void close() {
    Process running;
    Path temporary;
    synchronized (this) {
      closed = true;
      running = process;
      temporary = scratch;
    }
    if (running != null) {
      running.destroyForcibly();
      try {
        running.waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    if (temporary != null) {
      remove(temporary);
    }
  }

  /** Its libraries leave copies of their own files there. */
  private static synchronized void remove(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // In the folder for temporary files, where it harms nobody.
    }
  }
}
