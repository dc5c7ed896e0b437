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
 * many of every second, fourth, … one and of the newest.
 */
public final class ParameterRecorder {
  /** More columns than this no figure shows. */
  private static final int MOST = 100;

  private final Network network;
  private List<List<ParameterArray>> taken = new ArrayList<>();
  private List<ParameterArray> newest = List.of();
  private int every = 1;

  public ParameterRecorder(Network network) {
    this.network = network;
  }

  /** Takes the state after an epoch, 0 before training. */
  public void take(int epoch) {
    newest = ParameterStates.of(network, epoch);
    if (epoch % every != 0) {
      return;
    }
    taken.add(newest);
    if (taken.size() > MOST) {
      every *= 2;
      List<List<ParameterArray>> kept = new ArrayList<>();
      for (int i = 0; i < taken.size(); i += 2) {
        kept.add(taken.get(i));
      }
      taken = kept;
    }
  }

  /** Everything kept so far as a figure's data. */
  public ParameterHistograms histograms(FigureSubject subject) {
    List<List<ParameterArray>> shown = new ArrayList<>(taken);
    if (!shown.contains(newest)) {
      // The model as it was in the end must not be missing.
      shown.add(newest);
    }
    List<ParameterArray> arrays = new ArrayList<>();
    for (int a = 0; a < newest.size(); a++) {
      ParameterArray first = newest.get(a);
      List<State> states = new ArrayList<>();
      for (List<ParameterArray> epoch : shown) {
        states.addAll(epoch.get(a).states());
      }
      arrays.add(new ParameterArray(first.layer(), first.kind(), first.size(), states));
    }
    return new ParameterHistograms(subject, arrays);
  }
}
