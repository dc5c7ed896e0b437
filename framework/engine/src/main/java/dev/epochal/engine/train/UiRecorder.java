package dev.epochal.engine.train;

import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.run.UiFrame;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.deeplearning4j.ui.model.stats.StatsListener;
import org.deeplearning4j.ui.model.stats.api.StatsUpdateConfiguration;
import org.deeplearning4j.ui.model.stats.impl.DefaultStatsInitializationConfiguration;
import org.deeplearning4j.ui.model.stats.impl.DefaultStatsUpdateConfiguration;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Lets DL4J's own {@link StatsListener} report on the updates that are due, and on no others: left
 * to itself it shows with each report the gradients of an update long before. It reads arrays,
 * draws no numbers and leaves the workspaces of training alone, so that training's bits are the
 * same with it. What goes wrong in it ends the reports, not training.
 */
public final class UiRecorder extends BaseTrainingListener {
  /** Of a batch's activations, which can be a gigabyte, the first images tell enough. */
  private static final int ACTIVATIONS_OF = 64;

  private static final String WORKER = "training";

  /** Counts images and nothing else: no update is the two billionth. */
  private static final StatsUpdateConfiguration COUNTING =
      new DefaultStatsUpdateConfiguration.Builder().reportingFrequency(Integer.MAX_VALUE).build();

  private static final StatsUpdateConfiguration REPORTING =
      new DefaultStatsUpdateConfiguration.Builder()
          .reportingFrequency(1)
          .collectHistogramsActivations(false)
          .build();

  private final StatsListener listener;
  private final UiReports reports;
  private final UiBudget budget;
  private final long began = System.nanoTime();
  private boolean due;
  private boolean saidStretched;
  private boolean broken;
  private long nanos;

  /**
   * @param session the run's id
   * @param every updates between reports
   */
  public UiRecorder(String session, RunPlan plan, int every, UiReports reports) {
    this.reports = reports;
    this.budget = new UiBudget(every, updates(plan), began);
    this.listener =
        new StatsListener(
            new UiRouter(reports),
            new DefaultStatsInitializationConfiguration(true, true, true),
            COUNTING,
            session,
            WORKER);
  }

  private static long updates(RunPlan plan) {
    int images = plan.data().split().used().train();
    int batchSize = plan.training().batchSize();
    return (long) plan.training().epochs() * ((images + batchSize - 1) / batchSize);
  }

  /** Where training goes on when it does not begin. */
  void resumedAfter(long update) {
    reports.record(UiFrame.resumed(update));
  }

  /** Seconds of training that went into reports. */
  public double seconds() {
    return budget.spentSeconds();
  }

  /** Those seconds as a share of all since this was made. */
  public double share() {
    return budget.spentSeconds() / Math.max(1e-9, (System.nanoTime() - began) / 1e9);
  }

  @Override
  public void onForwardPass(Model model, List<INDArray> activations) {
    long update = ((MultiLayerNetwork) model).getIterationCount() + 1L;
    due = !broken && budget.admits(update, System.nanoTime());
    if (due) {
      nanos = 0;
      listener.setUpdateConfig(REPORTING);
      carefully(() -> listener.onForwardPass(model, first(activations)));
    }
    if (budget.stretched() && !saidStretched) {
      saidStretched = true;
      reports.said(budget.whyFewer());
    }
  }

  private static List<INDArray> first(List<INDArray> activations) {
    List<INDArray> first = new ArrayList<>();
    for (INDArray all : activations) {
      first.add(
          all.size(0) <= ACTIVATIONS_OF ? all : all.get(NDArrayIndex.interval(0, ACTIVATIONS_OF)));
    }
    return first;
  }

  @Override
  public void onGradientCalculation(Model model) {
    if (due) {
      carefully(() -> listener.onGradientCalculation(model));
    }
  }

  @Override
  public void iterationDone(Model model, int iteration, int epoch) {
    // Updates count from 1, as everywhere in a run.
    carefully(() -> listener.iterationDone(model, iteration + 1, epoch));
    if (due) {
      due = false;
      budget.reported(nanos);
      listener.setUpdateConfig(COUNTING);
    } else {
      budget.spend(nanos);
    }
    nanos = 0;
  }

  @SuppressWarnings("try") // the workspace of none holds while the work is done
  private void carefully(Runnable work) {
    if (broken) {
      return;
    }
    long start = System.nanoTime();
    try (MemoryWorkspace none = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
      work.run();
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      broken = true;
      reports.failed(e);
    }
    nanos += System.nanoTime() - start;
  }
}
