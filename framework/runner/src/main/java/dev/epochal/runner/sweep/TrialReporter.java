package dev.epochal.runner.sweep;

import dev.epochal.core.json.Json;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.EpochResult;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.runner.EpochMetrics;
import dev.epochal.runner.Resumption;
import dev.epochal.runner.RunListener;
import java.io.PrintStream;
import java.util.SortedMap;

/** Says to the sweep's process what the run of a trial does. */
final class TrialReporter implements RunListener {
  /** Ten times a second is enough for a bar. */
  private static final long PAUSE_NANOS = 100_000_000;

  private final PrintStream out;
  private final Runnable recording;
  private long images;
  private long said;
  private long imagesBefore;

  TrialReporter(PrintStream out, Runnable recording) {
    this.out = out;
    this.recording = recording;
  }

  /** A line at once, so that lines of several threads never mix. */
  synchronized void say(TrialEvent event) {
    out.print(Json.line(event) + "\n");
    out.flush();
  }

  @Override
  public void message(String sentence) {
    say(new TrialEvent.Message(sentence));
  }

  @Override
  public void downloaded(String file, long bytes, long total) {
    // The sweep shows trials, not files.
  }

  @Override
  public void recording() {
    recording.run();
  }

  @Override
  public void resumed(Resumption how) {
    imagesBefore = how.images();
  }

  @Override
  public void ready(
      RunPlan plan, RunRecord run, DatasetRecord dataset, SortedMap<String, String> environment) {
    say(
        new TrialEvent.Ready(
            run.name(),
            (long) plan.training().epochs() * plan.data().split().used().train(),
            imagesBefore,
            dataset.notice()));
  }

  @Override
  public void updated(int more, double loss) {
    images += more;
    long now = System.nanoTime();
    if (now - said > PAUSE_NANOS) {
      tellImages(now);
    }
  }

  private void tellImages(long now) {
    if (images > 0) {
      say(new TrialEvent.Trained(images));
    }
    images = 0;
    said = now;
  }

  @Override
  public void epochEnded(EpochResult epoch) {
    tellImages(System.nanoTime());
    say(new TrialEvent.Epoch(epoch.epoch(), EpochMetrics.of(epoch)));
  }

  @Override
  public void stage(String name) {
    // What comes after training is short.
  }

  @Override
  public void finished(RunRecord run, RunFolder folder) {
    // The host says so, when it is known to all.
  }
}
