package dev.epochal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.run.ProcessRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.stats.Goal;
import dev.epochal.core.sweep.Question;
import dev.epochal.core.sweep.Search;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.core.sweep.SweepMethod;
import dev.epochal.core.sweep.SweepPlan;
import dev.epochal.core.sweep.SweepRecord;
import dev.epochal.runner.sweep.SweepListener.TrialEnd;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is said of a sweep's trials when it ends. */
final class SweepDisplayTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final SweepDisplay display;

  SweepDisplayTest() {
    Console console = new Console(new PrintStream(said), new PrintStream(said), Map.of());
    display = new SweepDisplay(console, new StopSignal(console));
    display.begun(sweep(), SweepFolder.of(Path.of("runs"), sweep().id()), 4);
  }

  @Test
  void whatWasBrokenOffIsNotOver() {
    over(1, RunStatus.FINISHED, false);
    over(2, RunStatus.KILLED, false);
    over(3, RunStatus.KILLED, true);

    assertThat(end())
        .contains(
            "trials     2 of 4 over: 1 FINISHED, 2 KILLED; 1 stopped early; 1 broken off, to be"
                + " gone on with\n");
  }

  /** The sweep is done with it, and has what it wanted to know. */
  @Test
  void whatDiedAfterItWasToldToStopIsNoFailure() {
    over(1, RunStatus.CRASHED, true);
    over(2, RunStatus.FAILED, true);
    assertThat(display.failures()).isZero();

    over(3, RunStatus.FAILED, false);
    assertThat(display.failures()).isEqualTo(1);
  }

  private void over(int number, RunStatus status, boolean stopped) {
    display.trialOver(
        new TrialEnd(
            number,
            new TreeMap<>(Map.of("seed", "1")),
            "aaaaaaaaaaa1",
            status,
            null,
            "validation.loss",
            null,
            false,
            stopped));
  }

  private String end() {
    display.over(sweep(), SweepFolder.of(Path.of("runs"), sweep().id()));
    return said.toString(UTF_8);
  }

  private static SweepRecord sweep() {
    return new SweepRecord(
        "ddd444444444",
        "sweep",
        "tiny",
        RunStatus.KILLED,
        Instant.EPOCH,
        Instant.EPOCH,
        null,
        new ProcessRecord("elsewhere", 1, Instant.EPOCH),
        new SweepPlan(
            "tiny",
            SweepMethod.GRID,
            new Search.Listed(List.of(Map.of("seed", "1"))),
            "validation.loss",
            Goal.MIN,
            null,
            new Question(null, null, "validation.accuracy", null, Double.NaN)),
        List.of(),
        1,
        1,
        false);
  }
}
