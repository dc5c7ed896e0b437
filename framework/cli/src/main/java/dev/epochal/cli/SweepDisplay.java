package dev.epochal.cli;

import dev.epochal.core.run.RunStatus;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.core.sweep.SweepRecord;
import dev.epochal.runner.Divergence;
import dev.epochal.runner.sweep.SweepListener;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows a sweep while it goes on: a line per trial, and a bar on a terminal; all on stderr. */
final class SweepDisplay implements SweepListener, AutoCloseable {
  private final Console console;
  private final StopSignal stop;
  private final SortedMap<Integer, Double> parts = new TreeMap<>();
  private final Map<Integer, Instant> begun = new HashMap<>();
  private final SortedMap<RunStatus, Integer> ends = new TreeMap<>();
  private @Nullable SweepBar bar;
  private int trials;
  private int over;
  private int brokenOff;
  private int reused;
  private int stopped;
  private int diverged;
  private int failures;

  SweepDisplay(Console console, StopSignal stop) {
    this.console = console;
    this.stop = stop;
  }

  /** How many trials failed otherwise than by diverging. */
  int failures() {
    return failures;
  }

  @Override
  public void recording() {
    stop.recording();
  }

  @Override
  public void message(String sentence) {
    line(sentence);
  }

  @Override
  public void shout(String sentence) {
    pause();
    console.shout("!!! " + sentence + " !!!");
  }

  @Override
  public void begun(SweepRecord sweep, SweepFolder folder, int all) {
    trials = all;
    console.say(
        "Sweep %s (%s): %s, %d at once with %s each"
            .formatted(
                sweep.name(),
                sweep.id(),
                Spoken.many(all, "trial"),
                sweep.jobs(),
                Spoken.many(sweep.threads(), "thread")));
    console.say("Folder: " + folder.path());
    if (console.terminal()) {
      bar = new SweepBar(console.errStream(), all, console.columns());
    }
  }

  @Override
  public void trialBegun(int number, SortedMap<String, String> values, String run, String name) {
    begun.put(number, Instant.now());
    parts.put(number, 0.0);
    show();
  }

  @Override
  public void trialGetsOn(int number, double part) {
    parts.put(number, Math.min(1, part));
    show();
  }

  @Override
  public void epochEnded(int number, int epoch, SortedMap<String, Double> metrics) {
    show();
  }

  @Override
  public void trialOver(TrialEnd end) {
    parts.remove(end.number());
    boolean goesOn =
        (end.status() == RunStatus.KILLED || end.status() == RunStatus.CRASHED) && !end.stopped();
    over += goesOn ? 0 : 1;
    brokenOff += goesOn ? 1 : 0;
    ends.merge(end.status(), 1, Integer::sum);
    reused += end.reused() ? 1 : 0;
    stopped += end.stopped() ? 1 : 0;
    boolean itDiverged = end.status() == RunStatus.FAILED && Divergence.isTheReason(end.reason());
    diverged += itDiverged ? 1 : 0;
    boolean itFailed =
        (end.status() == RunStatus.FAILED && !itDiverged) || end.status() == RunStatus.CRASHED;
    // What was told to stop, and died on the way, has said what it had to say.
    failures += itFailed && !end.stopped() ? 1 : 0;
    line(TrialLine.of(end, trials, begun.get(end.number())));
    show();
  }

  @Override
  public void selected(int number, String run, double value) {
    line("trial %d (%s) is the best: its test split is read now".formatted(number, run));
  }

  @Override
  public void over(SweepRecord sweep, SweepFolder folder) {
    close();
    console.say("");
    String counts =
        ends.entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey())
            .collect(Collectors.joining(", "));
    console.say(
        "sweep      %s (%s) %s%s"
            .formatted(
                sweep.name(),
                sweep.id(),
                sweep.status(),
                sweep.reason() == null ? "" : ": " + sweep.reason()));
    console.say(
        "trials     %d of %d over%s%s%s%s%s"
            .formatted(
                over,
                trials,
                counts.isEmpty() ? "" : ": " + counts,
                part(diverged, "diverged"),
                part(reused, "reused (--fresh runs them again)"),
                part(stopped, "stopped early"),
                part(brokenOff, "broken off, to be gone on with")));
    console.say("folder     " + folder.path());
    boolean goesOn = sweep.status() != RunStatus.FINISHED;
    console.say("next       ./run " + (goesOn ? "resume " : "answer ") + sweep.id());
    console.say("           ./run show " + sweep.id());
  }

  private static String part(int count, String what) {
    return count == 0 ? "" : "; " + count + " " + what;
  }

  private void line(String text) {
    pause();
    console.say(text);
    show();
  }

  private void pause() {
    if (bar != null) {
      bar.clear();
    }
  }

  private void show() {
    if (bar != null) {
      double done = over + parts.values().stream().mapToDouble(Double::doubleValue).sum();
      bar.show(done, running());
    }
  }

  private String running() {
    return parts.entrySet().stream()
        .map(
            part ->
                "trial %d: %d %% (%s)"
                    .formatted(
                        part.getKey(),
                        Math.round(100 * part.getValue()),
                        Durations.text(seconds(part.getKey()))))
        .collect(Collectors.joining("   "));
  }

  private double seconds(int number) {
    Instant since = begun.getOrDefault(number, Instant.now());
    return Duration.between(since, Instant.now()).toMillis() / 1e3;
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
