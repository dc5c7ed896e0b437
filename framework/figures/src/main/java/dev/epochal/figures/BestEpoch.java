package dev.epochal.figures;

import dev.epochal.core.figure.LossHistory;
import java.util.Optional;

/** The first epoch with the lowest finite validation loss. */
record BestEpoch(int epoch, double validationLoss) {

  /** Empty when no epoch has a finite validation loss. */
  static Optional<BestEpoch> of(LossHistory history) {
    Optional<BestEpoch> best = Optional.empty();
    for (int i = 0; i < history.epochs().size(); i++) {
      double loss = history.validationLoss().get(i);
      if (Double.isFinite(loss) && (best.isEmpty() || loss < best.get().validationLoss())) {
        best = Optional.of(new BestEpoch(history.epochs().get(i), loss));
      }
    }
    return best;
  }
}
