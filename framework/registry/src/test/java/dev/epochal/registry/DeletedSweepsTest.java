package dev.epochal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.run.Annotations;
import dev.epochal.core.run.Note;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.core.sweep.SweepRecord;
import dev.epochal.registry.folder.Changed;
import dev.epochal.registry.folder.SweepFixtures;
import dev.epochal.registry.folder.SweepRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sweeps are deleted with their trials, restored, and removed for good. */
final class DeletedSweepsTest extends RegisteredSweeps {
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

  /** Longer, nobody would read them, and they would look like none. */
  @Test
  void whatIsAddedStaysReadable() {
    SweepRecord sweep = over(started("s", 1));
    String text = "x".repeat((int) Annotations.MOST_BYTES);
    assertThatThrownBy(
            () -> registry.sweeps().annotate("s", was -> was.noted(new Note(NOON, text))))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining("and must be at most " + Annotations.MOST_BYTES);
    assertThat(SweepFolder.of(runs, sweep.id()).annotations()).doesNotExist();
  }
}
