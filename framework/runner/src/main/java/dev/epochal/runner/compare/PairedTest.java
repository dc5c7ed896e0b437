package dev.epochal.runner.compare;

import dev.epochal.core.stats.McNemar;

/** Whether two models differ on the same test images; or why that cannot be said. */
public sealed interface PairedTest {
  /**
   * McNemar's exact test on the recorded predictions; the first of the table is the reference.
   *
   * @param pAdjusted p by Holm's correction, for as many runs as were tested against the reference
   */
  record Tested(McNemar table, double pAdjusted) implements PairedTest {}

  /**
   * There are no two lists of predictions of the same images.
   *
   * @param reason a sentence without its full stop
   */
  record NotTested(String reason) implements PairedTest {}
}
