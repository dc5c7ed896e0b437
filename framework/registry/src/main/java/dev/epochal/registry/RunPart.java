package dev.epochal.registry;

/** The part of the registry that is looked at: a run is in one of the two. */
enum RunPart {
  KEPT("deleted is null", "./run list shows the runs that there are"),
  DELETED("deleted is not null", "./run list --deleted shows those that are");

  private final String sql;
  private final String list;

  RunPart(String sql, String list) {
    this.sql = sql;
    this.list = list;
  }

  /** The condition on the table {@code runs}. */
  String sql() {
    return sql;
  }

  /** The command that shows what is in it. */
  String list() {
    return list;
  }

  RunPart other() {
    return this == KEPT ? DELETED : KEPT;
  }
}
