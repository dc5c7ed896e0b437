package dev.epochal.core.plan;

import java.util.List;

/**
 * What training makes small, by DL4J's names: the mean over the images of a function of p, the
 * outputs for one image, and y, which is 1 for its true class and 0 for the others.
 *
 * <p>Each comes with the activations under which its outputs are probabilities, so that
 * predictions, ROC curves and the loss itself mean what they say: softmax's sum to 1 over the
 * classes, sigmoid's are each class's own, against the rest. Losses that ask for other outputs
 * (hinge for margins, poisson for counts) are left out.
 */
public enum Loss {
  /** Multi-class cross-entropy: −log of the true class's p, which is clipped at 1e-10. */
  MCXENT,
  /** The same as mcxent, under its other name. */
  NEGATIVELOGLIKELIHOOD,
  /** Σ y·log(y/p), with y and p clipped at 1e-5: mcxent with coarser clipping. */
  KL_DIVERGENCE,
  /** Binary cross-entropy: −Σ y·log p + (1 − y)·log(1 − p), with p clipped at 1e-5. */
  XENT,
  /** Mean over the classes of (p − y)². */
  MSE,
  /** Σ (p − y)². */
  L2,
  /** Mean over the classes of |p − y|. */
  MEAN_ABSOLUTE_ERROR,
  /** Σ |p − y|. */
  L1;

  /** Those of the output layer that it can be taken with; the first is the usual one. */
  public List<Activation> activations() {
    return switch (this) {
      case MCXENT, NEGATIVELOGLIKELIHOOD, KL_DIVERGENCE -> List.of(Activation.SOFTMAX);
      case XENT -> List.of(Activation.SIGMOID);
      case MSE, L2, MEAN_ABSOLUTE_ERROR, L1 -> List.of(Activation.SOFTMAX, Activation.SIGMOID);
    };
  }
}
