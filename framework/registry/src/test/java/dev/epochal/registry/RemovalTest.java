package dev.epochal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.json.Json;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.folder.Changed;
import dev.epochal.registry.folder.DatasetStore;
import dev.epochal.registry.folder.Fixtures;
import dev.epochal.registry.folder.RunRecorder;
import dev.epochal.registry.folder.Trash;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What gc takes away, and what it never touches. */
class RemovalTest {
  private static final Instant THEN = Instant.parse("2026-11-01T10:00:00Z");

  @TempDir Path home;

  private final List<String> notices = new ArrayList<>();
  private Path runs;
  private Registry registry;

  @BeforeEach
  void open() {
    runs = home.resolve("runs");
    registry = Registry.in(runs, notices::add);
  }

  /** A run of a data set of its own, whose images are kept. */
  private RunRecorder started(String id, String name, String sha256) {
    RunRecorder recorder =
        registry.register(
            Fixtures.record(id, name, THEN),
            named -> RunRecorder.start(runs, named, Fixtures.inputs()));
    DatasetRecord any = Fixtures.fallback();
    recorder.dataset(
        new DatasetRecord(
            any.requested(),
            any.used(),
            any.reason(),
            any.source(),
            any.shape(),
            any.classNames(),
            new TreeMap<>(Map.of("train", new DatasetRecord.SplitRecord(10, sha256))),
            0));
    new DatasetStore(runs).keep(sha256, file -> Files.write(file, new byte[100]));
    return recorder;
  }

  private RunFolder finished(String id, String name, String sha256) {
    RunRecorder recorder = started(id, name, sha256);
    registry.finish(recorder.finish(RunStatus.FINISHED, null, new TreeMap<>()));
    return recorder.folder();
  }

  private void delete(String... references) {
    registry.annotate(List.of(references), (run, was) -> was.deletedAt(THEN));
  }

  private Path images(String sha256) {
    return new DatasetStore(runs).images(sha256);
  }

  @Test
  void aDeletedRunGoesWithTheImagesThatOnlyItRefersTo() throws Exception {
    RunFolder one = finished("aaa111111111", "one", "a".repeat(64));
    RunFolder two = finished("bbb222222222", "two", "a".repeat(64));
    RunFolder three = finished("ccc333333333", "three", "c".repeat(64));
    delete("one", "three");
    long bytes = Trash.bytes(one.path()) + Trash.bytes(three.path()) + 100;
    List<RunName> both =
        List.of(new RunName("aaa111111111", "one"), new RunName("ccc333333333", "three"));

    assertThat(registry.wouldRemove()).isEqualTo(new Freed(both, List.of(), 1, bytes));
    assertThat(one.path()).exists();
    assertThat(registry.removeDeleted()).isEqualTo(new Freed(both, List.of(), 1, bytes));

    assertThat(List.of(one.path(), three.path(), images("c".repeat(64)).getParent()))
        .noneMatch(Files::exists);
    assertThat(List.of(two.record(), images("a".repeat(64)))).allMatch(Files::exists);
    assertThat(registry.list(10)).extracting(RunSummary::name).containsExactly("two");
    assertThat(registry.deleted().list(10)).isEmpty();
    assertThat(registry.removeDeleted()).isEqualTo(new Freed(List.of(), List.of(), 0, 0));
    assertThat(Changed.in(runs)).isEmpty();
    assertThat(notices).isEmpty();
  }

  @Test
  void whileARunGoesOnImagesStay() {
    finished("aaa111111111", "one", "a".repeat(64));
    RunRecorder live = started("bbb222222222", "live", "b".repeat(64));
    delete("one");
    assertThat(registry.removeDeleted().runs()).hasSize(1);
    assertThat(images("a".repeat(64))).exists();
    assertThat(notices)
        .containsExactly("images stay: live (bbb222222222) goes on and may need them");
    live.abandon();
  }

  @Test
  void aDeletedRunThatGoesOnAgainStays() throws Exception {
    RunFolder one = finished("aaa111111111", "one", "a".repeat(64));
    delete("one");
    RunRecord record = Json.read(one.record(), RunRecord.class);
    Changed.announce(one);
    Files.writeString(one.record(), Json.pretty(record).replace("\"FINISHED\"", "\"RUNNING\""));
    assertThat(registry.removeDeleted()).isEqualTo(new Freed(List.of(), List.of(), 0, 0));
    assertThat(one.record()).exists();
    assertThat(notices).contains("one (aaa111111111) stays: it goes on");
  }

