package dev.epochal.runner.figures;

import dev.epochal.core.figure.FigureSubject;
import dev.epochal.core.figure.ParameterHistograms;
import dev.epochal.core.figure.ParameterHistograms.ParameterArray;
import dev.epochal.core.figure.ParameterHistograms.State;
import dev.epochal.engine.network.Network;
import dev.epochal.engine.network.ParameterStates;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes histograms of the parameters while a run trains: of every epoch, and when they become too
 * many of every second, fourth, … one.
 */
public final class ParameterRecorder {
  /** More columns than this no figure shows. */
  private static final int MOST = 100;

  private final Network network;
  private List<List<ParameterArray>> taken = new ArrayList<>();
  private int every = 1;

  public ParameterRecorder(Network network) {
    this.network = network;
  }

  /** Takes the state after an epoch, 0 before training, if it is one of those that are kept. */
  public void take(int epoch) {
    if (epoch % every != 0) {
      return;
    }
    taken.add(ParameterStates.of(network, epoch));
    if (taken.size() > MOST) {
      every *= 2;
      List<List<ParameterArray>> kept = new ArrayList<>();
      for (int i = 0; i < taken.size(); i += 2) {
        kept.add(taken.get(i));
      }
      taken = kept;
    }
  }

  /** Everything taken so far as a figure's data. */
  public ParameterHistograms histograms(FigureSubject subject) {
    List<ParameterArray> arrays = new ArrayList<>();
    int count = taken.isEmpty() ? 0 : taken.get(0).size();
    for (int a = 0; a < count; a++) {
      ParameterArray first = taken.get(0).get(a);
      List<State> states = new ArrayList<>();
      for (List<ParameterArray> epoch : taken) {
        states.addAll(epoch.get(a).states());
      }
      arrays.add(new ParameterArray(first.layer(), first.kind(), first.size(), states));
    }
    return new ParameterHistograms(subject, arrays);
  }
}
