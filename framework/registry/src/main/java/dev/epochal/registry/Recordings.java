package dev.epochal.registry;

import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.run.Annotations;
import dev.epochal.core.run.ArtifactRecord;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.registry.folder.Artifacts;
import dev.epochal.registry.folder.AtomicFile;
import dev.epochal.registry.folder.Changed;
import dev.epochal.registry.folder.FileTrouble;
import dev.epochal.registry.folder.RunRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a run's own process tells the registry of it: that it begins, goes on, is over, or has other
 * files by now. Documented where it is public, in {@link Registry}.
 */
final class Recordings {
  private final Path runs;
  private final Access access;
  private final Consumer<String> notices;

  Recordings(Path runs, Access access, Consumer<String> notices) {
    this.runs = runs;
    this.access = access;
    this.notices = notices;
  }

  RunRecorder register(RunRecord run, Function<RunRecord, RunRecorder> start) {
    return begun(
        (sql, changed) ->
            start.apply(
                run.name().isEmpty() ? run.named(RunNames.next(sql, run.experiment())) : run));
  }

  RunRecorder resume(RunFolder folder, RunRecord seen, Function<RunRecord, RunRecorder> start) {
    return begun(
        (sql, changed) -> {
          RunRecord now = mended(sql, folder);
          Resumable.check(now);
          if (!now.process().equals(seen.process())) {
            throw new InvalidInputException(
                Problem.of("another process went on with the run meanwhile", "look at it again"));
          }
          if (Annotations.of(folder, notices).deleted() != null) {
            throw new InvalidInputException(
                Problem.of(
                    "run " + now.name() + " (" + now.id() + ") was deleted meanwhile",
                    "./run restore " + now.id() + " brings it back"));
          }
          changed.accept(announced(folder));
          return start.apply(now);
        });
  }

  /** Enters what was begun in a folder; what cannot be entered is taken back. */
  private RunRecorder begun(Access.Change<RunRecorder> beginning) {
    AtomicReference<@Nullable RunRecorder> started = new AtomicReference<>();
    try {
      return access.change(
          (sql, changed) -> {
            RunRecorder recorder = beginning.make(sql, changed);
            started.set(recorder);
            ingest(sql, recorder.folder());
            return recorder;
          });
    } catch (RuntimeException e) {
      RunRecorder recorder = started.get();
      if (recorder != null) {
        recorder.abandon();
      }
      throw e;
    }
  }

  RunRecord record(RunFolder folder) {
    return open(sql -> mended(sql, folder));
  }

  private static Changed announced(RunFolder folder) {
    try {
      return Changed.announce(folder);
    } catch (IOException e) {
      throw new EpochalException(FileTrouble.sentence("cannot go on in " + folder.path(), e), e);
    }
  }

  private RunRecord mended(Sql sql, RunFolder folder) {
    if (!Files.exists(folder.record())) {
      throw new EpochalException(
          "run " + folder.id() + " has no folder any more: " + folder.path() + " is gone");
    }
    ingest(sql, folder);
    return CrashRepair.seen(folder);
  }

  void finish(RunRecord run) {
    access.changeAndTidy(
        (sql, changed) -> {
          enter(sql, DetailQuery.folder(sql, runs, run.id()), run, notices);
          return run;
        });
  }

  static void enter(Sql sql, RunFolder folder, RunRecord run, Consumer<String> notices) {
    try {
      new Ingest(sql, notices).record(folder, run);
    } catch (IOException e) {
      throw new EpochalException("cannot enter run " + run.id() + ": " + FileTrouble.why(e), e);
    }
  }

  void relist(RunFolder folder) {
    try {
      boolean listed = false;
      while (!listed) {
        RunRecord seen = Json.read(folder.record(), RunRecord.class);
        if (!seen.status().isOver()) {
          return;
        }
        // Hashing takes its time, and the database is held for moments only: what another process
        // did meanwhile is seen by the record that it left.
        List<ArtifactRecord> artifacts = Artifacts.in(folder);
        listed = access.change((sql, changed) -> relist(sql, folder, seen, artifacts, changed));
      }
    } catch (IOException e) {
      throw unlisted(folder, e);
    }
  }

  /** Whether the list fits the record, which it does not when that is another one by now. */
  private boolean relist(
      Sql sql,
      RunFolder folder,
      RunRecord seen,
      List<ArtifactRecord> artifacts,
      Consumer<Changed> changed) {
    if (!Json.read(folder.record(), RunRecord.class).equals(seen)) {
      return false;
    }
    Instant ended = seen.ended();
    if (ended == null || artifacts.equals(seen.artifacts())) {
      return true;
    }
    RunRecord now =
        seen.over(
            seen.status(), seen.reason(), ended, seen.metrics(), artifacts, seen.recordingErrors());
    rewrite(sql, folder, now, changed);
    return true;
  }

  RunRecord testRead(RunFolder folder, SortedMap<String, Double> metrics) {
    try {
      while (true) {
        RunRecord seen = Json.read(folder.record(), RunRecord.class);
        RunRecord now = seen.withTest(metrics, Artifacts.in(folder));
        boolean written =
            access.change(
                (sql, changed) -> {
                  if (!Json.read(folder.record(), RunRecord.class).equals(seen)) {
                    return false;
                  }
                  rewrite(sql, folder, now, changed);
                  return true;
                });
        if (written) {
          return now;
        }
      }
    } catch (IOException e) {
      throw new EpochalException(
          "cannot enter what the test split of run "
              + folder.id()
              + " yielded: "
              + FileTrouble.why(e),
          e);
    }
  }

  private void rewrite(Sql sql, RunFolder folder, RunRecord now, Consumer<Changed> changed) {
    try {
      changed.accept(Changed.announce(folder));
      AtomicFile.write(folder.record(), Json.pretty(now));
      new Ingest(sql, notices).folder(folder);
    } catch (IOException e) {
      throw unlisted(folder, e);
    }
  }

  private static EpochalException unlisted(RunFolder folder, IOException e) {
    return new EpochalException(
        "cannot list the files of run " + folder.id() + " anew: " + FileTrouble.why(e), e);
  }

  private <T> T open(Function<Sql, T> work) {
    return access.change((sql, changed) -> work.apply(sql));
  }

  private void ingest(Sql sql, RunFolder folder) {
    try {
      new Ingest(sql, notices).folder(folder);
    } catch (IOException e) {
      throw new EpochalException("cannot enter run " + folder.id() + ": " + FileTrouble.why(e), e);
    }
  }
}
