package dev.epochal.registry;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.run.Annotations;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.registry.folder.Changed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Changes annotations of runs, in their folders and then in the rows, while the database is held:
 * nobody else's change is lost.
 */
final class Annotator {
  private final Sql sql;
  private final Path runs;
  private final Consumer<String> notices;
  private final Consumer<Changed> announced;

  /** What a run is to become. */
  private record Planned(RunFolder folder, RunRecord run, Annotations before, Annotations after) {}

  /**
   * @param announced takes each announcement, to be settled once the database was closed
   */
  Annotator(Sql sql, Path runs, Consumer<String> notices, Consumer<Changed> announced) {
    this.sql = sql;
    this.runs = runs;
    this.notices = notices;
    this.announced = announced;
  }

  /**
   * Changes all of them, or none where one refuses.
   *
   * @return the runs as they are now
   */
  List<RunRecord> edit(List<String> ids, Edit edit) {
    List<Planned> all = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String id : ids) {
      try {
        all.add(planned(DetailQuery.folder(sql, runs, id), edit));
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    all.stream().filter(run -> !run.before().equals(run.after())).forEach(this::write);
    return all.stream().map(planned -> planned.run().with(planned.after())).toList();
  }

  /** Whether the run has a folder still. */
  boolean canEdit(String id) {
    return Files.isRegularFile(DetailQuery.folder(sql, runs, id).record());
  }

  private static Planned planned(RunFolder folder, Edit edit) {
    if (!Files.isRegularFile(folder.record())) {
      throw new InvalidInputException(
          new Problem(
              "run " + folder.id(),
              "",
              "has no folder any more, and so nothing can be added to it: "
                  + folder.path()
                  + " is gone",
              "put the folder back, or let ./run reindex forget the run"));
    }
    RunRecord run = CrashRepair.seen(folder); // what lists call CRASHED does not go on here
    Annotations before = Annotations.of(folder);
    return new Planned(folder, run, before, edit.of(run.with(before), before));
  }

  private void write(Planned planned) {
    AnnotationFile.write(planned.folder(), planned.after(), announced);
    new Ingest(sql, notices).folder(planned.folder());
  }
}
