package dev.epochal.runner;

import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.EpochResult;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import java.util.SortedMap;

/** Shows nothing of a run. */
public class SilentListener implements RunListener {
  @Override
  public void recording() {}

  @Override
  public void ready(
      RunPlan plan, RunRecord run, DatasetRecord dataset, SortedMap<String, String> environment) {}

  @Override
  public void updated(int images, double loss) {}

  @Override
  public void epochEnded(EpochResult ended) {}

  @Override
  public void stage(String name) {}

  @Override
  public void finished(RunRecord run, RunFolder folder) {}

  @Override
  public void message(String sentence) {}

  @Override
  public void downloaded(String file, long bytes, long total) {}
}
