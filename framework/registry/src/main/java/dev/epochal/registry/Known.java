package dev.epochal.registry;

/**
 * How far the database has taken a run in.
 *
 * @param recordSha256 of the {@code run.json} that its rows were made from
 * @param annotationsSha256 of the {@code annotations.json}; empty when there was none
 * @param journalBytes of the journal that are in its histories
 */
record Known(String recordSha256, String annotationsSha256, long journalBytes) {
  /** Of a run that the database has not heard of. */
  static final Known NOTHING = new Known("", "", 0);
}
