package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.plan.Params;
import dev.epochal.core.planning.PlannedRun;
import dev.epochal.core.planning.Planner;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.RunId;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.Registry;
import dev.epochal.registry.folder.Processes;
import dev.epochal.registry.folder.RunInputs;
import dev.epochal.registry.folder.RunRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long table of runs, one of which goes on. */
final class UiTableIT {
  private static final int MANY = 300;

  @TempDir Path folder;

  @Test
  void aRunMovesOnWhileTheTableStaysWhereItWasScrolledTo() throws IOException {
    Path runs = Files.createDirectories(folder.resolve("runs"));
    for (int i = 0; i < MANY; i++) {
      SeededUi.plain(runs, "%012x".formatted(i), "run-" + i, RunStatus.FINISHED, 64, 0.5);
    }
    RunRecorder running = running(runs);
    try (SeededUi ui = SeededUi.in(runs);
        Browser browser = new Browser()) {
      browser.open(
          ui.url("/?sort=name&filter=status%20%3D%20running%20or%20name%20like%20'run-%25'"));
      browser.until("document.getElementById('count').textContent === '301 runs'");
      browser.run("document.getElementById('table').scrollTop = 270 * 31");
      String status =
          "document.querySelector('tr[data-id=\"" + running.folder().id() + "\"] .status')";
      browser.until(status);
      long scrolled = browser.number("document.getElementById('table').scrollTop");
      for (int epoch = 1; epoch <= 3; epoch++) {
        running.record(
            new JournalEntry.Epoch(
                epoch,
                Instant.now(),
                new TreeMap<>(Map.of("validation.accuracy", 0.1 * epoch)),
                "0".repeat(64)));
        browser.until(status + "?.textContent.startsWith('RUNNING " + epoch + "/')");
        assertThat(browser.number("document.getElementById('table').scrollTop"))
            .isEqualTo(scrolled);
      }
      running.finish(RunStatus.FINISHED, null, new TreeMap<>(Map.of("test.accuracy", 0.9)));
      browser.until(status + "?.textContent === 'FINISHED'");
      assertThat(browser.number("document.getElementById('table').scrollTop")).isEqualTo(scrolled);
      browser.hasNothingToComplainOf();
    }
  }

  private RunRecorder running(Path runs) throws IOException {
    Path spec = Files.writeString(folder.resolve("spec.yaml"), Specs.MLP);
    PlannedRun planned = Planner.plan(spec, List.of());
    RunRecord record =
        new RunRecord(
            RunId.random(),
            "run-999",
            planned.plan().experiment(),
            RunStatus.RUNNING,
            1,
            planned.plan().sha256(),
            Instant.now(),
            null,
            null,
            Processes.current(),
            null,
            Params.of(planned.plan()),
            new TreeMap<>(),
            new TreeMap<>(),
            List.of(),
            List.of());
    return Registry.in(runs, notice -> {})
        .register(
            record,
            named ->
                RunRecorder.start(
                    runs,
                    named,
                    new RunInputs(planned.specText(), planned.plan(), Map.of(), null)));
  }
}
