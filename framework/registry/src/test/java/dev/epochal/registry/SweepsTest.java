package dev.epochal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.sweep.SweepEntry;
import dev.epochal.core.sweep.SweepRecord;
import dev.epochal.registry.folder.Fixtures;
import dev.epochal.registry.folder.RunRecorder;
import dev.epochal.registry.folder.SweepFixtures;
import dev.epochal.registry.folder.SweepRecorder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Sweeps and their trials are found, with what became of them. */
final class SweepsTest extends RegisteredSweeps {
  @Test
  void aSweepIsFoundWithWhatBecameOfItsTrials() {
    RunRecorder alone =
        registry.register(
            Fixtures.record("alone"), run -> RunRecorder.start(runs, run, Fixtures.inputs()));
    RunRecord reused =
        alone.finish(RunStatus.FINISHED, null, new TreeMap<>(Map.of("validation.loss", 0.25)));
    SweepRecorder sweep = started("", 6);
    RunRecord first = finished(sweep, 1, 0.5);
    RunRecord nan = finished(sweep, 2, Double.NaN);
    sweep.add(SweepFixtures.assigned(3, reused.id(), true));
    RunRecord stopped =
        begun(sweep, 4).finish(RunStatus.KILLED, "stopped by the sweep", new TreeMap<>());
    sweep.add(new SweepEntry.Stopped(4, stopped.id(), 3, "worse than the median,", NOON));
    begun(sweep, 5);
    sweep.add(SweepFixtures.assigned(6, "00000000abcd", false));
    sweep.add(new SweepEntry.Selected(3, reused.id(), 0.25, NOON));

    SweepDetail detail = registry.sweeps().show("baseline-sweep-1");
    assertThat(detail.record()).isEqualTo(sweep.record());
    assertThat(detail.folder()).isEqualTo(sweep.folder().path());
    SweepSummary summary = detail.summary();
    assertThat(summary.status()).isEqualTo(RunStatus.RUNNING);
    assertThat(summary.planned()).isEqualTo(6);
    assertThat(summary.trials())
        .containsOnly(
            Map.entry(RunStatus.FINISHED, 3),
            Map.entry(RunStatus.KILLED, 1),
            Map.entry(RunStatus.RUNNING, 1));
    assertThat(summary.reused()).isEqualTo(1);
    assertThat(summary.stopped()).isEqualTo(1);
    assertThat(summary.best()).isEqualTo(reused.id());
    assertThat(summary.bestValue()).isEqualTo(0.25);
    assertThat(detail.trials())
        .extracting(SweepTrial::number, SweepTrial::status, SweepTrial::metric)
        .containsExactly(
            tuple(1, RunStatus.FINISHED, 0.5),
            tuple(2, RunStatus.FINISHED, Double.NaN),
            tuple(3, RunStatus.FINISHED, 0.25),
            tuple(4, RunStatus.KILLED, null),
            tuple(5, RunStatus.RUNNING, null),
            tuple(6, null, null));
    assertThat(detail.trials().get(3).stopped()).isEqualTo("worse than the median");
    assertThat(detail.trials().get(2).selected()).isTrue();
    assertThat(detail.trials().get(2).reused()).isTrue();
    assertThat(detail.trials().get(0).values()).containsExactly(Map.entry("seed", "1"));
    assertThat(registry.sweeps().newest(10)).containsExactly(summary);
    assertThat(registry.sweeps().show(summary.id().substring(0, 9)).summary()).isEqualTo(summary);

    assertThat(registry.show(first.id()).summary().sweep()).isEqualTo(summary.id());
    assertThat(registry.show(nan.id()).trial().number()).isEqualTo(2);
    assertThat(registry.show("alone").summary().sweep()).isNull();
    assertThat(registry.show("alone").sweeps()).containsExactly(summary.id());
    assertThat(notices).isEmpty();
  }

