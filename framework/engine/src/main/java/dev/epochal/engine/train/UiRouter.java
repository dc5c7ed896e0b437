package dev.epochal.engine.train;

import dev.epochal.core.run.UiFrame;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deeplearning4j.core.storage.Persistable;
import org.deeplearning4j.core.storage.StatsStorageRouter;
import org.deeplearning4j.core.storage.StorageMetaData;
import org.deeplearning4j.ui.model.stats.api.StatsReport;
import org.deeplearning4j.ui.model.stats.api.StatsType;

/** Hands on what DL4J's listener reports, as DL4J encodes it, and the ratios that are in it. */
final class UiRouter implements StatsStorageRouter {
  private static final String WEIGHTS = "_W";

  private final UiReports reports;
  private long last;

  UiRouter(UiReports reports) {
    this.reports = reports;
  }

  /** It says which classes decode the rest, and no reader should take a file's word for that. */
  @Override
  public void putStorageMetaData(StorageMetaData metaData) {}

  @Override
  public void putStorageMetaData(Collection<? extends StorageMetaData> metaData) {}

  @Override
  public void putStaticInfo(Persistable info) {
    reports.record(new UiFrame(UiFrame.Kind.STATIC, 0, info.encode()));
  }

  @Override
  public void putStaticInfo(Collection<? extends Persistable> infos) {
    infos.forEach(this::putStaticInfo);
  }

  @Override
  public void putUpdate(Persistable update) {
    StatsReport report = (StatsReport) update;
    // DL4J's pages know a report by its millisecond.
    last = Math.max(last + 1, report.getTimeStamp());
    report.reportIDs(report.getSessionID(), report.getTypeID(), report.getWorkerID(), last);
    reports.record(new UiFrame(UiFrame.Kind.REPORT, report.getIterationCount(), report.encode()));
    SortedMap<Integer, Double> ratios = ratios(report);
    if (!ratios.isEmpty()) {
      reports.ratios(report.getIterationCount(), ratios);
    }
  }

  @Override
  public void putUpdate(Collection<? extends Persistable> updates) {
    updates.forEach(this::putUpdate);
  }

  /** By layer's position; of weights alone, as in DL4J's chart. */
  private static SortedMap<Integer, Double> ratios(StatsReport report) {
    Map<String, Double> updates = report.getMeanMagnitudes(StatsType.Updates);
    Map<String, Double> parameters = report.getMeanMagnitudes(StatsType.Parameters);
    SortedMap<Integer, Double> ratios = new TreeMap<>();
    if (updates != null && parameters != null) {
      parameters.forEach(
          (name, size) -> {
            Double update = updates.get(name);
            if (name.endsWith(WEIGHTS) && update != null) {
              ratios.put(
                  Integer.valueOf(name.substring(0, name.length() - WEIGHTS.length())),
                  update / size);
            }
          });
    }
    return ratios;
  }
}
