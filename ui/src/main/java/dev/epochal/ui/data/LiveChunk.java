package dev.epochal.ui.data;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
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
 * What a run's journal says from a byte on.
 *
 * @param to where to read on
 * @param atEnd whether this is all that there is by now
 * @param points by metric, {@code [step, value]} each
 * @param resumed when another process went on with the run within: what was known of later steps
 *     does not count any more; null when none did
 * @param over whether nothing more will come
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LiveChunk(
    long to,
    boolean atEnd,
    SortedMap<String, List<List<Object>>> points,
    @Nullable Resumed resumed,
    String status,
    boolean over) {

  /** The last steps that still count. */
  public record Resumed(int epochs, long updates) {}

  /** Reads a chunk of a few megabytes at most. */
  public static LiveChunk of(Runs runs, String id, long from) {
    RunFolder folder = runs.folder(id);
    try {
      if (!Files.isRegularFile(folder.record())) {
        throw Refused.notFound("the folder of run " + id + " is gone: " + folder.path());
      }
      RunRecord run = Json.read(folder.record(), RunRecord.class);
      if (!run.status().isOver() && SignOfLife.isDead(folder, run)) {
        run = runs.change(registry -> registry.record(folder));
      }
      JournalChunk chunk = JournalReader.read(folder.journal(), from);
      Builder builder = new Builder();
      chunk.entries().forEach(builder::take);
      return new LiveChunk(
          chunk.offset(),
          chunk.atEnd(),
          builder.points,
          builder.resumed,
          run.status().name(),
          run.status().isOver() && chunk.atEnd());
    } catch (IOException e) {
      throw new EpochalException("cannot read " + folder.journal() + ": " + e, e);
    }
  }

  private static final class Builder {
    private final SortedMap<String, List<List<Object>>> points = new TreeMap<>();
    private @Nullable Resumed resumed;

    void take(JournalEntry entry) {
      if (entry instanceof JournalEntry.Update update) {
        add("iteration.loss", update.update(), update.loss());
      } else if (entry instanceof JournalEntry.UpdateMetrics some) {
        some.metrics().forEach((metric, value) -> add(metric, some.update(), value));
      } else if (entry instanceof JournalEntry.Epoch epoch) {
        addAll(epoch.epoch(), epoch.metrics());
      } else if (entry instanceof JournalEntry.SystemSample sample) {
        addAll(sample.second(), sample.metrics());
      } else if (entry instanceof JournalEntry.Resumed again) {
        resumed = new Resumed(again.epochs(), again.updates());
        points.forEach((metric, series) -> series.removeIf(point -> isLater(metric, point, again)));
      }
    }

    private static boolean isLater(
        String metric, List<Object> point, JournalEntry.Resumed resumed) {
      long last =
          metric.startsWith("iteration.")
              ? resumed.updates()
              : metric.startsWith("system.") ? Long.MAX_VALUE : resumed.epochs();
      return (long) point.get(0) > last;
    }

    private void addAll(long step, Map<String, Double> metrics) {
      metrics.forEach((metric, value) -> add(metric, step, value));
    }

    private void add(String metric, long step, double value) {
      points.computeIfAbsent(metric, m -> new ArrayList<>()).add(List.of(step, value));
    }
  }
}