  @Test
  void theLastLineOfATrialCounts() {
    SweepRecorder sweep = started("s", 1);
    RunRecord first = begun(sweep, 1).finish(RunStatus.FAILED, "it diverged", new TreeMap<>());
    sweep.add(new SweepEntry.Stopped(1, first.id(), 3, "behind", NOON));
    RunRecord second = finished(sweep, 1, 0.5);
    assertThat(registry.sweeps().show("s").trials())
        .singleElement()
        .satisfies(
            trial -> {
              assertThat(trial.run()).isEqualTo(second.id());
              assertThat(trial.stopped()).isNull();
            });
  }

  /** As when there is no memory for its JVM. */
  @Test
  void aTrialThatBrokeBeforeItsRecordHasFailed() {
    SweepRecorder sweep = started("s", 1);
    SweepEntry.Assigned assigned =
        new SweepEntry.Assigned(
            1, new TreeMap<>(Map.of("seed", "1")), "hash", "0000000000aa", false, NOON);
    sweep.add(assigned);
    sweep.add(new SweepEntry.Broken(1, assigned.run(), "no process", NOON));

    SweepDetail broken = registry.sweeps().show("s");

    assertThat(broken.summary().trials()).containsExactly(Map.entry(RunStatus.FAILED, 1));
    assertThat(broken.trials())
        .singleElement()
        .satisfies(
            trial -> {
              assertThat(trial.status()).isEqualTo(RunStatus.FAILED);
              assertThat(trial.reason()).isEqualTo("no process");
            });
  }

