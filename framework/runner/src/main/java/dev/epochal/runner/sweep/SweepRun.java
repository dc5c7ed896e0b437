package dev.epochal.runner.sweep;

import dev.epochal.core.planning.PlannedRun;
import dev.epochal.core.planning.PlannedSweep;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.run.ProcessDeath;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunId;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.run.TrialRecord;
import dev.epochal.core.sweep.EarlyStop;
import dev.epochal.core.sweep.SweepEntry;
import dev.epochal.core.sweep.SweepPlan;
import dev.epochal.core.sweep.SweepRecord;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunDetail;
import dev.epochal.registry.folder.StopRequest;
import dev.epochal.registry.folder.SweepRecorder;
import dev.epochal.runner.sweep.SweepListener.TrialEnd;
import dev.epochal.runner.sweep.TrialProcess.Happening;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A sweep from the moment that it has a record: starts trials as long as there is room, hears them,
 * ends those that fall behind, and reads the test split of the one that is chosen. All of it on one
 * thread; what trials say waits in a queue.
 */
final class SweepRun {
  private static final long PAUSE_MILLIS = 300;

  private final SweepRequest.Place at;
  private final Registry registry;
  private final SweepRecorder recorder;
  private final PlannedSweep planned;
  private final SweepPlan plan;
  private final TrialBook book;
  private final TrialSource source;
  private final SweepListener listener;
  private final TrialJvm jvm;
  private final @Nullable Reuse reuse;
  private final BlockingQueue<Happening> happenings = new LinkedBlockingQueue<>();
  private final Map<Integer, TrialProcess> running = new HashMap<>();
  private final Map<Integer, Long> images = new HashMap<>();
  private final Map<Integer, Long> trained = new HashMap<>();
  private final Set<String> said = new HashSet<>();

  /** Trials that were begun before, and are gone on with. */
  private final Set<Integer> goneOnWith = new HashSet<>();

  private @Nullable String stopping;
  private @Nullable String hopeless;
  private boolean began;

  SweepRun(
      SweepRequest.Place at,
      Registry registry,
      SweepRecorder recorder,
      PlannedSweep planned,
      TrialBook book,
      boolean fresh,
      SweepListener listener) {
    this.at = at;
    this.registry = registry;
    this.recorder = recorder;
    this.planned = planned;
    this.plan = planned.plan();
    this.book = book;
    this.source = new TrialSource(plan);
    this.listener = listener;
    SweepRecord sweep = recorder.record();
    this.jvm =
        TrialJvm.of(
            at.machine(),
            new ThreadPlan(sweep.jobs(), sweep.threads()),
            at.host(),
            recorder.folder().path());
    this.reuse = fresh ? null : Reuse.of(registry, at.machine(), at.code(), jvm);
  }

  SweepRecord run() {
    listener.begun(recorder.record(), recorder.folder(), book.planned());
    book.trials().stream().filter(Trial::isOver).forEach(this::tellEnd);
    SweepRecord over;
    try {
      trials();
      if (stopping == null && hopeless == null) {
        readTestOfTheBest();
      }
      over = recorder.finish(status(), stopping != null ? stopping : hopeless);
    } catch (RuntimeException e) {
      // Trials that go on stop by themselves when this process ends.
      running.values().forEach(trial -> trial.stop("stopped because its sweep failed,"));
      fail(e);
      throw e;
    }
    StopRequest.remove(asRun());
    enter(over);
    listener.over(over, recorder.folder());
    return over;
  }

  /** Where not even that can be written, the sweep is found dead, and can be gone on with. */
  private void fail(RuntimeException why) {
    try {
      enter(recorder.finish(RunStatus.FAILED, String.valueOf(why.getMessage())));
    } catch (EpochalException unwritable) {
      why.addSuppressed(unwritable);
    }
  }

  private RunStatus status() {
    return hopeless != null
        ? RunStatus.FAILED
        : stopping != null ? RunStatus.KILLED : RunStatus.FINISHED;
  }

  private void trials() {
    boolean all = false;
    while (!all || !running.isEmpty()) {
      lookForStop();
      while (!all && running.size() < recorder.record().jobs()) {
        Optional<TrialBook.Todo> todo =
            stopping != null || hopeless != null ? Optional.empty() : book.todo();
        todo.ifPresent(this::begin);
        all = todo.isEmpty();
      }
      if (!running.isEmpty()) {
        hear();
      }
    }
  }

