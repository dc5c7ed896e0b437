package dev.epochal.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.Annotations;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.registry.folder.AtomicFile;
import dev.epochal.registry.folder.JournalChunk;
import dev.epochal.registry.folder.JournalReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes in what one run folder has and the database has not, in one transaction. */
final class Ingest {
  private final Sql sql;
  private final Consumer<String> notices;

  Ingest(Sql sql, Consumer<String> notices) {
    this.sql = sql;
    this.notices = notices;
  }

  /**
   * From the folder alone; a record that says RUNNING while its process is gone is mended first.
   */
  void folder(RunFolder folder) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.record());
    RunRecord record = parse(folder, bytes);
    if (CrashRepair.looksDead(record)) {
      // The process may have written its last record just before it went.
      bytes = Files.readAllBytes(folder.record());
      record = parse(folder, bytes);
      if (CrashRepair.looksDead(record)) {
        String mended = Json.pretty(CrashRepair.crashed(folder, record));
        AtomicFile.write(folder.record(), mended);
        bytes = Files.readAllBytes(folder.record());
        record = parse(folder, bytes);
      }
    }
    RunRecord seen = CrashRepair.seen(folder, record);
    // Rows that say more than the folder are made again each time: the run may give a sign of life.
    write(folder, seen, seen.equals(record) ? sha256(bytes) : "");
  }

  /**
   * With a record that may be newer than the folder's, if that could not be written; not when it is
   * older, because another process goes on with the run.
   */
  void record(RunFolder folder, RunRecord record) throws IOException {
    if (isGoneOnWith(folder, record)) {
      folder(folder);
      return;
    }
    write(folder, record, sha256(Json.pretty(record).getBytes(StandardCharsets.UTF_8)));
  }

  private static boolean isGoneOnWith(RunFolder folder, RunRecord record) {
    try {
      return !parse(folder, Files.readAllBytes(folder.record())).process().equals(record.process());
    } catch (IOException | RuntimeException unreadable) {
      return false; // nobody goes on with what he cannot read
    }
  }

  /**
   * The record was read before the journal, so that the journal of a run that is over is complete.
   *
   * @param recordSha256 empty when the rows say something else than the folder's record
   */
  private void write(RunFolder folder, RunRecord record, String recordSha256) throws IOException {
    String environment = environment(folder);
    Annotations annotations = Annotations.of(folder, notices);
    String annotationsSha256 =
        annotations.equals(Annotations.NONE)
            ? ""
            : sha256(Json.line(annotations).getBytes(StandardCharsets.UTF_8));
    sql.transaction(
        () -> {
          Known known = known(record.id());
          if (recordSha256.isEmpty()
              || !known.recordSha256().equals(recordSha256)
              || !known.annotationsSha256().equals(annotationsSha256)) {
            RecordRows.replace(
                sql,
                record.with(annotations),
                folder.path().toAbsolutePath(),
                recordSha256,
                environment);
            AnnotationRows.replace(sql, record.id(), annotations, annotationsSha256);
          }
          journal(folder, known.journalBytes());
        });
  }

  private Known known(String id) {
    return sql.first(
            "select record_sha256, annotations_sha256, journal_bytes from runs where id = ?",
            row -> new Known(row.getString(1), row.getString(2), row.getLong(3)),
            id)
        .orElse(Known.NOTHING);
  }

  private void journal(RunFolder folder, long from) {
    // One that is shorter than what was taken in was begun again: its steps go on where they were.
    long offset = size(folder.journal()) < from ? 0 : from;
    JournalChunk chunk;
    do {
      chunk = read(folder, offset);
      chunk.problems().forEach(notices);
      JournalRows.append(sql, folder.id(), chunk.entries());
      offset = chunk.offset();
    } while (!chunk.atEnd());
    if (offset != from) {
      sql.update("update runs set journal_bytes = ? where id = ?", offset, folder.id());
    }
  }

  private static long size(Path journal) {
    try {
      return Files.size(journal);
    } catch (IOException gone) {
      return Long.MAX_VALUE;
    }
  }

  private static JournalChunk read(RunFolder folder, long offset) {
    try {
      return JournalReader.read(folder.journal(), offset);
    } catch (IOException e) {
      throw new EpochalException("cannot read " + folder.journal() + ": " + e, e);
    }
  }

  private static RunRecord parse(RunFolder folder, byte[] bytes) throws IOException {
    RunRecord record;
    try {
      record = Json.mapper().readValue(bytes, RunRecord.class);
    } catch (JsonProcessingException e) {
      throw new EpochalException(
          folder.record() + " is not a readable run record: " + e.getOriginalMessage(), e);
    }
    if (!record.id().equals(folder.id())) {
      throw new EpochalException(folder.record() + " is the record of another run: " + record.id());
    }
    return record;
  }

  /** As one line; a document that is too long for the database stays in the folder alone. */
  private static @Nullable String environment(RunFolder folder) throws IOException {
    Path file = folder.environment();
    if (!Files.isRegularFile(file) || Files.size(file) > Sql.LONGEST_TEXT) {
      return null;
    }
    return Json.mapper().readTree(Files.readAllBytes(file)).toString();
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