  @Test
  void namesCountOnAndRunsAndSweepsShareTheirIds() {
    SweepRecorder first = started("", 1);
    started("", 1);
    RunRecord run = finished(first, 1, 0.5);
    assertThat(registry.sweeps().newest(10))
        .extracting(SweepSummary::name)
        .containsExactly("baseline-sweep-2", "baseline-sweep-1");
    assertThat(registry.sweeps().find("baseline-sweep-1")).hasValue(first.record().id());
    assertThat(registry.sweeps().find(run.id())).isEmpty();
    assertThat(registry.sweeps().find("no-such")).isEmpty();
    assertThat(registry.sweeps().find("latest")).isEmpty();
    assertThatThrownBy(() -> registry.find("baseline-sweep-1"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("\"baseline-sweep-1\" is a sweep, and a run is needed here")
        .hasMessageContaining("./run show " + first.record().id());
    assertThatThrownBy(() -> registry.sweeps().show(run.id()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("is a run, and a sweep is needed here");
    assertThatThrownBy(() -> registry.sweeps().show("no-such"))
        .hasMessageContaining("there is no sweep \"no-such\"");
  }

  @Test
  void anAmbiguousStartNamesRunsAndSweeps() {
    SweepRecord sweep = SweepFixtures.sweep("s", 1);
    registry
        .sweeps()
        .register(sweep, named -> SweepRecorder.start(runs, named, "name: baseline\n"));
    String start = sweep.id().substring(0, 6);
    String runId = start + (sweep.id().endsWith("00") ? "111111" : "000000");
    registry.register(
        Fixtures.record(runId, "r", Instant.now()),
        run -> RunRecorder.start(runs, run, Fixtures.inputs()));
    for (Runnable look :
        List.<Runnable>of(
            () -> registry.find(start),
            () -> registry.sweeps().find(start),
            () -> registry.sweeps().show(start))) {
      assertThatThrownBy(look::run)
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("is the start of several ids")
          .hasMessageContaining(sweep.id() + " (sweep s)")
          .hasMessageContaining(runId + " (r)");
    }
  }

  @Test
  void whatARunAndASweepAreCalledMeansTheOneThatIsWanted() {
    SweepRecorder sweep = started("same", 1);
    RunRecorder run =
        registry.register(
            Fixtures.record("same"), named -> RunRecorder.start(runs, named, Fixtures.inputs()));
    assertThat(registry.find("same")).isEqualTo(run.record().id());
    assertThat(registry.sweeps().find("same")).isEmpty();
    assertThat(registry.sweeps().show("same").summary().id()).isEqualTo(sweep.record().id());
  }

  @Test
  void finishedRunsOfAPlanAreFoundTheNewestFirst() {
    SweepRecorder sweep = started("s", 3);
    RunRecord first = finished(sweep, 1, 0.5);
    RunRecord second = finished(sweep, 2, 0.5);
    registry.finish(begun(sweep, 3).finish(RunStatus.FAILED, "it diverged", new TreeMap<>()));
    assertThat(registry.finished(first.planSha256()))
        .extracting(run -> run.summary().id())
        .containsExactly(second.id(), first.id());
    registry.annotate(List.of(second.id()), (run, was) -> was.deletedAt(NOON));
    assertThat(registry.finished(first.planSha256()))
        .extracting(run -> run.summary().id())
        .containsExactly(first.id());
    assertThat(registry.finished("another")).isEmpty();
  }

  @Test
  void filtersFindTheTrialsOfASweepAlsoReusedOnes() {
    SweepRecorder first = started("first", 2);
    RunRecord shared = finished(first, 1, 0.5);
    RunRecord own = finished(first, 2, 0.5);
    SweepRecorder second = started("second", 3);
    second.add(SweepFixtures.assigned(3, shared.id(), true));
    RunRecord other = finished(second, 1, 0.5);
    RunRecord alone =
        registry
            .register(
                Fixtures.record("alone"), run -> RunRecorder.start(runs, run, Fixtures.inputs()))
            .record();
    Map<String, List<RunRecord>> expected =
        Map.ofEntries(
            Map.entry("sweep = first", List.of(shared, own)),
            Map.entry("sweep = '" + first.record().id() + "'", List.of(shared, own)),
            Map.entry("sweep = second", List.of(shared, other)),
            Map.entry("sweep in (first, second)", List.of(shared, own, other)),
            Map.entry("sweep like 'fir%'", List.of(shared, own)),
            Map.entry("sweep between f and g", List.of(shared, own)),
            Map.entry("sweep != first", List.of(other)),
            Map.entry("sweep not in (second)", List.of(own)),
            Map.entry("sweep not like 'fir%'", List.of(other)),
            Map.entry("not sweep = first", List.of(other, alone)),
            Map.entry("sweep is null", List.of(alone)),
            Map.entry("trial is not null", List.of(shared, own, other)),
            Map.entry("trial = 3", List.of(shared)),
            Map.entry("trial = 1", List.of(shared, other)),
            Map.entry("trial >= 2", List.of(shared, own)),
            Map.entry("trial != 1", List.of(own)),
            Map.entry("trial between 2 and 3 and sweep = second", List.of(shared)));
    expected.forEach(
        (filter, runsFound) ->
            assertThat(registry.list(RunQuery.parse(filter, List.of(), 10)))
                .as(filter)
                .extracting(RunSummary::id)
                .containsExactlyInAnyOrderElementsOf(
                    runsFound.stream().map(RunRecord::id).toList()));
    assertThat(registry.list(RunQuery.parse("", List.of("sweep", "-trial"), 10)))
        .extracting(RunSummary::id)
        .containsExactly(own.id(), shared.id(), other.id(), alone.id());
  }

  @Test
  void itIsCountedHowOftenAFamilyHasReadItsTestSplit() {
    SweepRecorder sweep = started("s", 3);
    RunRecord reader =
        begun(sweep, 1)
            .finish(RunStatus.FINISHED, null, new TreeMap<>(Map.of("test.accuracy", 0.9)));
    RunRecord blind = finished(sweep, 2, 0.5);
    RunRecorder outside =
        registry.register(
            Fixtures.record("outside"), run -> RunRecorder.start(runs, run, Fixtures.inputs()));
    outside.dataset(Fixtures.fallback());
    registry.finish(
        outside.finish(RunStatus.FINISHED, null, new TreeMap<>(Map.of("test.loss", 0.9))));
    assertThat(registry.show(reader.id()).testReads()).isEqualTo(2);
    assertThat(registry.show(blind.id()).testReads()).isEqualTo(2);
    assertThat(registry.sweeps().show("s").testReads()).isEqualTo(2);
    assertThat(registry.sweeps().show("s").trialsThatReadTest()).isEqualTo(1);
  }
}
