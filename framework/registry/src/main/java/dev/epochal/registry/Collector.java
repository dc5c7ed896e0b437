package dev.epochal.registry;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.registry.folder.FileTrouble;
import dev.epochal.registry.folder.Trash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Removes what was deleted for good, and empties the trash once the database is free again. */
final class Collector {
  private final Path runs;
  private final Access access;
  private final Consumer<String> notices;

  Collector(Path runs, Access access, Consumer<String> notices) {
    this.runs = runs;
    this.access = access;
    this.notices = notices;
  }

  Freed wouldRemove() {
    return access.look(
        sql -> {
          try {
            Removal.Found found = new Removal(sql, runs, notices).find();
            return freed(found, found.bytes(runs) + new Trash(runs).bytes());
          } catch (IOException e) {
            throw unremovable(e);
          }
        });
  }

  Freed remove() {
    Removal.Found found =
        access.changeAndTidy(
            (sql, announced) -> {
              try {
                Removal removal = new Removal(sql, runs, notices);
                Removal.Found all = removal.find();
                removal.carryOut(all, announced);
                return all;
              } catch (IOException e) {
                throw unremovable(e);
              }
            });
    try {
      return freed(found, new Trash(runs).empty());
    } catch (IOException e) {
      throw unremovable(e);
    }
  }

  private static Freed freed(Removal.Found found, long bytes) {
    return new Freed(found.runs(), found.sweeps(), found.images().size(), bytes);
  }

  private EpochalException unremovable(IOException e) {
    return new EpochalException(
        "cannot remove what is in " + runs + ": " + FileTrouble.why(e) + "; ./run gc goes on", e);
  }
}
