package dev.epochal.runner.figures;

import dev.epochal.core.figure.FigureSubject;
import dev.epochal.core.figure.ParameterHistograms;
import dev.epochal.core.figure.ParameterHistograms.ParameterArray;
import dev.epochal.core.figure.ParameterHistograms.State;
import dev.epochal.engine.network.Network;
import dev.epochal.engine.network.ParameterStates;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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

  /** Goes on with what was recorded up to an epoch. */
  public void restore(ParameterHistograms recorded, int upTo) {
    SortedMap<Integer, List<ParameterArray>> byEpoch = new TreeMap<>();
    for (ParameterArray array : recorded.arrays()) {
      for (State state : array.states()) {
        byEpoch
            .computeIfAbsent(state.epoch(), epoch -> new ArrayList<>())
            .add(new ParameterArray(array.layer(), array.kind(), array.size(), List.of(state)));
      }
    }
    List<Integer> epochs = List.copyOf(byEpoch.keySet());
    every = epochs.size() > 1 ? epochs.get(1) - epochs.get(0) : 1;
    byEpoch.tailMap(upTo + 1).clear();
    taken = new ArrayList<>();
    byEpoch.forEach(
        (epoch, arrays) -> {
          newest = arrays;
          if (epoch % every == 0) {
            taken.add(arrays);
          }
        });
  }

  /** Takes the state after an epoch, 0 before training; once more than once makes no difference. */
  public void take(int epoch) {
    newest = ParameterStates.of(network, epoch);
    if (epoch % every != 0 || taken.contains(newest)) {
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
