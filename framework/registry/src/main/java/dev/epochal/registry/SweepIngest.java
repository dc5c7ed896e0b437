package dev.epochal.registry;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.Annotations;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.core.sweep.SweepRecord;
import dev.epochal.registry.folder.FileTrouble;
import dev.epochal.registry.folder.SweepTrials;
import java.io.IOException;
import java.util.function.Consumer;

/** Takes in what one sweep's folder has: its record, and what is said of its trials. */
final class SweepIngest extends FolderIngest<SweepFolder, SweepRecord> {
  SweepIngest(Sql sql, Consumer<String> notices) {
    super(sql, notices, SweepRecord.class);
  }

  @Override
  SweepRecord crashed(SweepFolder folder, SweepRecord record) throws IOException {
    return SweepRepair.crashed(folder, record);
  }

  @Override
  SweepRecord seen(SweepFolder folder, SweepRecord record) throws IOException {
    return SweepRepair.seen(sql, folder, record);
  }

  @Override
  Known known(String id) {
    return sql.first(
            "select record_sha256, annotations_sha256, trials_bytes from sweeps where id = ?",
            row -> new Known(row.getString(1), row.getString(2), row.getLong(3)),
            id)
        .orElse(Known.NOTHING);
  }

  @Override
  Runnable rows(
      SweepFolder folder,
      SweepRecord record,
      String recordSha256,
      Annotations annotations,
      String annotationsSha256) {
    return () ->
        new SweepRows(sql, record.id())
            .record(record, folder, recordSha256, annotations, annotationsSha256);
  }

  @Override
  void lines(SweepFolder folder, long from) {
    SweepRows rows = new SweepRows(sql, folder.id());
    long offset = from;
    if (size(folder.trials()) < from) { // not ours: lines are only added
      rows.forgetTrials();
      offset = 0;
    }
    SweepTrials.Lines lines;
    do {
      lines = read(folder, offset);
      lines.problems().forEach(notices);
      rows.trials(lines.entries());
      offset = lines.offset();
    } while (!lines.atEnd());
    if (offset != from) {
      rows.takenIn(offset);
    }
  }

  private static SweepTrials.Lines read(SweepFolder folder, long offset) {
    try {
      return SweepTrials.since(folder, offset);
    } catch (IOException e) {
      throw new EpochalException("cannot read " + folder.trials() + ": " + FileTrouble.why(e), e);
    }
  }
}
