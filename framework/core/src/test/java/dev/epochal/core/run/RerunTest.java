package dev.epochal.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever becomes of a run, it stays the rerun that it is. */
final class RerunTest {
  @Test
  void everyFormOfARecordNamesTheRunThatItIsARerunOf() {
    ProcessRecord process = new ProcessRecord("host", 1, Instant.EPOCH);
    RunRecord rerun =
        new RunRecord(
            "000000000002",
            "tiny-2",
            "tiny",
            RunStatus.RUNNING,
            1,
            "hash",
            Instant.EPOCH,
            null,
            null,
            process,
            null,
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            List.of(),
            List.of(),
            "000000000001",
            new TrialRecord("000000000002", 3, new TreeMap<>(), false));

    assertThat(
            Stream.of(
                rerun.named("other"),
                rerun.with(Annotations.NONE),
                rerun.resumed(process),
                rerun.over(
                    RunStatus.FINISHED,
                    null,
                    Instant.EPOCH,
                    new TreeMap<>(),
                    List.of(),
                    List.of())))
        .allSatisfy(
            run -> {
              assertThat(run.rerunOf()).isEqualTo("000000000001");
              assertThat(run.trial()).isEqualTo(rerun.trial());
            });
  }
}
