package dev.epochal.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.Annotations;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.core.sweep.SweepRecord;
import dev.epochal.registry.folder.AtomicFile;
import dev.epochal.registry.folder.FileTrouble;
import dev.epochal.registry.folder.SweepTrials;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Consumer;

/** Takes in what one sweep's folder has and the database has not, in one transaction. */
final class SweepIngest {
  private final Sql sql;
  private final Consumer<String> notices;

  SweepIngest(Sql sql, Consumer<String> notices) {
    this.sql = sql;
    this.notices = notices;
  }

  /**
   * From the folder alone; a record that says RUNNING while its process is gone is mended first.
   */
  void folder(SweepFolder folder) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.record());
    SweepRecord record = parse(folder, bytes);
    if (SweepRepair.looksDead(record)) {
      // The process may have written its last record just before it went.
      bytes = Files.readAllBytes(folder.record());
      record = parse(folder, bytes);
      if (SweepRepair.looksDead(record)) {
        AtomicFile.write(folder.record(), Json.pretty(SweepRepair.crashed(folder, record)));
        bytes = Files.readAllBytes(folder.record());
        record = parse(folder, bytes);
      }
    }
    SweepRecord seen = SweepRepair.seen(sql, folder, record);
    // Rows that say more than the folder are made again each time: it may give a sign of life.
    write(folder, seen, seen.equals(record) ? Ingest.sha256(bytes) : "");
  }

  /**
   * With a record that may be newer than the folder's, if that could not be written; not when it is
   * older, because another process goes on with the sweep.
   */
  void record(SweepFolder folder, SweepRecord record) throws IOException {
    if (isGoneOnWith(folder, record)) {
      folder(folder);
      return;
    }
    write(folder, record, Ingest.sha256(Json.pretty(record).getBytes(UTF_8)));
  }

  private static boolean isGoneOnWith(SweepFolder folder, SweepRecord record) {
    try {
      return !parse(folder, Files.readAllBytes(folder.record())).process().equals(record.process());
    } catch (IOException | RuntimeException unreadable) {
      return false; // nobody goes on with what he cannot read
    }
  }

  /**
   * The record was read before the lines, so that those of a sweep that is over are complete.
   *
   * @param recordSha256 empty when the rows say something else than the folder's record
   */
  private void write(SweepFolder folder, SweepRecord record, String recordSha256) {
    Annotations annotations = Annotations.of(folder.annotations(), "sweep " + folder.id(), notices);
    String annotationsSha256 =
        annotations.equals(Annotations.NONE)
            ? ""
            : Ingest.sha256(Json.line(annotations).getBytes(UTF_8));
    sql.transaction(
        () -> {
          Known known = known(record.id());
          if (recordSha256.isEmpty()
              || !known.recordSha256().equals(recordSha256)
              || !known.annotationsSha256().equals(annotationsSha256)) {
            new SweepRows(sql, record.id())
                .record(record, folder, recordSha256, annotations, annotationsSha256);
          }
          trials(folder, known.journalBytes());
        });
  }

  private Known known(String id) {
    return sql.first(
            "select record_sha256, annotations_sha256, trials_bytes from sweeps where id = ?",
            row -> new Known(row.getString(1), row.getString(2), row.getLong(3)),
            id)
        .orElse(Known.NOTHING);
  }

  private void trials(SweepFolder folder, long from) {
    SweepRows rows = new SweepRows(sql, folder.id());
    long offset = from;
    if (size(folder) < from) { // not ours: lines are only added
      rows.forgetTrials();
      offset = 0;
    }
    SweepTrials.Lines lines;
    do {
      lines = lines(folder, offset);
      lines.problems().forEach(notices);
      rows.trials(lines.entries());
      offset = lines.offset();
    } while (!lines.atEnd());
    if (offset != from) {
      rows.takenIn(offset);
    }
  }

  /** That of what was taken in already, where nothing can be asked. */
  private static long size(SweepFolder folder) {
    try {
      return Files.size(folder.trials());
    } catch (IOException gone) {
      return Long.MAX_VALUE;
    }
  }

  private static SweepTrials.Lines lines(SweepFolder folder, long offset) {
    try {
      return SweepTrials.since(folder, offset);
    } catch (IOException e) {
      throw new EpochalException("cannot read " + folder.trials() + ": " + FileTrouble.why(e), e);
    }
  }

  private static SweepRecord parse(SweepFolder folder, byte[] bytes) throws IOException {
    SweepRecord record;
    try {
      record = Json.mapper().readValue(bytes, SweepRecord.class);
    } catch (JsonProcessingException e) {
      throw new EpochalException(
          folder.record() + " is not a readable sweep record: " + e.getOriginalMessage(), e);
    }
    if (record == null) { // the file says null
      throw new EpochalException(folder.record() + " is not a sweep record: it holds nothing");
    }
    if (!record.id().equals(folder.id())) {
      throw new EpochalException(
          folder.record() + " is the record of another sweep: " + record.id());
    }
    return record;
  }
}
