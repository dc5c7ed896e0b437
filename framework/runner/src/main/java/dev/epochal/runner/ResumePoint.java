package dev.epochal.runner;

import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.CheckpointName;
import dev.epochal.core.run.RunFolder;
import dev.epochal.engine.network.Network;
import dev.epochal.engine.train.Checkpoint;
import dev.epochal.engine.train.Progress;
import dev.epochal.engine.train.Spent;
import dev.epochal.engine.train.TrainingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The last checkpoint of a run that can be read, from which it goes on.
 *
 * @param file null when there is none: the run begins anew
 * @param spent on training up to it
 * @param unreadable later ones
 */
record ResumePoint(
    RunPlan plan, @Nullable Path file, Progress progress, Spent spent, List<Path> unreadable) {
  /**
   * Looks for it, and reads it once to see that it is whole.
   *
   * @param said is told of those that are not
   */
  static ResumePoint in(RunFolder folder, RunPlan plan, Consumer<String> said) {
    List<Path> unreadable = new ArrayList<>();
    for (CheckpointName name : newestFirst(folder)) {
      Path file = folder.checkpoints().resolve(name.file());
      try {
        TrainingState state = Checkpoint.load(file, plan);
        return new ResumePoint(plan, file, state.progress(), state.spent(), unreadable);
      } catch (EpochalException e) {
        said.accept(
            "a checkpoint cannot be read, and the one before it is taken: " + e.getMessage());
        unreadable.add(file);
      }
    }
    return new ResumePoint(plan, null, Progress.START, Spent.NONE, unreadable);
  }

  private static List<CheckpointName> newestFirst(RunFolder folder) {
    if (!Files.isDirectory(folder.checkpoints(), LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder.checkpoints())) {
      return all.flatMap(file -> CheckpointName.parse(file.getFileName().toString()).stream())
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      throw new EpochalException("cannot read " + folder.checkpoints() + ": " + e, e);
    }
  }

  /** The state itself, read again. */
  TrainingState state(Network network) {
    return file == null ? TrainingState.start(network) : Checkpoint.load(file, plan);
  }

  /** {@code after epoch 10 of 50, from checkpoints/epoch-10.zip}. */
  @Override
  public String toString() {
    if (file == null) {
      return "from the beginning: there is no checkpoint"
          + (unreadable.isEmpty() ? "" : " that can be read");
    }
    int all = plan.training().epochs();
    String where =
        progress.batches() == 0
            ? "after epoch %d of %d".formatted(progress.epochs(), all)
            : "in epoch %d of %d, after update %d"
                .formatted(progress.epochs() + 1, all, progress.updates());
    return "%s, from checkpoints/%s".formatted(where, file.getFileName());
  }
}
