package dev.epochal.ui.training;

import dev.epochal.core.run.UiFrame;
import dev.epochal.core.run.UiSession;
import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.core.storage.StatsStorage;
import org.deeplearning4j.ui.model.stats.impl.SbeStatsInitializationReport;
import org.deeplearning4j.ui.model.stats.impl.SbeStatsReport;

/**
 * A run's session as far as it was read. A run may come from elsewhere: its frames are decoded as
 * what they are said to be, and what does not decode, is of another session, or names classes that
 * no network of ours has, is left out.
 */
final class Session {
  private static final long READ_AT_ONCE = 16 << 20;

  private final String id;
  private final Path file;
  private final ReportStorage storage = new ReportStorage();
  private long offset;
  private boolean damaged;
  private boolean begun;

  Session(String id, Path file) {
    this.id = id;
    this.file = file;
  }

  StatsStorage storage() {
    return storage;
  }

  /** Whether there is anything to show. */
  boolean isBegun() {
    return begun;
  }

  boolean isDamaged() {
    return damaged;
  }

  /** Takes in what was written since. */
  void read() throws IOException {
    boolean atEnd = damaged;
    while (!atEnd) {
      UiSession.Chunk chunk = UiSession.read(file, offset, READ_AT_ONCE);
      chunk.frames().forEach(this::take);
      offset = chunk.offset();
      damaged = chunk.damaged();
      atEnd = chunk.atEnd();
    }
  }

  private void take(UiFrame frame) {
    try {
      switch (frame.kind()) {
        case STATIC -> begin(frame);
        case REPORT -> report(frame);
        case RESUMED -> storage.forgetAfter(frame.update());
      }
    } catch (RuntimeException | OutOfMemoryError noReport) {
      // Left out: the others are worth as much without it. DL4J's decoder makes arrays as long as
      // the bytes tell it to.
    }
  }

  private void begin(UiFrame frame) {
    SbeStatsInitializationReport about = new SbeStatsInitializationReport();
    about.decode(frame.bytes());
    if (id.equals(about.getSessionID())
        && PlainText.is(about)
        && ModelJson.isOurs(about.getModelConfigJson())) {
      storage.putStaticInfo(about);
      begun = true;
    }
  }

  private void report(UiFrame frame) {
    SbeStatsReport report = new SbeStatsReport();
    report.decode(frame.bytes());
    if (begun
        && id.equals(report.getSessionID())
        && report.getIterationCount() == frame.update()
        && PlainText.is(report)) {
      storage.putUpdate(report);
    }
  }
}
