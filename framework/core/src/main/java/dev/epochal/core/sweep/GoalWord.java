package dev.epochal.core.sweep;

import dev.epochal.core.stats.Goal;

/** Which way a metric is better, in the words that Weights and Biases has for it. */
public enum GoalWord {
  MINIMIZE(Goal.MIN),
  MAXIMIZE(Goal.MAX);

  private final Goal goal;

  GoalWord(Goal goal) {
    this.goal = goal;
  }

  public Goal goal() {
    return goal;
  }
}
