package dev.epochal.core.run;

/**
 * One piece of what a run records for DL4J's training UI; a run's session is one after another.
 *
 * @param update of training, counted from 1 over the whole run
 * @param bytes as DL4J encodes them; none of {@link Kind#RESUMED}
 */
@SuppressWarnings("ArrayRecordComponent") // written or decoded, never compared
public record UiFrame(Kind kind, long update, byte[] bytes) {
  /** The most that the bytes may be. */
  public static final int MOST_BYTES = 8 << 20;

  /** What the bytes are. */
  public enum Kind {
    /** About the network and the machine, when a process begins. */
    STATIC('S'),
    /** The report of one update. */
    REPORT('U'),
    /** Another process goes on after this update: what lies after it is made again. */
    RESUMED('R');

    private final byte mark;

    Kind(char mark) {
      this.mark = (byte) mark;
    }

    byte mark() {
      return mark;
    }
  }

  /** That another process goes on with training after this update. */
  public static UiFrame resumed(long update) {
    return new UiFrame(Kind.RESUMED, update, new byte[0]);
  }
}
