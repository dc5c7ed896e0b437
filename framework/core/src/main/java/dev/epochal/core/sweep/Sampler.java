package dev.epochal.core.sweep;

import java.util.List;

/** Chooses the points that a sweep tries. */
public interface Sampler {
  /**
   * The point of a trial: a function of the sampler's seed, the trial's number and what is known,
   * so that a sweep goes on after a kill as if there had been none.
   *
   * @param trial from 0
   * @param past what the trials before yielded
   * @return one coordinate in [0, 1) for each key
   */
  double[] point(int trial, List<Observation> past);
}
