package dev.epochal.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.Annotations;
import dev.epochal.core.run.Recorded;
import dev.epochal.core.run.RecordedFolder;
import dev.epochal.registry.folder.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/**
 * Takes in what the folder of one run, or of one sweep, has and the database has not, in one
 * transaction.
 *
 * @param <F> the kind of folder
 * @param <R> what its record is
 */
abstract class FolderIngest<F extends RecordedFolder, R extends Recorded> {
  final Sql sql;
  final Consumer<String> notices;
  private final Class<R> type;

  FolderIngest(Sql sql, Consumer<String> notices, Class<R> type) {
    this.sql = sql;
    this.notices = notices;
    this.type = type;
  }

  /** The record as CRASHED, of which the folder says RUNNING while its process is gone. */
  abstract R crashed(F folder, R record) throws IOException;

  /** The record as it looks from here: itself, unless there is something to guess. */
  abstract R seen(F folder, R record) throws IOException;

  /** How far the database has taken it in. */
  abstract Known known(String id);

  /** Reads what else the rows say; what is returned writes them. */
  abstract Runnable rows(
      F folder, R record, String recordSha256, Annotations annotations, String annotationsSha256)
      throws IOException;

  /**
   * Takes in the lines beside the record.
   *
   * @param from how many bytes of them are in the rows
   */
  abstract void lines(F folder, long from);

  /**
   * From the folder alone; a record that says RUNNING while its process is gone is mended first.
   */
  final void folder(F folder) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.record());
    R record = parse(folder, bytes);
    if (LostProcess.looksDead(record)) {
      // The process may have written its last record just before it went.
      bytes = Files.readAllBytes(folder.record());
      record = parse(folder, bytes);
      if (LostProcess.looksDead(record)) {
        AtomicFile.write(folder.record(), Json.pretty(crashed(folder, record)));
        bytes = Files.readAllBytes(folder.record());
        record = parse(folder, bytes);
      }
    }
    R seen = seen(folder, record);
    // Rows that say more than the folder are made again each time: it may give a sign of life.
    write(folder, seen, seen.equals(record) ? sha256(bytes) : "");
  }

  /**
   * With a record that may be newer than the folder's, if that could not be written; not when it is
   * older, because another process goes on with the run, or the sweep.
   */
  final void record(F folder, R record) throws IOException {
    if (isGoneOnWith(folder, record)) {
      folder(folder);
      return;
    }
    write(folder, record, sha256(Json.pretty(record).getBytes(UTF_8)));
  }

  private boolean isGoneOnWith(F folder, R record) {
    try {
      return !parse(folder, Files.readAllBytes(folder.record())).process().equals(record.process());
    } catch (IOException | RuntimeException unreadable) {
      return false; // nobody goes on with what he cannot read
    }
  }

  /**
   * The record was read before the lines, so that those of a run or sweep that is over are
   * complete.
   *
   * @param recordSha256 empty when the rows say something else than the folder's record
   */
  private void write(F folder, R record, String recordSha256) throws IOException {
    Annotations annotations = Annotations.of(folder, notices);
    String annotationsSha256 =
        annotations.equals(Annotations.NONE) ? "" : sha256(Json.line(annotations).getBytes(UTF_8));
    Runnable rows = rows(folder, record, recordSha256, annotations, annotationsSha256);
    sql.transaction(
        () -> {
          Known known = known(record.id());
          if (recordSha256.isEmpty()
              || !known.recordSha256().equals(recordSha256)
              || !known.annotationsSha256().equals(annotationsSha256)) {
            rows.run();
          }
          lines(folder, known.journalBytes());
        });
  }

  private R parse(F folder, byte[] bytes) throws IOException {
    String what = folder.kind() + " record";
    R record;
    try {
      record = Json.mapper().readValue(bytes, type);
    } catch (JsonProcessingException e) {
      throw new EpochalException(
          folder.record() + " is not a readable " + what + ": " + e.getOriginalMessage(), e);
    }
    if (record == null) { // the file says null
      throw new EpochalException(folder.record() + " is not a " + what + ": it holds nothing");
    }
    if (!folder.id().equals(record.id())) {
      throw new EpochalException(
          folder.record() + " is the record of another " + folder.kind() + ": " + record.id());
    }
    return record;
  }

  /** That of what was taken in already, where nothing can be asked. */
  static long size(Path lines) {
    try {
      return Files.size(lines);
    } catch (IOException gone) {
      return Long.MAX_VALUE;
    }
  }

  /** In hex digits. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
