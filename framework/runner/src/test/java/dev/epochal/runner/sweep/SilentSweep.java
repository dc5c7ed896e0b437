package dev.epochal.runner.sweep;

import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.core.sweep.SweepRecord;
import java.util.SortedMap;

/** Hears a sweep and says nothing. */
final class SilentSweep implements SweepListener {
  @Override
  public void recording() {}

  @Override
  public void message(String sentence) {}

  @Override
  public void shout(String sentence) {}

  @Override
  public void begun(SweepRecord sweep, SweepFolder folder, int trials) {}

  @Override
  public void trialBegun(int number, SortedMap<String, String> values, String run, String name) {}

  @Override
  public void trialGetsOn(int number, double part) {}

  @Override
  public void epochEnded(int number, int epoch, SortedMap<String, Double> metrics) {}

  @Override
  public void trialOver(TrialEnd end) {}

  @Override
  public void selected(int number, String run, double value) {}

  @Override
  public void over(SweepRecord sweep, SweepFolder folder) {}
}
