package dev.epochal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.json.Json;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.Note;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.folder.Fixtures;
import dev.epochal.registry.folder.RunRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReindexTest {
  @TempDir Path runs;

  private final List<String> notices = new ArrayList<>();
  private Registry registry;

  @BeforeEach
  void open() {
    registry = Registry.in(runs, notices::add);
  }

  private RunRecorder started(String name) {
    RunRecorder recorder =
        registry.register(
            Fixtures.record(name), named -> RunRecorder.start(runs, named, Fixtures.inputs()));
    recorder.dataset(Fixtures.fallback());
    recorder.record(new JournalEntry.Update(1, Double.NaN));
    recorder.record(new JournalEntry.Update(2, 0.75));
    recorder.record(Fixtures.epoch(1, 0.5));
    return recorder;
  }

  private RunRecord finished(String name) {
    RunRecord run =
        started(name).finish(RunStatus.FINISHED, null, new TreeMap<>(Map.of("test.accuracy", 0.9)));
    registry.finish(run);
    return run;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(runs)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("registry"))
          .sorted()
          .toList();
    }
  }

  @Test
  void everyTableHasTheSameRowsAfterwards() throws Exception {
    finished("plain");
    finished("noted");
    finished("deleted");
    started("live");
    registry.annotate(
        List.of("noted"),
        (run, was) ->
            was.pinnedAt(Instant.parse("2026-11-02T10:00:00Z"))
                .noted(new Note(Instant.parse("2026-11-02T11:00:00Z"), "it's good"))
                .noted(new Note(Instant.parse("2026-11-02T11:01:00Z"), "a slip"))
                .noted(new Note(Instant.parse("2026-11-02T11:02:00Z"), "not so good"))
                .renoted("", 3, "as good", Instant.parse("2026-11-02T11:03:00Z"))
                .unnoted("", 2));
    registry.annotate(
        List.of("deleted"), (run, was) -> was.deletedAt(Instant.parse("2026-11-02T12:00:00Z")));
    registry.list(10);
    Map<String, List<String>> before = Tables.of(runs);
    assertThat(before.get("SERIES")).isNotEmpty();
    assertThat(before.get("NOTES")).isNotEmpty();

    assertThat(registry.reindex()).isEqualTo(4);
    assertThat(Tables.of(runs)).isEqualTo(before);
    assertThat(files()).containsExactly("registry.mv.db");
    assertThat(notices).isEmpty();
    assertThat(registry.list(10))
        .extracting(RunSummary::name)
        .containsExactly("live", "noted", "plain");
    assertThat(registry.show("noted").notes())
        .containsExactly(
            new Note(Instant.parse("2026-11-02T11:00:00Z"), "it's good"),
            new Note(
                Instant.parse("2026-11-02T11:02:00Z"),
                "as good",
                Instant.parse("2026-11-02T11:03:00Z")));
  }

  @Test
  void runsThatLieElsewhereAreTakenInToo(@TempDir Path there) {
    Path shared = runs.resolve("team.mv.db");
    finished("here");
    Registry.at(there, shared, notices::add)
        .register(
            Fixtures.record("theirs"), named -> RunRecorder.start(there, named, Fixtures.inputs()));
    Registry team = Registry.at(runs, shared, notices::add);
    assertThat(team.reindex()).isEqualTo(2);
    assertThat(team.list(10)).extracting(RunSummary::name).containsExactly("theirs", "here");
    assertThat(notices).isEmpty();
  }

  @Test
  void theOldOneCanBeUsedWhileTheNewOneIsMade() throws Exception {
    finished("before");
    Path bad = Files.createDirectory(runs.resolve("bad000000000"));
    Files.writeString(bad.resolve("run.json"), "{");
    List<String> seen = new ArrayList<>();
    // The folder that cannot be read is told of when the new one is half made.
    Registry other = Registry.in(runs, notice -> {});
    int count =
        Registry.in(
                runs,
                notice -> {
                  if (seen.isEmpty() && Files.exists(runs.resolve("registry.reindex.mv.db"))) {
                    seen.add(other.list(10).get(0).name());
                    RunRecorder.start(runs, Fixtures.record("meanwhile"), Fixtures.inputs());
                  }
                })
            .reindex();
    assertThat(seen).containsExactly("before");
    assertThat(count).isEqualTo(2);
    assertThat(registry.list(10))
        .extracting(RunSummary::name)
        .containsExactly("meanwhile", "before");
  }

  /** The second begins when the first is half made, and would take away what that made. */
  @Test
  void twoAtOnceWaitForEachOther() throws Exception {
    finished("kept");
    Path bad = Files.createDirectory(runs.resolve("bad000000000"));
    Files.writeString(bad.resolve("run.json"), "{");
    List<CompletableFuture<Integer>> second = new ArrayList<>();
    int count =
        Registry.in(
                runs,
                notice -> {
                  if (second.isEmpty() && Files.exists(runs.resolve("registry.reindex.mv.db"))) {
                    second.add(CompletableFuture.supplyAsync(registry::reindex));
                    assertThatThrownBy(() -> second.get(0).get(1, TimeUnit.SECONDS))
                        .isInstanceOf(TimeoutException.class);
                  }
                })
            .reindex();
    assertThat(count).isEqualTo(1);
    assertThat(second.get(0).get()).isEqualTo(1);
    assertThat(registry.list(10)).extracting(RunSummary::name).containsExactly("kept");
  }

  @Test
  void whatAKilledOneLeftIsRemoved() throws Exception {
    finished("kept");
    Files.writeString(runs.resolve("registry.reindex.mv.db"), "half");
    assertThat(registry.reindex()).isEqualTo(1);
    assertThat(files()).containsExactly("registry.mv.db");
  }

  @Test
  void thoseWhoMayReadTheOldFileMayReadTheNewOne() throws Exception {
    finished("kept");
    Path file = runs.resolve("registry.mv.db");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    registry.reindex();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw-rw-");
  }

  @Test
  void manyRunsOfAMissingRegistryAreAllTakenIn() throws Exception {
    for (int i = 0; i < 250; i++) {
      String id = String.format("%012x", i);
      RunRecord record = Fixtures.record(id, "many-" + i, Instant.EPOCH.plusSeconds(i));
      Files.createDirectory(runs.resolve(id));
      Files.writeString(RunFolder.of(runs, id).record(), Json.line(record));
    }
    assertThat(registry.list(1_000)).hasSize(250);
    assertThat(registry.list(1).get(0).name()).isEqualTo("many-249");
    assertThat(files()).containsExactly("registry.mv.db");
  }

  @Test
  void newRunsAreTakenInByTurns() throws Exception {
    for (String name : List.of("a", "b", "c")) {
      RunRecorder.start(runs, Fixtures.record(name), Fixtures.inputs());
    }
    Path bad = Files.createDirectory(runs.resolve("bad000000000"));
    Files.writeString(bad.resolve("run.json"), "{");
    CatchUp catchUp = new CatchUp(runs, notices::add);
    Database database = new Database(DatabaseFile.in(runs), Duration.ofSeconds(1));
    int turns = 1;
    while (database.open(sql -> catchUp.run(sql, Duration.ZERO)).isEmpty()) {
      int taken =
          database.open(
              sql -> sql.first("select count(*) from runs", row -> row.getInt(1)).orElse(0));
      assertThat(taken).isLessThanOrEqualTo(turns++);
    }
    assertThat(turns).isEqualTo(5);
    assertThat(notices).singleElement().asString().contains("bad000000000");
    assertThat(database.open(sql -> catchUp.run(sql, Duration.ZERO)).orElseThrow()).isEmpty();
  }
}
