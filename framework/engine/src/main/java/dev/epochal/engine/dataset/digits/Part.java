package dev.epochal.engine.dataset.digits;

/** One of the two parts that {@code digits} comes in, as large as MNIST's. */
public enum Part {
  TRAIN(60_000, 0x7472_6169_6eL),
  TEST(10_000, 0x7465_7374L);

  private final int size;
  private final long salt;

  Part(int size, long salt) {
    this.size = size;
    this.salt = salt;
  }

  /** The number of images in this part. */
  public int size() {
    return size;
  }

  /**
   * What sets this part's random streams apart; a constant, so that reordering changes no image.
   */
  long salt() {
    return salt;
  }
}
