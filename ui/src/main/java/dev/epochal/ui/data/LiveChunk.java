package dev.epochal.ui.data;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.folder.JournalChunk;
import dev.epochal.registry.folder.JournalReader;
import dev.epochal.registry.folder.SignOfLife;
import dev.epochal.ui.http.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run's journal says from a byte to its end by now, with no more points of a metric than a
 * chart can show.
 *
 * @param to where to read on
 * @param series by metric
 * @param seconds that each whole epoch within took, training and data, in their order
 * @param resumed when another process went on with the run within: what was known of later steps
 *     does not count any more; null when none did
 * @param over whether nothing more will come
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LiveChunk(
    long to,
    SortedMap<String, Reduced> series,
    List<Double> seconds,
    @Nullable Resumed resumed,
    String status,
    boolean over) {
  private static final int MOST_POINTS = 2_000;

  /** The last steps that still count. */
  public record Resumed(int epochs, long updates) {}

  /** Reads to the end, however long the journal is. */
  public static LiveChunk of(Runs runs, String id, long from) {
    RunFolder folder = runs.folder(id);
    try {
      if (!Files.isRegularFile(folder.record())) {
        throw Refused.notFound("the folder of run " + id + " is gone: " + folder.path());
      }
      // Before the journal: of a run that was over by then, the journal is whole.
      RunStatus status = status(runs, folder);
      Builder builder = new Builder();
      JournalChunk chunk;
      long to = from;
      do {
        chunk = JournalReader.read(folder.journal(), to);
        chunk.entries().forEach(builder::take);
        to = chunk.offset();
      } while (!chunk.atEnd());
      return builder.chunk(to, status);
    } catch (IOException e) {
      throw new EpochalException("cannot read " + folder.journal() + ": " + e, e);
    }
  }

  private static RunStatus status(Runs runs, RunFolder folder) throws IOException {
    RunRecord run = Json.read(folder.record(), RunRecord.class);
    if (run.status().isOver()) {
      runs.forget(); // a page that loads anew must not be told what was true a moment ago
      return run.status();
    }
    if (!SignOfLife.isDead(folder, run)) {
      return run.status();
    }
    try {
      return runs.change(registry -> registry.record(folder)).status();
    } catch (EpochalException unwritable) {
      return RunStatus.CRASHED; // which it is, wherever that cannot be recorded
    }
  }

  private static final class Builder {
    private final SortedMap<String, GrowingSeries> series = new TreeMap<>();
    private final List<Double> seconds = new ArrayList<>();
    private int firstEpoch;
    private @Nullable Resumed resumed;

    void take(JournalEntry entry) {
      if (entry instanceof JournalEntry.Update update) {
        add("iteration.loss", update.update(), update.loss());
      } else if (entry instanceof JournalEntry.UpdateMetrics some) {
        some.metrics().forEach((metric, value) -> add(metric, some.update(), value));
      } else if (entry instanceof JournalEntry.Epoch epoch) {
        addAll(epoch.epoch(), epoch.metrics());
        takeSeconds(epoch);
      } else if (entry instanceof JournalEntry.SystemSample sample) {
        addAll(sample.second(), sample.metrics());
      } else if (entry instanceof JournalEntry.Resumed again) {
        cut(again);
      }
    }

    private void takeSeconds(JournalEntry.Epoch epoch) {
      Double training = epoch.metrics().get("train.seconds");
      if (training != null) {
        firstEpoch = seconds.isEmpty() ? epoch.epoch() : firstEpoch;
        seconds.add(training + epoch.metrics().getOrDefault("data.seconds", 0.0));
      }
    }

    /** Several may have gone on, each from further back or not: the furthest back counts. */
    private void cut(JournalEntry.Resumed again) {
      resumed =
          resumed == null
              ? new Resumed(again.epochs(), again.updates())
              : new Resumed(
                  Math.min(resumed.epochs(), again.epochs()),
                  Math.min(resumed.updates(), again.updates()));
      series.forEach((metric, points) -> points.cut(last(metric, again)));
      int left = Math.max(0, Math.min(seconds.size(), again.epochs() - firstEpoch + 1));
      seconds.subList(left, seconds.size()).clear();
    }

    private static long last(String metric, JournalEntry.Resumed resumed) {
      return metric.startsWith(JournalEntry.OF_UPDATES)
          ? resumed.updates()
          : metric.startsWith("system.") ? Long.MAX_VALUE : resumed.epochs();
    }

    private void addAll(long step, Map<String, Double> metrics) {
      metrics.forEach((metric, value) -> add(metric, step, value));
    }

    private void add(String metric, long step, double value) {
      series.computeIfAbsent(metric, m -> new GrowingSeries()).add(step, value);
    }

    LiveChunk chunk(long to, RunStatus status) {
      SortedMap<String, Reduced> reduced = new TreeMap<>();
      series.forEach(
          (metric, points) -> reduced.put(metric, Reduced.of(points.series(), MOST_POINTS)));
      return new LiveChunk(to, reduced, seconds, resumed, status.name(), status.isOver());
    }
  }
}
