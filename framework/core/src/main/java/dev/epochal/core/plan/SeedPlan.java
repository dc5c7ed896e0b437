package dev.epochal.core.plan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * One seed per stream of randomness, so that each can be changed alone.
 *
 * @param seed the run's own, from which those below derive unless set
 * @param split which image goes to which split
 * @param init initial weights and biases
 * @param shuffle order of the images in each epoch
 * @param dropout which activations are dropped in each update
 */
public record SeedPlan(long seed, long split, long init, long shuffle, long dropout) {
  /** All streams derived from one seed. */
  public static SeedPlan derived(long seed) {
    return new SeedPlan(
        seed,
        derive("split", seed),
        derive("init", seed),
        derive("shuffle", seed),
        derive("dropout", seed));
  }

  /**
   * A stream's seed: the first 8 bytes, most significant first, of the SHA-256 of {@code
   * epochal/<stream>/<seed>}. Neighbouring seeds so give unrelated streams.
   */
  private static long derive(String stream, long seed) {
    try {
      byte[] text = ("epochal/" + stream + "/" + seed).getBytes(StandardCharsets.UTF_8);
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text)).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
