package dev.epochal.runner.compare;

import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.RunDetail;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * A run among those compared.
 *
 * @param baseline whether it is the pinned baseline
 * @param notices what one must know before one believes its numbers
 */
public record ComparedRun(
    String id, String name, RunStatus status, boolean baseline, List<String> notices) {
  public ComparedRun {
    notices = List.copyOf(notices);
  }

  static ComparedRun of(RunDetail run, boolean baseline) {
    RunStatus status = run.summary().status();
    List<String> notices = new ArrayList<>();
    if (status != RunStatus.FINISHED) {
      notices.add(
          "is "
              + status
              + (run.reason() == null ? "" : ": " + run.reason())
              + (status.isOver() ? "" : "; its final metrics come at its end"));
    }
    DatasetRecord data = run.dataset();
    if (data != null && data.notice() != null) {
      notices.add("has " + data.notice());
    }
    if (!run.recordingErrors().isEmpty()) {
      notices.add("was not recorded whole: " + String.join("; ", run.recordingErrors()));
    }
    if (!Files.isDirectory(run.folder())) {
      notices.add("has lost its folder: this is what the registry knows");
    }
    if (run.environment().isEmpty()) {
      notices.add("has no record of its environment, so that nothing is said of it");
    }
    return new ComparedRun(run.summary().id(), run.summary().name(), status, baseline, notices);
  }
}
