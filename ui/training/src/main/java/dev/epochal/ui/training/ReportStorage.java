package dev.epochal.ui.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.core.storage.Persistable;
import org.deeplearning4j.ui.model.stats.api.StatsReport;
import org.deeplearning4j.ui.model.storage.InMemoryStatsStorage;

/** Reports of one session in memory: when there are too many for a chart, every other goes. */
final class ReportStorage extends InMemoryStatsStorage {
  /** DL4J's charts have 512 points; beyond that it needs a library of 20 MB to choose. */
  static final int MOST = 500;

  private long distance = 1;
  private long seen;

  @Override
  public void putUpdate(Persistable update) {
    if (seen++ % distance != 0) {
      return;
    }
    super.putUpdate(update);
    updates.values().forEach(this::thin);
  }

  private void thin(Map<Long, Persistable> reports) {
    if (reports.size() < MOST) {
      return;
    }
    distance *= 2;
    List<Long> times = new ArrayList<>(reports.keySet());
    times.sort(Comparator.naturalOrder());
    for (int i = 1; i < times.size(); i += 2) {
      reports.remove(times.get(i));
    }
  }

  /** Takes away what is made again. */
  void forgetAfter(long update) {
    updates
        .values()
        .forEach(
            reports ->
                reports
                    .values()
                    .removeIf(report -> ((StatsReport) report).getIterationCount() > update));
  }
}
