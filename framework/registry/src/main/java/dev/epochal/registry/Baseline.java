package dev.epochal.registry;

import dev.epochal.core.run.RunRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The run that others are compared with: of those pinned, the one that was pinned last. */
final class Baseline {
  private static final String PINNED =
      "select id, name from runs where pinned is not null and deleted is null"
          + " order by pinned desc, id desc";

  private Baseline() {}

  static Optional<RunName> of(Sql sql) {
    return pinned(sql).stream().findFirst();
  }

  /** Pins a run in place of those that were. */
  static RunName pin(Sql sql, Annotator annotator, String id) {
    List<RunName> before = new ArrayList<>(pinned(sql));
    before.removeIf(run -> run.id().equals(id));
    // First, so that a kill in between leaves two, of which the newer counts, and never none.
    RunRecord run = annotator.edit(List.of(id), (now, was) -> was.pinnedAt(Instant.now())).get(0);
    unpin(sql, annotator, before);
    return new RunName(run.id(), run.name());
  }

  /** Unpins all, and returns the one that counted. */
  static Optional<RunName> unpin(Sql sql, Annotator annotator) {
    List<RunName> before = pinned(sql);
    unpin(sql, annotator, before);
    return before.stream().findFirst();
  }

  private static void unpin(Sql sql, Annotator annotator, List<RunName> runs) {
    List<String> ids = new ArrayList<>(runs.stream().map(RunName::id).toList());
    // A run whose folder is gone is pinned nowhere but here.
    ids.stream()
        .filter(id -> !annotator.canEdit(id))
        .forEach(id -> sql.update("update runs set pinned = null where id = ?", id));
    ids.removeIf(id -> !annotator.canEdit(id));
    annotator.edit(ids, (now, was) -> was.pinnedAt(null));
  }

  private static List<RunName> pinned(Sql sql) {
    return sql.list(PINNED, row -> new RunName(row.getString(1), row.getString(2)));
  }
}
