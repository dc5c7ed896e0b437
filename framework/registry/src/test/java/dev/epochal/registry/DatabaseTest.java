package dev.epochal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.folder.Fixtures;
import dev.epochal.registry.folder.RunRecorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {
  @TempDir Path runs;

  private final List<String> notices = new ArrayList<>();

  private Registry registry() {
    return Registry.in(runs, notices::add);
  }

  private RunRecord finished(String name) {
    RunRecorder recorder = RunRecorder.start(runs, Fixtures.record(name), Fixtures.inputs());
    return recorder.finish(RunStatus.FINISHED, null, new TreeMap<>());
  }

  @Test
  void aNewerSchemaIsRefusedWithBothVersions() {
    registry().list(1);
    new Database(DatabaseFile.in(runs), Duration.ofSeconds(1))
        .openRaw(
            sql ->
                sql.update(
                    "update \"flyway_schema_history\" set \"version\" = '77'"
                        + " where \"version\" = '"
                        + Schema.VERSION
                        + "'"));
    assertThatThrownBy(() -> registry().list(1))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining("registry.mv.db")
        .hasMessageContaining("version 77")
        .hasMessageContaining("up to " + Schema.VERSION);
  }

  @Test
  void aDamagedFileIsPutAsideAndMadeAnewWhichIsSaid() throws Exception {
    finished("kept");
    registry().list(1);
    Path file = runs.resolve("registry.mv.db");
    byte[] cut = Arrays.copyOf(Files.readAllBytes(file), 5_000);
    Files.write(file, cut);
    assertThat(registry().list(10)).extracting(RunSummary::name).containsExactly("kept");
    assertThat(notices)
        .singleElement()
        .asString()
        .startsWith("the registry " + file + " is damaged (")
        .contains("it is now " + runs.resolve("registry."))
        .endsWith("and the registry is made anew from the run folders");
    Path aside = Path.of(notices.get(0).replaceAll(".*it is now (.*), and the.*", "$1"));
    assertThat(aside).hasBinaryContent(cut);
  }

  @Test
  void aFileThatIsNoDatabaseIsPutAside() throws Exception {
    finished("kept");
    Files.writeString(runs.resolve("registry.mv.db"), "this is not a database ".repeat(1_000));
    registry().check();
    assertThat(notices).singleElement().asString().contains("is damaged");
    assertThat(registry().reindex()).isEqualTo(1);
  }

  @Test
  void damageThatShowsWhileARunIsRegisteredDoesNotStartItTwice() {
    registry().list(1);
    AtomicInteger starts = new AtomicInteger();
    assertThatThrownBy(
            () ->
                registry()
                    .register(
                        Fixtures.record("x"),
                        named -> {
                          starts.incrementAndGet();
                          throw new PointBlock.Damaged("as a test says");
                        }))
        .isInstanceOf(DamagedDatabaseException.class)
        .hasMessageContaining("./run reindex makes it anew");
    assertThat(starts).hasValue(1);
  }

  @Test
  void somebodyElsesDatabaseIsNoRegistryAndStays() throws Exception {
    DatabaseFile file = DatabaseFile.in(runs);
    new Database(file, Duration.ofSeconds(1))
        .openRaw(sql -> sql.update("create table theirs (x integer)"));
    byte[] before = Files.readAllBytes(file.path());
    assertThatThrownBy(() -> registry().list(1))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining(file.path() + " cannot be used as a registry");
    assertThat(runs).isDirectoryNotContaining("glob:**.old");
    assertThat(Files.size(file.path())).isEqualTo(before.length);
  }

  @Test
  void anEmptyFileIsANewRegistry() throws Exception {
    finished("kept");
    Files.createFile(runs.resolve("registry.mv.db"));
    assertThat(registry().list(10)).extracting(RunSummary::name).containsExactly("kept");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
  void whateverHappensToTheFileTheNextCommandWorks(int seed) throws Exception {
    finished("kept");
    registry().list(1);
    Path file = runs.resolve("registry.mv.db");
    Files.write(file, damaged(Files.readAllBytes(file), new Random(seed)));
    assertThat(registry().list(10)).extracting(RunSummary::name).containsExactly("kept");
    assertThat(String.join(" ", notices)).doesNotContain("Exception", "\n");
  }

  /** Cut short, or with a stretch of garbage in it. */
  private static byte[] damaged(byte[] bytes, Random random) {
    if (random.nextBoolean()) {
      return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
    byte[] garbage = new byte[random.nextInt(1, bytes.length / 2)];
    random.nextBytes(garbage);
    System.arraycopy(garbage, 0, bytes, random.nextInt(bytes.length / 2), garbage.length);
    return bytes;
  }

  @Test
  void aRegistryOfTheFirstVersionIsMigratedWithItsRows() {
    DatabaseFile file = DatabaseFile.in(runs);
    String started = "2026-01-02 03:04:05+00";
    new Database(file, Duration.ofSeconds(1))
        .openRaw(
            sql -> {
              Flyway.configure().dataSource(file.url(false), "sa", "").target("1").load().migrate();
              return sql.update(
                  "insert into runs (id, name, experiment, status, seed, plan_sha256, started, host,"
                      + " pid, process_started, recording_errors, record_sha256, journal_bytes)"
                      + " values ('0123456789ab', 'old', 'baseline', 'FINISHED', 1, 'x', '"
                      + started
                      + "', 'h', 1, '"
                      + started
                      + "', '[]', 'x', 0)");
            });
    assertThat(registry().list(10)).extracting(RunSummary::name).containsExactly("old");
    assertThat(registry().show("old").folder()).isEqualTo(runs.resolve("0123456789ab"));
  }

  @Test
  void aRunWhoseBeginningCannotBeEnteredLeavesNoFolder() throws Exception {
    registry().list(1);
    assertThatThrownBy(
            () ->
                registry()
                    .register(
                        Fixtures.record("x"),
                        named -> {
                          RunRecorder recorder = RunRecorder.start(runs, named, Fixtures.inputs());
                          try {
                            Files.writeString(recorder.folder().record(), "no record");
                          } catch (IOException e) {
                            throw new UncheckedIOException(e);
                          }
                          return recorder;
                        }))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining("not a readable run record");
    assertThat(runs).isDirectoryNotContaining(Files::isDirectory);
  }

  @Test
  void aFolderOfRunsThatIsAFileIsRefusedBeforeAnythingIsMade() throws Exception {
    Path file = Files.writeString(runs.resolve("file"), "in the way");
    for (Path where : List.of(file, file.resolve("below"))) {
      assertThatThrownBy(() -> Registry.in(where, notices::add).check())
          .isInstanceOf(EpochalException.class)
          .hasMessageContaining("cannot record a run in " + where)
          .hasMessageContaining(file + " is in the way: it is no folder")
          .hasMessageContaining("--runs");
    }
  }

  @Test
  void checkingLeavesNothingBehind() {
    Path nowhere = runs.resolve("a").resolve("b");
    Registry.in(nowhere, notices::add).check();
    assertThat(runs).isEmptyDirectory();
  }

  @Test
  void lookingWhereNoRunHasBeenLeavesNothingBehind() {
    Path nowhere = runs.resolve("nowhere");
    assertThat(Registry.in(nowhere, notices::add).list(10)).isEmpty();
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void aRegistryCanLieElsewhereThanItsRuns() {
    finished("here");
    Path elsewhere = runs.resolve("a").resolve("team.mv.db");
    assertThat(Registry.at(runs, elsewhere, notices::add).list(10)).hasSize(1);
    assertThat(elsewhere).exists();
    assertThat(runs.resolve("registry.mv.db")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"with space", "%2e%2e", "~", "a#b?c", "ünïcode", "'quoted\"", "$ {x}"})
  void oddNamesOfFoldersAreOnlyNames(String name) {
    Path odd = runs.resolve(name);
    RunRecorder.start(odd, Fixtures.record("x"), Fixtures.inputs());
    assertThat(Registry.in(odd, notices::add).list(10)).hasSize(1);
    assertThat(odd.resolve("registry.mv.db")).exists();
  }

  @Test
  void aPathThatWouldSetSomethingInTheDatabaseIsRefused() {
    Path path = runs.resolve("x;INIT=RUNSCRIPT FROM 'evil.sql'");
    assertThatThrownBy(() -> Registry.in(path, notices::add))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("must not contain ';'");
  }

  @Test
  void aDatabaseThatStaysInUseIsSaidAfterAWhile() throws Exception {
    CountDownLatch opened = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Database database = new Database(DatabaseFile.in(runs), Duration.ofMillis(200));
    Thread holder =
        new Thread(
            () ->
                database.open(
                    sql -> {
                      opened.countDown();
                      try {
                        return release.await(10, TimeUnit.SECONDS);
                      } catch (InterruptedException e) {
                        return false;
                      }
                    }));
    holder.start();
    opened.await();
    assertThatThrownBy(() -> database.open(sql -> 1))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining("in use");
    release.countDown();
    holder.join();
  }

  @Test
  void runsRegisteredAtOnceGetNamesOfTheirOwn() {
    Set<String> names = ConcurrentHashMap.newKeySet();
    IntStream.range(0, 12)
        .parallel()
        .forEach(
            i ->
                names.add(
                    registry()
                        .register(
                            Fixtures.record(""),
                            named -> RunRecorder.start(runs, named, Fixtures.inputs()))
                        .record()
                        .name()));
    assertThat(names)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 12).mapToObj(i -> "baseline-" + i).toList());
  }

  @Test
  void aRunThatCannotStartIsNotRegistered() {
    assertThatThrownBy(
            () ->
                registry()
                    .register(
                        Fixtures.record("x"),
                        named -> {
                          throw new EpochalException("no space");
                        }))
        .hasMessage("no space");
    assertThat(registry().list(10)).isEmpty();
  }
}
