package dev.epochal.core.plan;

import java.util.Locale;

/**
 * About how many bytes of memory a run needs at its peak, by what needs them. The structure is that
 * of DL4J's training step; the factors were fitted to the peak resident sizes (VmHWM) of five runs:
 * the baseline, its network in batches of 64, the MLP, five convolutions of equal size, and a
 * network with batch normalization.
 *
 * @param program the JVM, its classes, the native libraries
 * @param data the dataset as bytes, and a batch of it as numbers
 * @param parameters with gradients, updater state, and copies for the best model and the last
 * @param training what layers yield for a batch, the gradients of that, and scratch
 * @param evaluation likewise of a batch of the evaluation, without gradients
 */
public record MemoryEstimate(
    long program, long data, long parameters, long training, long evaluation) {
  private static final long MIB = 1L << 20;
  private static final int FLOAT = 4;

  /** What the MLP's run has beside its data: heap, classes, native code. */
  private static final long PROGRAM = 340 * MIB;

  /** Images per pass of the engine's Evaluator. */
  private static final int EVALUATION_BATCH = 500;

  /** Parameters, gradients, the best and the last copy, and a copy as bytes to be hashed. */
  private static final int PARAMETER_COPIES = 6;

  /** What the program itself has on the Java heap. */
  private static final long HEAP_PROGRAM = 48 * MIB;

  /**
   * Parameters on the Java heap when the best copy is renewed while the last is being written: that
   * one, the best before and the best now.
   */
  private static final int HEAP_COPIES = 3;

  /** A batch is filled on the heap and copied to its array. */
  private static final int BATCH_COPIES = 2;

  /**
   * Of each value that a convolution yields: itself, its sum computed again, its gradient, and
   * copies in oneDNN's order, which DL4J frees only when Java's garbage collector comes by.
   */
  private static final double CONVOLUTION_OUT = 4.5;

  /** Of each value that a convolution gets: a copy in oneDNN's order. */
  private static final double CONVOLUTION_IN = 1;

  /** Of each value that another layer yields: itself and its gradient. */
  private static final double OTHER_OUT = 2;

  /** Of each value that a layer yields in evaluation: itself, and copies. */
  private static final double EVALUATED = 2.5;

  /** What a plan needs. */
  public static MemoryEstimate of(RunPlan plan) {
    return of(plan, plan.training().batchSize());
  }

  private static MemoryEstimate of(RunPlan plan, long batchSize) {
    NetworkPlan network = plan.network();
    long pixels = network.input().size();
    SplitPlan.Sizes full = plan.data().split().full();
    long images = (long) full.train() + full.validation() + full.test();
    double trained = pixels;
    double evaluated = pixels;
    long arriving = pixels;
    for (LayerPlan layer : network.layers()) {
      long yielded = layer.output().size();
      trained +=
          layer instanceof LayerPlan.Convolution2d
              ? CONVOLUTION_OUT * yielded + CONVOLUTION_IN * arriving
              : OTHER_OUT * yielded;
      evaluated += EVALUATED * yielded;
      arriving = yielded;
    }
    int copies = PARAMETER_COPIES + plan.training().updater().stateValues();
    return new MemoryEstimate(
        PROGRAM,
        images * pixels + (long) BATCH_COPIES * FLOAT * batchSize * pixels,
        (long) copies * FLOAT * network.parameters(),
        FLOAT * batchSize * Math.round(trained),
        FLOAT * EVALUATION_BATCH * Math.round(evaluated));
  }

  /** All together. */
  public long total() {
    return program + data + parameters + training + evaluation;
  }

  /**
   * About how many bytes of all that are on the Java heap, which has a limit of its own: the images
   * as bytes, a batch of them as numbers, and copies of the parameters, one with its updater's
   * state.
   */
  public static long heap(RunPlan plan) {
    long pixels = plan.network().input().size();
    SplitPlan.Sizes full = plan.data().split().full();
    long images = (long) full.train() + full.validation() + full.test();
    int copies = HEAP_COPIES + plan.training().updater().stateValues();
    return HEAP_PROGRAM
        + images * pixels
        + FLOAT * (long) plan.training().batchSize() * pixels
        + (long) copies * FLOAT * plan.network().parameters();
  }

  /** The largest batch with which a plan needs no more than so many bytes; 0 when none does. */
  public static int largestBatch(RunPlan plan, long bytes) {
    long perImage = of(plan, 1).total() - of(plan, 0).total();
    long left = bytes - of(plan, 0).total();
    return (int) Math.min(Math.max(left / perImage, 0), plan.training().batchSize());
  }

  /** So many bytes for a reader: {@code 6.8 GiB}. */
  public static String text(long bytes) {
    return bytes < 1L << 30
        ? Math.round((double) bytes / MIB) + " MiB"
        : String.format(Locale.ROOT, "%.1f GiB", (double) bytes / (1L << 30));
  }
}