  /** Asks every trial to stop when the sweep is asked, each once. */
  private void lookForStop() {
    if (stopping == null) {
      if (at.stop().getAsBoolean()) {
        stopping = at.stop().words();
      } else if (StopRequest.isAsked(asRun())) {
        stopping = "asked to stop by ./run stop";
        listener.message(stopping + ": trials stop after their step …");
      }
    }
    if (stopping != null) {
      running.values().forEach(trial -> trial.stop("stopped with its sweep,"));
    }
  }

  /** A sweep is asked to stop as a run is. */
  private RunFolder asRun() {
    return new RunFolder(recorder.folder().path());
  }

  private void begin(TrialBook.Todo todo) {
    int number = todo.number();
    if (todo instanceof TrialBook.Todo.GoOn) {
      goneOnWith.add(number);
      start(book.of(number), TrialRequest.resume(book.of(number).run()));
      return;
    }
    Trial assigned = todo instanceof TrialBook.Todo.BeginAssigned ? book.of(number) : null;
    TrialSource.Proposal proposal =
        assigned == null
            ? source.of(number, book.trials())
            : new TrialSource.Proposal(assigned.assigned().values(), assigned.assigned().point());
    PlannedRun trial;
    try {
      trial = planned.trial(proposal.values());
    } catch (InvalidInputException e) {
      // Of drawn values only the ends were looked at before.
      Trial refused =
          assigned != null ? assigned : assign(number, proposal, "none", RunId.random(), false);
      broken(refused, String.valueOf(e.getMessage()));
      return;
    }
    String hash = trial.plan().sha256();
    if (assigned == null && reuse != null) {
      Optional<RunDetail> equal = reuse.find(hash, readsTest());
      if (equal.isPresent()) {
        Trial reused = assign(number, proposal, hash, equal.get().summary().id(), true);
        reused.over(
            RunStatus.FINISHED,
            equal.get().reason(),
            book.value(reused, equal.get().summary().metrics()));
        tellEnd(reused);
        return;
      }
    }
    Trial begun =
        assigned != null ? assigned : assign(number, proposal, hash, RunId.random(), false);
    start(
        begun,
        TrialRequest.begin(
            begun.run(),
            recorder.record().name() + "-" + number,
            new TrialRecord(recorder.record().id(), number, proposal.values(), readsTest()),
            trial.plan(),
            trial.specText()));
  }

  /** The line is on the disk before the trial starts: no kill makes it run twice. */
  private Trial assign(
      int number, TrialSource.Proposal proposal, String hash, String run, boolean reused) {
    SweepEntry.Assigned assigned =
        new SweepEntry.Assigned(
            number, proposal.values(), hash, run, reused, proposal.point(), Instant.now());
    recorder.add(assigned);
    return book.assign(assigned);
  }

  /**
   * Sweeps that choose between their trials look at the test split of the chosen one alone, unless
   * they were allowed to choose by it.
   */
  private boolean readsTest() {
    return !plan.chooses() || (plan.goesByTest() && recorder.record().testMayChoose());
  }

  private void start(Trial trial, TrialRequest request) {
    running.put(trial.number(), TrialProcess.start(trial.number(), jvm, request, happenings));
  }

