package dev.epochal.core.plan;

/** What training makes small, by DL4J's names. */
public enum Loss {
  /** Multi-class cross-entropy: −log of the probability of the true class. */
  MCXENT
}
