package dev.epochal.runner.sweep;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.EpochLog;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.ProcessDeath;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.sweep.SweepEntry;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.core.sweep.SweepPlan;
import dev.epochal.registry.Registry;
import dev.epochal.registry.folder.SweepTrials;
import dev.epochal.runner.live.JournalTail;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The trials of a sweep, and what is still to be done about them. */
final class TrialBook {
  private final SweepPlan plan;
  private final SortedMap<Integer, Trial> trials = new TreeMap<>();

  /** What is to be done before anything new begins. */
  private final Deque<Todo> again = new ArrayDeque<>();

  private @Nullable Integer selected;
  private int next = 1;

  /** Of a new sweep. */
  TrialBook(SweepPlan plan) {
    this.plan = plan;
  }

  /** What is to be done about a trial. */
  sealed interface Todo {
    int number();

    /** It has no run yet. */
    record Begin(int number) implements Todo {}

    /** Its run was assigned, and has not begun. */
    record BeginAssigned(int number) implements Todo {}

    /** Its run was broken off. */
    record GoOn(int number) implements Todo {}
  }

  /**
   * Of a sweep that goes on.
   *
   * @param retryFailed whether what failed is tried again
   */
  static TrialBook read(
      SweepFolder folder,
      SweepPlan plan,
      Registry registry,
      boolean retryFailed,
      SweepListener listener) {
    TrialBook book = new TrialBook(plan);
    Set<String> stopped = new HashSet<>();
    SortedMap<String, String> broken = new TreeMap<>();
    for (SweepEntry entry : SweepTrials.read(folder)) {
      if (entry instanceof SweepEntry.Assigned assigned) {
        book.trials.put(assigned.number(), new Trial(assigned));
      } else if (entry instanceof SweepEntry.Stopped stop) {
        stopped.add(stop.run());
      } else if (entry instanceof SweepEntry.Broken failed) {
        broken.put(failed.run(), failed.reason());
      } else {
        book.selected = ((SweepEntry.Selected) entry).number();
      }
    }
    for (Trial trial : book.trials.values()) {
      RunFolder run = RunFolder.of(Objects.requireNonNull(folder.path().getParent()), trial.run());
      if (stopped.contains(trial.run())) {
        trial.stop();
      }
      Optional<Todo> todo =
          book.stand(trial, run, broken.get(trial.run()), registry, retryFailed, listener);
      todo.ifPresent(book.again::add);
    }
    return book;
  }

  private Optional<Todo> stand(
      Trial trial,
      RunFolder folder,
      @Nullable String broken,
      Registry registry,
      boolean retryFailed,
      SweepListener listener) {
    int number = trial.number();
    RunRecord run =
        Files.isRegularFile(folder.record()) ? overAtLast(folder, registry, listener) : null;
    if (run != null) {
      costs(trial, folder);
    }
    if (broken != null
        && !ProcessDeath.isInterruption(broken)
        && !trial.stopped()
        && (run == null || run.status() != RunStatus.FINISHED)) {
      // It could not be begun, or not be gone on with: not again, unless that is asked for.
      if (retryFailed) {
        return Optional.of(new Todo.Begin(number));
      }
      trial.over(RunStatus.FAILED, broken, null);
      return Optional.empty();
    }
    if (run == null) {
      // A folder without a record was being made when its process was killed: its id is taken.
      return Optional.of(
          Files.exists(folder.path()) ? new Todo.Begin(number) : new Todo.BeginAssigned(number));
    }
    boolean done =
        run.status() == RunStatus.FINISHED
            || trial.stopped()
            || (run.status() == RunStatus.FAILED
                && !ProcessDeath.isInterruption(run.reason())
                && !retryFailed);
    if (!done && !trial.assigned().reused()) {
      boolean fails = run.status() == RunStatus.FAILED && !ProcessDeath.isTheReason(run.reason());
      return Optional.of(fails ? new Todo.Begin(number) : new Todo.GoOn(number));
    }
    trial.over(run.status(), run.reason(), value(trial, run.metrics()));
    return Optional.empty();
  }

  /** Trials whose sweep is gone stop by themselves, after their step. */
  private static RunRecord overAtLast(RunFolder folder, Registry registry, SweepListener listener) {
    RunRecord run = registry.record(folder);
    if (!run.status().isOver()) {
      listener.message("run " + run.name() + " (" + run.id() + ") is still stopping; waiting …");
    }
    try {
      while (!run.status().isOver()) {
        Thread.sleep(200);
        run = registry.record(folder);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EpochalException("interrupted", e);
    }
    return run;
  }

  private void costs(Trial trial, RunFolder folder) {
    EpochLog epochs = new EpochLog();
    new JournalTail(folder.journal(), epochs::add).read();
    epochs.all().forEach(epoch -> epoch(trial, epoch));
  }

  private void epoch(Trial trial, JournalEntry.Epoch epoch) {
    trial.cost(epoch.epoch(), cost(epoch.metrics()));
  }

  /** The cost that an epoch's metrics mean; NaN without the sweep's metric. */
  double cost(SortedMap<String, Double> metrics) {
    return plan.goal().cost(metrics.getOrDefault(plan.metric(), Double.NaN));
  }

  /** What a trial's metrics say of the sweep's; of one that was stopped, its last epoch. */
  @Nullable Double value(Trial trial, SortedMap<String, Double> metrics) {
    Double value = metrics.get(plan.metric());
    if (value == null && trial.stopped() && !trial.costs().isEmpty()) {
      return plan.goal().cost(trial.costs().get(trial.costs().size() - 1)); // its own inverse
    }
    return value;
  }

  /** How many trials there will be. */
  int planned() {
    return plan.search().trials();
  }

  Collection<Trial> trials() {
    return trials.values();
  }

  Trial of(int number) {
    return Objects.requireNonNull(trials.get(number));
  }

  /** A trial gets its run. */
  Trial assign(SweepEntry.Assigned assigned) {
    Trial trial = new Trial(assigned);
    trials.put(assigned.number(), trial);
    return trial;
  }

  /** What is to be done next; nothing when all has begun. */
  Optional<Todo> todo() {
    Todo first = again.poll();
    if (first != null) {
      return Optional.of(first);
    }
    while (trials.containsKey(next)) {
      next++;
    }
    return next > planned() ? Optional.empty() : Optional.of(new Todo.Begin(next));
  }

  /** Whether anything is left to be done, apart from the choice of the best. */
  boolean isDone() {
    return again.isEmpty() && trials.size() >= planned();
  }

  /** How many FAILED that could be tried again. */
  long failed() {
    return trials.values().stream().filter(trial -> trial.status() == RunStatus.FAILED).count();
  }

  /** The finished trial that is best by the sweep's metric. */
  Optional<Trial> best() {
    return trials.values().stream()
        .filter(trial -> trial.status() == RunStatus.FINISHED && trial.value() != null)
        .filter(trial -> !Double.isNaN(Objects.requireNonNull(trial.value())))
        .min(
            Comparator.comparingDouble(
                trial -> plan.goal().cost(Objects.requireNonNull(trial.value()))));
  }

  /** The trial that was chosen before; null for none. */
  @Nullable Integer selected() {
    return selected;
  }
}
