package dev.epochal.runner;

/** Hears what happens while data are fetched, to show it. */
public interface DataMessages {
  /** Something that the user should know. */
  void message(String sentence);

  /** Bytes so far of a download; {@code total} is 0 when the server does not say. */
  void downloaded(String file, long bytes, long total);
}
