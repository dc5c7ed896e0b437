package dev.epochal.ui.http;

/** What a page is told as it happens, for as long as both sides stay. */
@FunctionalInterface
public interface EventStream {

  /** Where the events go. */
  interface Reader {
    /**
     * Sends an event: its data is JSON, on one line.
     *
     * @param name of a kind of event
     */
    void send(String name, String json);

    /** Shows the reader that this side is there, which notices when the reader is not. */
    void stillHere();

    /** Sends what is left, and nothing more. */
    void end();

    /** Whether the reader went away, or reads so slowly that it was left. */
    boolean isGone();
  }

  /** Called once, when a reader is there. */
  void open(Reader reader);
}
