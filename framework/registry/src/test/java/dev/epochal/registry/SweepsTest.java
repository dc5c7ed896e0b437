package dev.epochal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.run.Annotations;
import dev.epochal.core.run.Note;
import dev.epochal.core.run.ProcessRecord;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.sweep.SweepEntry;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.core.sweep.SweepRecord;
import dev.epochal.registry.folder.Changed;
import dev.epochal.registry.folder.Fixtures;
import dev.epochal.registry.folder.Processes;
import dev.epochal.registry.folder.RunRecorder;
import dev.epochal.registry.folder.SweepFixtures;
import dev.epochal.registry.folder.SweepRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SweepsTest {
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  @TempDir Path runs;

  private final List<String> notices = new ArrayList<>();
  private Registry registry;

  @BeforeEach
  void open() {
    registry = Registry.in(runs, notices::add);
  }

  private SweepRecorder started(String name, int trials) {
    return registry
        .sweeps()
        .register(
            SweepFixtures.sweep(name, trials),
            named -> SweepRecorder.start(runs, named, "name: baseline\n"));
  }

  private RunRecorder begun(SweepRecorder sweep, int number) {
    RunRecord trial = SweepFixtures.trial(sweep.record(), number);
    sweep.add(SweepFixtures.assigned(number, trial.id(), false));
    RunRecorder recorder =
        registry.register(trial, run -> RunRecorder.start(runs, run, Fixtures.inputs()));
    recorder.dataset(Fixtures.fallback());
    return recorder;
  }

  /** A trial that is over, with a loss. */
  private RunRecord finished(SweepRecorder sweep, int number, double loss) {
    RunRecord run =
        begun(sweep, number)
            .finish(RunStatus.FINISHED, null, new TreeMap<>(Map.of("validation.loss", loss)));
    registry.finish(run);
    return run;
  }

  private SweepRecord over(SweepRecorder sweep) {
    SweepRecord record = sweep.finish(RunStatus.FINISHED, null);
    registry.sweeps().finish(record);
    return record;
  }

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
  void theFoldersAloneGiveTheSameRows() {
    SweepRecorder sweep = started("done", 3);
    RunRecord first = finished(sweep, 1, 0.5);
    RunRecord second = finished(sweep, 2, 0.25);
    sweep.add(SweepFixtures.assigned(3, first.id(), true));
    sweep.add(new SweepEntry.Stopped(2, second.id(), 1, "behind", NOON));
    sweep.add(new SweepEntry.Selected(2, second.id(), 0.25, NOON));
    over(sweep);
    registry
        .sweeps()
        .annotate("done", was -> was.named("renamed").noted(new Note(NOON, "it's good")));
    over(started("gone", 1));
    registry.sweeps().delete("gone", NOON);
    begun(started("live", 2), 1);
    registry.sweeps().newest(10);
    Map<String, List<String>> before = Tables.of(runs);
    assertThat(before.get("TRIALS")).hasSize(4);
    assertThat(before.get("SWEEPS")).hasSize(3);
    assertThat(registry.reindex()).isEqualTo(3);
    assertThat(Tables.of(runs)).isEqualTo(before);
    assertThat(registry.sweeps().show("renamed").notes())
        .extracting(Note::text)
        .containsExactly("it's good");
    assertThat(notices).isEmpty();
  }

  @Test
  void aSweepWhoseProcessIsGoneHasCrashed() {
    ProcessRecord gone = new ProcessRecord(Processes.current().host(), 1, Instant.EPOCH);
    SweepRecord sweep = SweepFixtures.sweep("s", 2, gone);
    SweepRecorder.start(runs, sweep, "name: baseline\n")
        .add(SweepFixtures.assigned(1, "00000000abcd", false));
    SweepDetail detail = registry.sweeps().show("s");
    assertThat(detail.summary().status()).isEqualTo(RunStatus.CRASHED);
    assertThat(detail.summary().ended()).isNotNull();
    assertThat(detail.summary().reason()).contains("ended without a word");
    assertThat(Json.read(SweepFolder.of(runs, sweep.id()).record(), SweepRecord.class).status())
        .isEqualTo(RunStatus.CRASHED);
  }

  /** Nobody can ask about processes of another host; its trials live, or it writes. */
  @Test
  void aSweepOfAnotherHostLooksCrashedOnceItIsSilentAndHasNoTrialThatGoesOn() throws Exception {
    ProcessRecord there = new ProcessRecord("elsewhere", 7, Instant.now());
    SweepRecord sweep = SweepFixtures.sweep("s", 2, there);
    SweepRecorder recorder = SweepRecorder.start(runs, sweep, "name: baseline\n");
    RunRecorder trial = begun(recorder, 1);
    Files.setLastModifiedTime(
        recorder.folder().trials(), FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    assertThat(registry.sweeps().show("s").summary().status()).isEqualTo(RunStatus.RUNNING);
    registry.finish(trial.finish(RunStatus.FINISHED, null, new TreeMap<>()));
    assertThat(registry.sweeps().show("s").summary().status()).isEqualTo(RunStatus.CRASHED);
    assertThat(registry.sweeps().show("s").summary().reason())
        .contains("no sign of life from host elsewhere");
    recorder.add(SweepFixtures.assigned(2, "00000000abcd", false));
    assertThat(registry.sweeps().show("s").summary().status()).isEqualTo(RunStatus.RUNNING);
  }

  /** What a kill leaves: a folder that nobody entered, and a line that was being written. */
  @Test
  void whatAKillLeftIsTakenInAsFarAsItIsWhole() throws Exception {
    SweepRecorder sweep = started("s", 2);
    RunRecord run = finished(sweep, 1, 0.5);
    Files.delete(runs.resolve("registry.mv.db"));
    Path lines = sweep.folder().trials();
    Files.writeString(lines, "{\"entry\":\"assigned\",\"num", StandardOpenOption.APPEND);
    assertThat(registry.sweeps().show("s").trials())
        .extracting(SweepTrial::run)
        .containsExactly(run.id());
    String rest = Json.line(SweepFixtures.assigned(2, "00000000abcd", false));
    Files.writeString(
        lines,
        rest.substring("{\"entry\":\"assigned\",\"num".length()) + "\n",
        StandardOpenOption.APPEND);
    assertThat(registry.sweeps().show("s").trials()).hasSize(2);
    assertThat(notices).isEmpty();
  }

  @Test
  void aDamagedRecordIsToldOfAndPassedOver() throws Exception {
    SweepRecorder good = started("good", 1);
    for (String damage :
        List.of("{", "null", "{}", "[1]", Json.line(good.record()), "\0\0\0", "{\"id\": 7}")) {
      Path folder = Files.createDirectory(runs.resolve("bad000000000"));
      Files.writeString(folder.resolve("sweep.json"), damage);
      assertThat(registry.sweeps().newest(10))
          .extracting(SweepSummary::name)
          .containsExactly("good");
      assertThat(notices)
          .as(damage)
          .singleElement()
          .asString()
          .startsWith("sweep bad000000000 could not be taken into the registry: ")
          .doesNotContain("NullPointer");
      notices.clear();
      Files.delete(folder.resolve("sweep.json"));
      Files.delete(folder);
    }
  }

  @Test
  void aDamagedLineIsToldOfOnceAndPassedOver() throws Exception {
    SweepRecorder sweep = started("s", 3);
    sweep.add(SweepFixtures.assigned(1, "00000000aaaa", false));
    Files.writeString(sweep.folder().trials(), "garbage\nnull\n", StandardOpenOption.APPEND);
    sweep.add(SweepFixtures.assigned(2, "00000000bbbb", false));
    assertThat(registry.sweeps().show("s").trials())
        .extracting(SweepTrial::number)
        .containsExactly(1, 2);
    assertThat(notices).hasSize(2).allMatch(notice -> notice.contains("has an unreadable line"));
    notices.clear();
    sweep.add(SweepFixtures.assigned(3, "00000000cccc", false));
    assertThat(registry.sweeps().show("s").trials()).hasSize(3);
    assertThat(notices).isEmpty();
  }

  @Test
  void linesThatWereCutAreTakenInAnew() throws Exception {
    SweepRecorder sweep = started("s", 3);
    sweep.add(SweepFixtures.assigned(1, "00000000aaaa", false));
    sweep.add(SweepFixtures.assigned(2, "00000000bbbb", false));
    assertThat(registry.sweeps().show("s").trials()).hasSize(2);
    Files.writeString(
        sweep.folder().trials(), Json.line(SweepFixtures.assigned(3, "00000000cccc", true)) + "\n");
    assertThat(registry.sweeps().show("s").trials())
        .extracting(SweepTrial::number)
        .containsExactly(3);
  }

  @Test
  void aSweepIsDeletedAndRestoredWithItsOwnTrials() {
    SweepRecorder first = started("first", 2);
    RunRecord own = finished(first, 1, 0.5);
    RunRecord shared = finished(first, 2, 0.4);
    over(first);
    SweepRecorder second = started("second", 2);
    second.add(SweepFixtures.assigned(1, shared.id(), true));
    RunRecord other = finished(second, 2, 0.3);
    assertThatThrownBy(() -> registry.sweeps().delete("second", NOON))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("goes on and cannot be deleted");
    over(second);

    SweepChange deleted = registry.sweeps().delete("first", NOON);
    assertThat(deleted.trials()).isEqualTo(1);
    assertThat(deleted.kept()).extracting(RunName::id).containsExactly(shared.id());
    assertThat(registry.sweeps().newest(10))
        .extracting(SweepSummary::name)
        .containsExactly("second");
    assertThat(registry.list(10))
        .extracting(RunSummary::id)
        .containsExactly(other.id(), shared.id());
    assertThatThrownBy(() -> registry.sweeps().show("first"))
        .hasMessageContaining("there is no sweep \"first\": it is deleted")
        .hasMessageContaining("./run restore " + first.record().id());
    assertThat(registry.show(shared.id()).sweeps()).containsExactly(second.record().id());
    assertThat(registry.deleted().sweeps().show("first").deleted()).isEqualTo(NOON);
    assertThat(registry.deleted().sweeps().show("first").trials())
        .extracting(SweepTrial::status)
        .containsOnly(RunStatus.FINISHED);

    SweepChange second2 = registry.sweeps().delete("second", NOON);
    assertThat(second2.trials()).isEqualTo(1);
    assertThat(registry.list(10)).extracting(RunSummary::id).containsExactly(shared.id());
    assertThat(registry.deleted().sweeps().restore("first").trials()).isEqualTo(1);
    assertThat(registry.list(10)).extracting(RunSummary::id).containsExactly(shared.id(), own.id());
    assertThat(registry.sweeps().show("first").trials()).hasSize(2);
    assertThat(notices).isEmpty();
  }

  @Test
  void aTrialThatWasDeletedAloneIsNoneOfItsSweepAnyMore() {
    SweepRecorder sweep = started("s", 2);
    RunRecord gone = finished(sweep, 1, 0.1);
    RunRecord kept = finished(sweep, 2, 0.5);
    registry.annotate(List.of(gone.id()), (run, was) -> was.deletedAt(NOON));
    SweepDetail detail = registry.sweeps().show("s");
    assertThat(detail.trials().get(0).status()).isNull();
    assertThat(detail.trials().get(0).reason()).isEqualTo("the run was deleted");
    assertThat(detail.summary().best()).isEqualTo(kept.id());
  }

  @Test
  void collectingRemovesDeletedSweepsWithTheirRuns() {
    SweepRecorder sweep = started("s", 1);
    RunRecord run = finished(sweep, 1, 0.5);
    over(sweep);
    SweepRecorder stays = started("stays", 1);
    registry.sweeps().delete("s", NOON);
    Freed freed = registry.removeDeleted();
    assertThat(freed.runs()).extracting(RunName::id).containsExactly(run.id());
    assertThat(freed.sweeps()).extracting(RunName::id).containsExactly(sweep.record().id());
    assertThat(sweep.folder().path()).doesNotExist();
    assertThat(runs.resolve(run.id())).doesNotExist();
    assertThat(stays.folder().path()).exists();
    assertThat(registry.deleted().sweeps().newest(10)).isEmpty();
    assertThat(registry.reindex()).isZero();
    assertThat(notices).isEmpty();
  }

  /** As a kill leaves it after the folder went and before the row did; the announcement stands. */
  @Test
  void aRemovalThatWasKilledIsFinishedByWhoeverComesNext() throws IOException {
    SweepRecord sweep = over(started("s", 1));
    registry.sweeps().delete("s", NOON);
    Changed.announce(SweepFolder.of(runs, sweep.id()));
    Files.move(runs.resolve(sweep.id()), runs.resolve("elsewhere"));
    assertThat(registry.deleted().sweeps().newest(10)).isEmpty();
  }

  /** As a kill leaves it between the folder and the rows. */
  @Test
  void aChangeThatWasKilledIsTakenInByWhoeverComesNext() throws IOException {
    SweepRecord sweep = over(started("s", 1));
    SweepFolder folder = SweepFolder.of(runs, sweep.id());
    Changed.announce(folder);
    Files.writeString(
        folder.annotations(), Json.pretty(Annotations.NONE.named("other").deletedAt(NOON)));
    assertThat(registry.sweeps().newest(10)).isEmpty();
    assertThat(registry.deleted().sweeps().newest(10))
        .extracting(SweepSummary::name)
        .containsExactly("other");
    assertThat(Changed.in(runs)).isEmpty();
  }

  @Test
  void aSweepIsGoneOnWithByOne() {
    SweepRecord before = over(started("s", 2));
    SweepFolder folder = SweepFolder.of(runs, before.id());
    SweepRecorder resumed =
        registry
            .sweeps()
            .resume(
                folder, before, now -> SweepRecorder.resume(folder, now, Processes.current(), 3));
    assertThat(registry.sweeps().show("s").summary().status()).isEqualTo(RunStatus.RUNNING);
    assertThat(registry.sweeps().show("s").record().jobs()).isEqualTo(3);
    assertThatThrownBy(() -> registry.sweeps().resume(folder, before, now -> resumed))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("goes on in process")
        .hasMessageContaining("./run stop");
    over(resumed);
    registry.sweeps().delete("s", NOON);
    assertThatThrownBy(() -> registry.sweeps().resume(folder, before, now -> resumed))
        .hasMessageContaining("was deleted meanwhile");
  }

  @Test
  void whatCannotBeStartedIsNotEntered() {
    SweepRecord sweep = SweepFixtures.sweep("s", 1);
    assertThatThrownBy(
            () ->
                registry
                    .sweeps()
                    .register(
                        sweep,
                        named -> {
                          throw new EpochalException("no room");
                        }))
        .hasMessage("no room");
    assertThat(registry.sweeps().newest(10)).isEmpty();
    assertThat(runs.resolve(sweep.id())).doesNotExist();
  }

  /** Whoever opens the registry finds it CRASHED before the sweep says what it knows. */
  @Test
  void aTrialWhoseProcessDiedHasFailed() {
    ProcessRecord gone = new ProcessRecord(Processes.current().host(), 1, Instant.EPOCH);
    RunRecord run =
        registry
            .register(
                Fixtures.record("r"), named -> RunRecorder.start(runs, named, Fixtures.inputs()))
            .record();
    RunFolder folder = RunFolder.of(runs, run.id());
    assertThat(registry.sweeps().died(folder, "exit code 137").status())
        .isEqualTo(RunStatus.RUNNING);
    RunRecord dead = run.resumed(gone);
    try {
      Files.writeString(folder.record(), Json.pretty(dead));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    RunRecord failed = registry.sweeps().died(folder, "exit code 137");
    assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
    assertThat(failed.reason()).isEqualTo("exit code 137");
    assertThat(registry.show("r").summary().status()).isEqualTo(RunStatus.FAILED);
    assertThat(registry.sweeps().died(folder, "again").reason()).isEqualTo("exit code 137");
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

  /** Longer than a text that the database holds. */
  @Test
  void aLargeGridIsHeldWhole() {
    SweepRecorder sweep = started("large", 80_000);
    assertThat(registry.sweeps().show("large").record()).isEqualTo(sweep.record());
    assertThat(registry.reindex()).isZero();
    assertThat(registry.sweeps().show("large").summary().planned()).isEqualTo(80_000);
  }
}
