package dev.epochal.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.json.Json;
import dev.epochal.core.run.Note;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.sweep.SweepEntry;
import dev.epochal.registry.folder.SweepFixtures;
import dev.epochal.registry.folder.SweepRecorder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What the folders of sweeps say comes into the rows, also what a kill or a mishap left of them.
 */
final class SweepIngestTest extends RegisteredSweeps {
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

  /** Longer than a text that the database holds. */
  @Test
  void aLargeGridIsHeldWhole() {
    SweepRecorder sweep = started("large", 80_000);
    assertThat(registry.sweeps().show("large").record()).isEqualTo(sweep.record());
    assertThat(registry.reindex()).isZero();
    assertThat(registry.sweeps().show("large").summary().planned()).isEqualTo(80_000);
  }
}
