package dev.epochal.runner.sweep;

import dev.epochal.core.data.Split;
import dev.epochal.core.plan.Params;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunDetail;
import dev.epochal.registry.RunName;
import dev.epochal.registry.RunQuery;
import dev.epochal.registry.RunSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long a sweep will take here, told from finished runs of this machine.
 *
 * @param seconds of all trials, so many at once; trials that are stopped early or reused take less
 * @param likeness of the runs that it is told from: that of the trial which has the worst
 * @param run one of those runs, from which the first trial with that likeness was told
 */
public record Estimate(double seconds, Likeness likeness, RunName run) {
  /** Runs that are looked at, the newest. */
  private static final int LOOKED_AT = 200;

  private static final String TRAINING = "time.train.wall";
  private static final String WHOLE = "time.run.wall";
  private static final String PARAMETERS = "model.parameters";

  /** How like a trial a run is, the most alike first. */
  public enum Likeness {
    SAME("same network, images, batch size and threads"),
    OTHER_LENGTH("same network, batch size and threads, scaled by the images"),
    OTHER_BATCH("same network, other batch size or threads, scaled by the images"),
    OTHER_NETWORK("another network, scaled by parameters and images");

    private final String said;

    Likeness(String said) {
      this.said = said;
    }

    /** In words. */
    public String said() {
      return said;
    }
  }

  /** What took its time: a run that is over, or a trial that is to be. */
  private record Work(
      SortedMap<String, String> network,
      String batchSize,
      int threads,
      long images,
      int epochs,
      double parameters) {

    Likeness likeness(Work past) {
      if (!network.equals(past.network)) {
        return Likeness.OTHER_NETWORK;
      }
      if (!batchSize.equals(past.batchSize) || threads != past.threads) {
        return Likeness.OTHER_BATCH;
      }
      return images == past.images ? Likeness.SAME : Likeness.OTHER_LENGTH;
    }
  }

  /**
   * A run with the seconds that it took.
   *
   * @param training in the epochs alone
   * @param rest before and after them
   */
  private record Past(RunName run, Work work, double training, double rest) {
    double seconds(Work trial) {
      double images = (double) trial.images / work.images;
      boolean same = trial.network.equals(work.network);
      double size = same ? 1 : trial.parameters / work.parameters;
      return training * images * size * trial.epochs / work.epochs + rest * images;
    }
  }

  /**
   * The estimate; empty when no run of this machine tells anything.
   *
   * @param cpu this machine's, as {@code Machine.cpu()} says
   * @param known plans of trials, at least one; further trials are like them
   * @param trials how many there will be
   */
  public static Optional<Estimate> of(
      Registry registry, String cpu, List<RunPlan> known, int trials, ThreadPlan threads) {
    List<Past> past = past(registry, cpu);
    if (past.isEmpty()) {
      return Optional.empty();
    }
    Likeness worst = null;
    RunName told = past.get(0).run();
    List<Double> seconds = new ArrayList<>();
    for (RunPlan plan : known) {
      Work work = work(plan, threads.threads());
      // Of equally alike ones the nearest in length, then the newest, which stands first.
      Past best =
          past.stream()
              .min(
                  Comparator.comparing((Past one) -> work.likeness(one.work()))
                      .thenComparing(one -> distance(work, one.work())))
              .orElseThrow();
      Likeness likeness = work.likeness(best.work());
      if (worst == null || likeness.compareTo(worst) > 0) {
        worst = likeness;
        told = best.run();
      }
      seconds.add(best.seconds(work));
    }
    return worst == null
        ? Optional.empty()
        : Optional.of(new Estimate(whole(seconds, trials, threads.jobs()), worst, told));
  }

  private static double distance(Work work, Work past) {
    return Math.abs(
        Math.log((double) work.images * work.epochs / ((double) past.images * past.epochs)));
  }

  /** Each trial starts when one before it is over. */
  private static double whole(List<Double> seconds, int trials, int jobs) {
    PriorityQueue<Double> free = new PriorityQueue<>();
    for (int i = 0; i < jobs; i++) {
      free.add(0.0);
    }
    double end = 0;
    for (int trial = 0; trial < trials; trial++) {
      double over = free.remove() + seconds.get(trial % seconds.size());
      free.add(over);
      end = Math.max(end, over);
    }
    return end;
  }

  private static List<Past> past(Registry registry, String cpu) {
    List<RunName> finished =
        registry.names(RunQuery.parse("status = finished", List.of(), LOOKED_AT));
    if (finished.isEmpty()) {
      return List.of();
    }
    return registry.outlines(finished.stream().map(RunName::id).toList()).stream()
        .filter(run -> run.environment().path("cpu.name").asText().equals(cpu))
        .flatMap(run -> past(run).stream())
        .toList();
  }

  /** Nothing of a run that lacks what it would be told from. */
  private static Optional<Past> past(RunDetail run) {
    RunSummary summary = run.summary();
    double training = summary.metrics().getOrDefault(TRAINING, Double.NaN);
    double whole = summary.metrics().getOrDefault(WHOLE, training);
    double parameters = summary.metrics().getOrDefault(PARAMETERS, Double.NaN);
    DatasetRecord dataset = run.dataset();
    DatasetRecord.SplitRecord images =
        dataset == null ? null : dataset.splits().get(Split.TRAIN.key());
    int epochs = run.hashes().isEmpty() ? 0 : run.hashes().lastKey();
    if (!(training > 0) || !(parameters > 0) || images == null || images.n() < 1 || epochs < 1) {
      return Optional.empty();
    }
    Work work =
        new Work(
            network(summary.params()),
            summary.params().getOrDefault("training.batchSize", ""),
            threads(run),
            images.n(),
            epochs,
            parameters);
    return Optional.of(
        new Past(
            new RunName(summary.id(), summary.name()),
            work,
            training,
            Math.max(0, whole - training)));
  }

  private static int threads(RunDetail run) {
    String said =
        run.environment()
            .path("native.threads")
            .asText(run.environment().path("env.OMP_NUM_THREADS").asText());
    return said.matches("\\d{1,4}") ? Integer.parseInt(said) : 0;
  }

  private static Work work(RunPlan plan, int threads) {
    return new Work(
        network(Params.of(plan)),
        Integer.toString(plan.training().batchSize()),
        threads,
        plan.data().split().used().train(),
        plan.training().epochs(),
        plan.network().parameters());
  }

  private static SortedMap<String, String> network(SortedMap<String, String> params) {
    return new TreeMap<>(params.subMap("network.", "network/"));
  }
}