  private void hear() {
    try {
      Happening first = happenings.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
      for (Happening one = first; one != null; one = happenings.poll()) {
        Trial trial = book.of(one.number());
        if (one.event() == null) {
          ended(trial, one);
        } else {
          take(trial, one.event());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EpochalException("interrupted", e);
    }
  }

  private void take(Trial trial, TrialEvent event) {
    int number = trial.number();
    if (event instanceof TrialEvent.Message message) {
      sayOnce(message.text(), false);
    } else if (event instanceof TrialEvent.Ready ready) {
      began = true;
      if (ready.notice() != null) {
        sayOnce(ready.notice(), true);
      }
      images.put(number, ready.images());
      trained.put(number, ready.done());
      listener.trialBegun(number, trial.assigned().values(), trial.run(), ready.name());
    } else if (event instanceof TrialEvent.Trained more) {
      long done = trained.merge(number, more.images(), Long::sum);
      listener.trialGetsOn(number, (double) done / Math.max(1, images.getOrDefault(number, 1L)));
    } else if (event instanceof TrialEvent.Epoch epoch) {
      trial.cost(epoch.epoch(), book.cost(epoch.metrics()));
      listener.epochEnded(number, epoch.epoch(), epoch.metrics());
      stopIfBehind(trial, epoch.epoch());
    } else if (event instanceof TrialEvent.Over over && !trial.isOver()) {
      trial.over(over.status(), over.reason(), book.value(trial, over.metrics()));
    } else if (event instanceof TrialEvent.Refused refused) {
      refused(trial, refused);
    }
  }

  /** Trials say the same of their data; once is enough. */
  private void sayOnce(String sentence, boolean loud) {
    if (said.add(sentence)) {
      if (loud) {
        listener.shout(sentence);
      } else {
        listener.message(sentence);
      }
    }
  }

  private void stopIfBehind(Trial trial, int epoch) {
    EarlyStop rule = plan.earlyStop();
    TrialProcess process = running.get(trial.number());
    if (rule == null || process == null || trial.stopped()) {
      return;
    }
    List<List<Double>> others =
        book.trials().stream().filter(one -> one != trial).map(Trial::costs).toList();
    if (rule.ends(trial.costs(), others)) {
      String reason =
          "stopped by early_terminate (%s): it fell behind the other trials by epoch %d,"
              .formatted(rule instanceof EarlyStop.Asha ? "asha" : "median", epoch);
      recorder.add(
          new SweepEntry.Stopped(trial.number(), trial.run(), epoch, reason, Instant.now()));
      trial.stop();
      process.stop(reason);
    }
  }

  private void refused(Trial trial, TrialEvent.Refused refused) {
    lookForStop(); // Ctrl-C reaches the trial too, which may be heard first
    if (stopping != null) {
      return; // it is begun, or gone on with, when the sweep goes on
    }
    broken(trial, refused.reason());
    givesUp(trial, refused.reason());
  }

  /**
   * What is wrong with the first is wrong with all: the data, most likely. But what is wrong with
   * one that is gone on with, such as a checkpoint, is its own.
   */
  private void givesUp(Trial first, String reason) {
    if (!began && !goneOnWith.contains(first.number())) {
      hopeless = reason;
    }
  }

  private void broken(Trial trial, String reason) {
    recorder.add(new SweepEntry.Broken(trial.number(), trial.run(), reason, Instant.now()));
    trial.over(RunStatus.FAILED, reason, null);
    if (!running.containsKey(trial.number())) {
      tellEnd(trial);
    }
  }

  /** A process is gone: a trial that did not say how it ended is asked for in its folder. */
  private void ended(Trial trial, Happening end) {
    running.remove(trial.number());
    lookForStop(); // Ctrl-C reaches the trial too, which may be heard first
    if (!trial.isOver()) {
      String reason = ProcessDeath.sentence(end.exit(), end.lastLines());
      RunFolder folder = RunFolder.of(at.workplace().runs(), trial.run());
      if (Files.isRegularFile(folder.record())) {
        RunRecord run = registry.sweeps().died(folder, reason);
        trial.over(run.status(), run.reason(), book.value(trial, run.metrics()));
      } else {
        if (stopping == null) { // else it is begun when the sweep goes on
          broken(trial, reason);
          if (!ProcessDeath.isInterruption(reason)) {
            givesUp(trial, reason);
          }
        }
        return;
      }
    }
    tellEnd(trial);
  }

  private void tellEnd(Trial trial) {
    listener.trialOver(
        new TrialEnd(
            trial.number(),
            trial.assigned().values(),
            trial.run(),
            Objects.requireNonNull(trial.status()),
            trial.reason(),
            plan.metric(),
            trial.value(),
            trial.assigned().reused(),
            trial.stopped()));
  }

  private void readTestOfTheBest() {
    Optional<Trial> best = plan.chooses() ? book.best() : Optional.empty();
    if (best.isEmpty()) {
      return;
    }
    Trial trial = best.get();
    double value = Objects.requireNonNull(trial.value());
    if (!Objects.equals(book.selected(), trial.number())) {
      recorder.add(new SweepEntry.Selected(trial.number(), trial.run(), value, Instant.now()));
    }
    if (registry.show(trial.run()).summary().metrics().containsKey("test.accuracy")) {
      return;
    }
    listener.selected(trial.number(), trial.run(), value);
    hopeless = new TestReader(jvm, text -> sayOnce(text, false)).read(trial).orElse(null);
  }

  private void enter(SweepRecord sweep) {
    try {
      registry.sweeps().finish(sweep);
    } catch (RuntimeException e) {
      listener.message(
          "the registry will take this sweep in when it is next opened: " + e.getMessage());
    }
  }
}
