package dev.epochal.engine.train;

import dev.epochal.engine.network.Network;
import dev.epochal.engine.network.ParameterSnapshot;

/**
 * Where training stands between two updates: all that is needed, besides plan and data, to go on to
 * the same bits. No generator's state is among it, since every draw is a function of a seed and a
 * count.
 *
 * @param spent to come here
 * @param bestParameters those after the best epoch; the initial ones when there is none yet
 */
public record TrainingState(
    Progress progress,
    Spent spent,
    ParameterSnapshot parameters,
    ParameterSnapshot updaterState,
    ParameterSnapshot bestParameters) {

  /** That of a network before its first update. */
  public static TrainingState start(Network network) {
    ParameterSnapshot parameters = network.snapshot();
    return new TrainingState(
        Progress.START, Spent.NONE, parameters, network.updaterState(), parameters);
  }
}
