package dev.epochal.engine.dataset;

/** Hears what happens while data are fetched. */
public interface DataListener {
  /** Something that the user should know. */
  void message(String sentence);

  /**
   * Bytes so far of a download.
   *
   * @param total 0 when the server does not say
   */
  void downloaded(String file, long bytes, long total);
}
