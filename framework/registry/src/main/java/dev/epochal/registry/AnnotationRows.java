package dev.epochal.registry;

import dev.epochal.core.json.Json;
import dev.epochal.core.run.Annotations;
import dev.epochal.core.run.Note;
import dev.epochal.core.run.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What people added to a run as rows; its name and tags are in the record's rows already. */
final class AnnotationRows {
  private AnnotationRows() {}

  static void replace(Sql sql, String run, Annotations annotations, String sha256) {
    sql.update(
        "update runs set deleted = ?, pinned = ?, note = ?, verifications = ?,"
            + " annotations_sha256 = ? where id = ?",
        Instants.column(annotations.deleted()),
        Instants.column(annotations.pinned()),
        annotations.notes().isEmpty()
            ? null
            : annotations.notes().stream().map(Note::text).collect(Collectors.joining("\n")),
        verifications(annotations.verifications()),
        sha256,
        run);
    sql.update("delete from notes where run_id = ?", run);
    List<Object[]> rows = new ArrayList<>();
    for (Note note : annotations.notes()) {
      rows.add(
          new Object[] {
            run,
            rows.size(),
            Instants.column(note.at()),
            note.text(),
            Instants.column(note.edited())
          });
    }
    sql.batch(
        "insert into notes (run_id, number, written, text, edited) values (?, ?, ?, ?, ?)", rows);
  }

  /** The last ones: cut off they would be no document. */
  private static String verifications(List<Verification> all) {
    String json = Json.line(all);
    return json.length() <= Sql.LONGEST_TEXT
        ? json
        : verifications(all.subList((all.size() + 1) / 2, all.size()));
  }
}