  @Test
  void aRunThatCannotBeReadKeepsAllImages() throws Exception {
    finished("aaa111111111", "one", "a".repeat(64));
    Path bad = Files.createDirectory(runs.resolve("bad000000000"));
    Files.writeString(bad.resolve("run.json"), "{");
    delete("one");
    assertThat(registry.removeDeleted().datasets()).isZero();
    assertThat(images("a".repeat(64))).exists();
    assertThat(notices).anyMatch(notice -> notice.startsWith("images stay: which of them run bad"));
  }

  @Test
  void linksAreTakenAwayAndWhatTheyPointToStays() throws Exception {
    RunFolder one = finished("aaa111111111", "one", "a".repeat(64));
    RunFolder two = finished("bbb222222222", "two", "b".repeat(64));
    delete("one", "two");
    Path precious = Files.createDirectories(home.resolve("precious"));
    Path file = Files.writeString(precious.resolve("thesis.tex"), "all my work");
    Files.createSymbolicLink(one.path().resolve("link"), precious);
    Files.createSymbolicLink(one.path().resolve("file"), file);
    // A whole run, moved away, with a link in its place; likewise images.
    Path moved = Files.move(two.path(), home.resolve("moved"));
    Files.createSymbolicLink(two.path(), moved);
    Path images = images("b".repeat(64)).getParent();
    Path movedImages = Files.move(images, home.resolve("images"));
    Files.createSymbolicLink(images, movedImages);

    registry.removeDeleted();

    assertThat(file).hasContent("all my work");
    assertThat(moved.resolve("run.json")).exists();
    assertThat(movedImages.resolve("images.npy")).exists();
    assertThat(List.of(one.path(), two.path(), images))
        .noneMatch(path -> Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void aTrashThatIsALinkIsNotFollowed() throws Exception {
    RunFolder one = finished("aaa111111111", "one", "a".repeat(64));
    delete("one");
    Path precious = Files.createDirectories(home.resolve("precious"));
    Path file = Files.writeString(precious.resolve("thesis.tex"), "all my work");
    Files.createSymbolicLink(runs.resolve(".trash"), precious);
    registry.removeDeleted();
    assertThat(file).hasContent("all my work");
    assertThat(one.path()).doesNotExist();
  }

  @Test
  void whatAKilledGcLeftTheNextOneFinishes() throws Exception {
    RunFolder one = finished("aaa111111111", "one", "a".repeat(64));
    delete("one");
    long bytes = Trash.bytes(one.path());
    // Killed after the rename: the row is still there.
    Changed.announce(one);
    new Trash(runs).take(one.path());

    assertThat(registry.deleted().list(10)).isEmpty();
    assertThatThrownBy(() -> registry.deleted().find("one")).hasMessageContaining("no deleted run");
    assertThat(registry.removeDeleted()).isEqualTo(new Freed(List.of(), List.of(), 1, bytes + 100));
    assertThat(runs.resolve(".trash")).isEmptyDirectory();
  }

  /** Removed for good, but for the row: that is no run that would be lost. */
  @Test
  void makingTheRegistryAnewAfterAKilledGcKeepsNoOldOne() throws Exception {
    RunFolder one = finished("aaa111111111", "one", "a".repeat(64));
    delete("one");
    Changed.announce(one);
    new Trash(runs).take(one.path());
    assertThat(registry.reindex()).isZero();
    assertThat(notices).isEmpty();
  }

  @Test
  void aDeletedRunWhoseFolderIsGoneIsForgotten() throws Exception {
    RunFolder one = finished("aaa111111111", "one", "a".repeat(64));
    delete("one");
    Files.move(one.path(), home.resolve("moved"));
    assertThat(registry.removeDeleted().runs()).hasSize(1);
    assertThat(registry.deleted().list(10)).isEmpty();
    assertThat(home.resolve("moved/run.json")).exists();
  }

  @Test
  void runsOfAnotherFolderStay() throws Exception {
    Path shared = home.resolve("team.mv.db");
    Path there = home.resolve("there");
    RunRecorder theirs =
        Registry.at(there, shared, notices::add)
            .register(
                Fixtures.record("aaa111111111", "theirs", THEN),
                named -> RunRecorder.start(there, named, Fixtures.inputs()));
    theirs.finish(RunStatus.FINISHED, null, new TreeMap<>());
    Registry here = Registry.at(runs, shared, notices::add);
    here.annotate(List.of("theirs"), (run, was) -> was.deletedAt(THEN));
    assertThat(here.removeDeleted().runs()).isEmpty();
    assertThat(notices)
        .containsExactly(
            "theirs (aaa111111111) stays: it lies among other runs; add --runs " + there);
    assertThat(theirs.folder().record()).exists();
  }
}
