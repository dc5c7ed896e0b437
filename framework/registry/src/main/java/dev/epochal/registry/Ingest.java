package dev.epochal.registry;

import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.Annotations;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.registry.folder.JournalChunk;
import dev.epochal.registry.folder.JournalReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes in what one run folder has: its record, its environment and its journal. */
final class Ingest extends FolderIngest<RunFolder, RunRecord> {
  Ingest(Sql sql, Consumer<String> notices) {
    super(sql, notices, RunRecord.class);
  }

  @Override
  RunRecord crashed(RunFolder folder, RunRecord record) throws IOException {
    return CrashRepair.crashed(folder, record);
  }

  @Override
  RunRecord seen(RunFolder folder, RunRecord record) throws IOException {
    return CrashRepair.seen(folder, record);
  }

  @Override
  Known known(String id) {
    return sql.first(
            "select record_sha256, annotations_sha256, journal_bytes from runs where id = ?",
            row -> new Known(row.getString(1), row.getString(2), row.getLong(3)),
            id)
        .orElse(Known.NOTHING);
  }

  @Override
  Runnable rows(
      RunFolder folder,
      RunRecord record,
      String recordSha256,
      Annotations annotations,
      String annotationsSha256)
      throws IOException {
    String environment = environment(folder);
    return () -> {
      RecordRows.replace(
          sql, record.with(annotations), folder.path().toAbsolutePath(), recordSha256, environment);
      AnnotationRows.replace(sql, record.id(), annotations, annotationsSha256);
    };
  }

  @Override
  void lines(RunFolder folder, long from) {
    // A journal that is shorter than what was taken in was begun again: its steps go on where they
    // were.
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

  private static JournalChunk read(RunFolder folder, long offset) {
    try {
      return JournalReader.read(folder.journal(), offset);
    } catch (IOException e) {
      throw new EpochalException("cannot read " + folder.journal() + ": " + e, e);
    }
  }

  /** As one line; a document that is too long for the database stays in the folder alone. */
  private static @Nullable String environment(RunFolder folder) throws IOException {
    Path file = folder.environment();
    if (!Files.isRegularFile(file) || Files.size(file) > Sql.LONGEST_TEXT) {
      return null;
    }
    return Json.mapper().readTree(Files.readAllBytes(file)).toString();
  }
}
