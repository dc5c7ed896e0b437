package dev.epochal.registry;

import java.util.List;

/**
 * What became of a sweep that was deleted or restored.
 *
 * @param trials how many runs went with it: those that were made for it
 * @param kept those of them that stay, because another sweep reuses them
 */
public record SweepChange(RunName sweep, int trials, List<RunName> kept) {
  public SweepChange {
    kept = List.copyOf(kept);
  }
}
