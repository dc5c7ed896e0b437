package dev.epochal.runner.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** The process of a trial, seen from the sweep's. */
final class TrialProcess {
  private static final int KEPT_LINES = 30;

  /** The kernel, short of memory, is to end a trial and not the sweep: the higher, the sooner. */
  private static final String EXPENDABLE = "500";

  private final int number;
  private final Process process;
  private final BufferedWriter in;
  private final BlockingQueue<Happening> happenings;
  private final Deque<String> lastLines = new ArrayDeque<>();
  private boolean told;

  private TrialProcess(int number, Process process, BlockingQueue<Happening> happenings) {
    this.number = number;
    this.process = process;
    this.in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), UTF_8));
    this.happenings = happenings;
  }

  /**
   * What happens to a trial.
   *
   * @param event null when its process has ended
   * @param exit its exit status; 128 and the signal's number if it died of one; 0 before
   * @param lastLines that it printed and that are no events
   */
  record Happening(int number, @Nullable TrialEvent event, int exit, String lastLines) {}

  /**
   * Starts it.
   *
   * @param happenings takes what happens, its end last
   * @throws EpochalException when no process can be started
   */
  static TrialProcess start(
      int number, TrialJvm jvm, TrialRequest request, BlockingQueue<Happening> happenings) {
    try {
      ProcessBuilder builder = new ProcessBuilder(jvm.command()).redirectErrorStream(true);
      builder.environment().putAll(jvm.environment());
      TrialProcess trial = new TrialProcess(number, builder.start(), happenings);
      trial.isExpendable();
      trial.read();
      trial.tell(Json.line(request));
      return trial;
    } catch (IOException e) {
      throw new EpochalException("cannot start a process for trial " + number + ": " + e, e);
    }
  }

  private void isExpendable() {
    try {
      Files.writeString(Path.of("/proc/" + process.pid() + "/oom_score_adj"), EXPENDABLE);
    } catch (IOException e) {
      // Not everybody may say so; then the kernel chooses for itself.
    }
  }

  /** Asks the trial to stop after its step, once. */
  void stop(String why) {
    if (!told) {
      told = true;
      tell(why);
    }
  }

  private void tell(String line) {
    try {
      in.write(line + "\n");
      in.flush();
    } catch (IOException e) {
      // It has ended: that is about to be heard.
    }
  }

  private void read() {
    Thread thread = new Thread(this::readAll, "epochal-trial-" + number);
    thread.setDaemon(true);
    thread.start();
  }

  private void readAll() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        take(line);
      }
    } catch (IOException e) {
      keep("(its output cannot be read: " + e + ")");
    }
    try {
      int exit = process.waitFor();
      happenings.add(new Happening(number, null, exit, String.join("\n", lastLines)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Native code may have left half a line before an event. */
  private void take(String line) {
    int start = line.indexOf("{\"" + TrialEvent.EVENT + "\":");
    if (start >= 0) {
      try {
        TrialEvent event = Json.parse(line.substring(start), TrialEvent.class);
        happenings.add(new Happening(number, event, 0, ""));
        return;
      } catch (JsonProcessingException broken) {
        // Kept as what it is.
      }
    }
    keep(line);
  }

  private void keep(String line) {
    lastLines.add(line);
    if (lastLines.size() > KEPT_LINES) {
      lastLines.remove();
    }
  }
}
