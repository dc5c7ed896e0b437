package dev.epochal.registry;

import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.run.Annotations;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.core.sweep.SweepRecord;
import dev.epochal.registry.folder.AtomicFile;
import dev.epochal.registry.folder.Changed;
import dev.epochal.registry.folder.FileTrouble;
import dev.epochal.registry.folder.Processes;
import dev.epochal.registry.folder.SweepRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep's own process tells the registry of it. Documented where it is public, in {@link
 * SweepRegistry}.
 */
final class SweepRecordings {
  private final Path runs;
  private final Access access;
  private final Consumer<String> notices;

  SweepRecordings(Path runs, Access access, Consumer<String> notices) {
    this.runs = runs;
    this.access = access;
    this.notices = notices;
  }

  SweepRecorder register(SweepRecord sweep, Function<SweepRecord, SweepRecorder> start) {
    AtomicReference<@Nullable SweepRecorder> started = new AtomicReference<>();
    try {
      return access.change(
          (sql, changed) -> {
            SweepRecorder recorder =
                start.apply(
                    sweep.name().isEmpty()
                        ? sweep.named(RunNames.nextSweep(sql, sweep.experiment()))
                        : sweep);
            started.set(recorder);
            ingest(sql, recorder.folder());
            return recorder;
          });
    } catch (RuntimeException e) {
      SweepRecorder recorder = started.get();
      if (recorder != null) {
        recorder.abandon();
      }
      throw e;
    }
  }

  SweepRecorder resume(
      SweepFolder folder, SweepRecord seen, Function<SweepRecord, SweepRecorder> start) {
    return access.change(
        (sql, changed) -> {
          SweepRecord now = mended(sql, folder);
          refuseUnlessResumable(now, seen);
          if (Annotations.of(folder, notices).deleted() != null) {
            throw new InvalidInputException(
                Problem.of(
                    "sweep " + now.name() + " (" + now.id() + ") was deleted meanwhile",
                    "./run restore " + now.id() + " brings it back"));
          }
          announce(folder, changed);
          SweepRecorder recorder = start.apply(now);
          ingest(sql, folder);
          return recorder;
        });
  }

  private static void refuseUnlessResumable(SweepRecord now, SweepRecord seen) {
    refuseRunning(now);
    if (!now.process().equals(seen.process())) {
      throw new InvalidInputException(
          Problem.of("another process went on with the sweep meanwhile", "look at it again"));
    }
  }

  static void refuseRunning(SweepRecord sweep) {
    if (!sweep.status().isOver()) {
      throw new InvalidInputException(
          Problem.of(
              "sweep %s (%s) goes on in process %d on %s"
                  .formatted(
                      sweep.name(), sweep.id(), sweep.process().pid(), sweep.process().host()),
              "./run stop " + sweep.id()));
    }
  }

  void finish(SweepRecord sweep) {
    access.changeAndTidy(
        (sql, changed) -> {
          try {
            new SweepIngest(sql, notices)
                .record(new SweepQuery(sql, runs).folder(sweep.id()), sweep);
            return sweep;
          } catch (IOException e) {
            throw unentered("sweep " + sweep.id(), e);
          }
        });
  }

  RunRecord died(RunFolder folder, String reason) {
    return access.change(
        (sql, changed) -> {
          RunRecord run = Json.read(folder.record(), RunRecord.class);
          // Whoever opens the registry finds such a run CRASHED, as has just happened here.
          boolean goneWithoutAWord = run.status() == RunStatus.CRASHED || !run.status().isOver();
          if (!goneWithoutAWord || !Processes.isGone(run.process())) {
            return run;
          }
          try {
            RunRecord crashed =
                run.status() == RunStatus.CRASHED ? run : CrashRepair.crashed(folder, run);
            RunRecord failed =
                crashed.over(
                    RunStatus.FAILED,
                    reason,
                    crashed.ended(),
                    crashed.metrics(),
                    crashed.artifacts(),
                    crashed.recordingErrors());
            changed.accept(Changed.announce(folder));
            AtomicFile.write(folder.record(), Json.pretty(failed));
            new Ingest(sql, notices).folder(folder);
            return failed;
          } catch (IOException e) {
            throw unentered("run " + folder.id(), e);
          }
        });
  }

  private SweepRecord mended(Sql sql, SweepFolder folder) {
    if (!Files.exists(folder.record())) {
      throw new EpochalException(
          "sweep " + folder.id() + " has no folder any more: " + folder.path() + " is gone");
    }
    ingest(sql, folder);
    return SweepRepair.seen(sql, folder);
  }

  private static void announce(SweepFolder folder, Consumer<Changed> changed) {
    try {
      changed.accept(Changed.announce(folder));
    } catch (IOException e) {
      throw new EpochalException(FileTrouble.sentence("cannot go on in " + folder.path(), e), e);
    }
  }

  private void ingest(Sql sql, SweepFolder folder) {
    try {
      new SweepIngest(sql, notices).folder(folder);
    } catch (IOException e) {
      throw unentered("sweep " + folder.id(), e);
    }
  }

  private static EpochalException unentered(String what, IOException e) {
    return new EpochalException("cannot enter " + what + ": " + FileTrouble.why(e), e);
  }
}
