package dev.epochal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.run.Annotations;
import dev.epochal.core.run.Note;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.run.Verification;
import dev.epochal.registry.folder.Changed;
import dev.epochal.registry.folder.Fixtures;
import dev.epochal.registry.folder.RunRecorder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people add to runs, in the folders and in the rows. */
class AnnotateTest {
  private static final Instant THEN = Instant.parse("2026-11-01T10:00:00Z");

  @TempDir Path runs;

  private final List<String> notices = new ArrayList<>();
  private Registry registry;

  @BeforeEach
  void open() {
    registry = Registry.in(runs, notices::add);
  }

  private RunFolder finished(String id, String name) {
    RunRecorder recorder =
        registry.register(
            Fixtures.record(id, name, THEN),
            named -> RunRecorder.start(runs, named, Fixtures.inputs()));
    recorder.record(Fixtures.epoch(1, 0.5));
    registry.finish(
        recorder.finish(RunStatus.FINISHED, null, new TreeMap<>(Map.of("test.accuracy", 0.9))));
    return recorder.folder();
  }

  private static SortedMap<String, String> tags(String key, String value) {
    return new TreeMap<>(Map.of(key, value));
  }

  private List<String> names(String filter) {
    return registry.names(RunQuery.parse(filter, List.of(), 10)).stream()
        .map(RunName::name)
        .toList();
  }

  private List<String> markers() throws Exception {
    return Changed.in(runs).stream().map(Changed::id).toList();
  }

  @Test
  void nameTagsAndNotesAreInTheFolderAndAreFound() throws Exception {
    RunFolder folder = finished("aaa111111111", "before");
    byte[] record = Files.readAllBytes(folder.record());

    registry.annotate(
        List.of("before"),
        (run, was) -> was.named("after").tagged(tags("good", "yes")).noted(new Note(THEN, "a 1%")));

    RunDetail detail = registry.show("after");
    assertThat(detail.summary().name()).isEqualTo("after");
    assertThat(detail.summary().tags()).isEqualTo(Map.of("good", "yes"));
    assertThat(detail.notes()).containsExactly(new Note(THEN, "a 1%"));
    assertThat(detail.history().get("train.loss").values()).containsExactly(0.5);
    assertThat(names("tags.good = yes and note like '%1\\%' or note like 'a%'"))
        .containsExactly("after");
    assertThat(names("tags.course = intro")).isEmpty();
    assertThatThrownBy(() -> registry.find("before")).isInstanceOf(InvalidInputException.class);
    assertThat(Files.readAllBytes(folder.record())).isEqualTo(record);
    assertThat(markers()).isEmpty();
  }

  @Test
  void notesAreChangedAndTakenAway() throws Exception {
    RunFolder folder = finished("aaa111111111", "one");
    Instant later = THEN.plusSeconds(60);
    registry.annotate(
        List.of("one"),
        (run, was) -> was.noted(new Note(THEN, "frist")).noted(new Note(later, "second")));
    registry.annotate(List.of("one"), (run, was) -> was.renoted("", 1, "first", later));
    assertThat(registry.show("one").notes())
        .containsExactly(new Note(THEN, "first", later), new Note(later, "second"));
    assertThat(names("note like '%frist%'")).isEmpty();
    assertThat(names("note like '%first%'")).containsExactly("one");

    registry.annotate(List.of("one"), (run, was) -> was.renoted("", 2, "second", later));
    registry.annotate(List.of("one"), (run, was) -> was.unnoted("", 1));
    assertThat(registry.show("one").notes()).containsExactly(new Note(later, "second"));
    assertThat(Annotations.of(folder).notes()).containsExactly(new Note(later, "second"));
    for (int number : new int[] {-1, 0, 2}) {
      assertThatThrownBy(
              () -> registry.annotate(List.of("one"), (run, was) -> was.unnoted("", number)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage("the number of a note must be 1 to 1 but was " + number);
    }
    registry.annotate(List.of("one"), (run, was) -> was.unnoted("", 1));
    assertThatThrownBy(
            () -> registry.annotate(List.of("one"), (run, was) -> was.renoted("", 1, "x", later)))
        .hasMessageContaining("there are no notes");
  }

  @Test
  void whatWasAddedOutlivesTheDatabase() {
    finished("aaa111111111", "one");
    finished("bbb222222222", "two");
    registry.annotate(List.of("one"), (run, was) -> was.named("first").noted(new Note(THEN, "n")));
    registry.annotate(
        List.of("two"),
        (run, was) -> was.verified(new Verification(THEN, "IDENTICAL", 3, true, null)));
    registry.pin("two");
    String first = Json.line(registry.show("first"));
    String two = Json.line(registry.show("two"));
    registry.annotate(List.of("first"), (run, was) -> was.deletedAt(THEN));

    registry.reindex();

    assertThat(Json.line(registry.show("two"))).isEqualTo(two).contains("\"baseline\":true");
    registry.deleted().annotate(List.of("first"), (run, was) -> was.deletedAt(null));
    assertThat(Json.line(registry.show("first"))).isEqualTo(first);
  }

  @Test
  void aRunThatGoesOnKeepsWhatIsAddedMeanwhile() {
    RunRecorder recorder =
        registry.register(
            Fixtures.record("live"), named -> RunRecorder.start(runs, named, Fixtures.inputs()));
    registry.annotate(
        List.of("live"), (run, was) -> was.named("renamed").tagged(tags("good", "yes")));
    registry.finish(recorder.finish(RunStatus.FINISHED, null, new TreeMap<>()));

    RunSummary run = registry.show("renamed").summary();
    assertThat(run.status()).isEqualTo(RunStatus.FINISHED);
    assertThat(run.tags()).containsExactly(Map.entry("good", "yes"));
  }

  @Test
  void theEditSeesTheRunAsItIsByNow() {
    finished("aaa111111111", "one");
    registry.annotate(List.of("one"), (run, was) -> was.named("two"));
    List<String> seen = new ArrayList<>();
    registry.annotate(
        List.of("two", "aaa"),
        (run, was) -> {
          seen.add(run.name() + " " + run.tags());
          return was;
        });
    assertThat(seen).containsExactly("two {course=intro}");
  }

  @Test
  void whereOneRunRefusesNoneIsChanged() {
    finished("aaa111111111", "one");
    finished("bbb222222222", "two");
    Edit edit =
        (run, was) -> {
          if (run.name().equals("two")) {
            throw new InvalidInputException(Problem.of("two refuses"));
          }
          return was.named("changed");
        };
    assertThatThrownBy(() -> registry.annotate(List.of("one", "two"), edit))
        .hasMessage("two refuses");
    assertThatThrownBy(() -> registry.annotate(List.of("one", "x", "y"), edit))
        .hasMessageContainingAll("\"x\"", "\"y\"");
    assertThat(names("")).containsExactly("two", "one");
  }

  @Test
  void deletedRunsAreInNoListAndNoLookUp() {
    finished("aaa111111111", "one");
    finished("aab222222222", "two");
    finished("ccc333333333", "three");
    registry.annotate(List.of("two", "three"), (run, was) -> was.deletedAt(THEN));

    assertThat(names("")).containsExactly("one");
    assertThat(names("name like 't%' or note is null")).containsExactly("one");
    assertThat(registry.find("latest")).isEqualTo("aaa111111111");
    assertThat(registry.find("aa")).isEqualTo("aaa111111111");
    assertThatThrownBy(() -> registry.show("two"))
        .hasMessage(
            "there is no run \"two\": it is deleted; ./run restore aab222222222 brings it back");
    assertThat(registry.deleted().list(10))
        .extracting(RunSummary::name)
        .containsExactlyInAnyOrder("two", "three");
    assertThat(registry.deleted().show("aab").deleted()).isEqualTo(THEN);
    assertThatThrownBy(() -> registry.deleted().find("one"))
        .hasMessageStartingWith("run \"one\" is not deleted");
    assertThatThrownBy(() -> registry.deleted().find("none"))
        .hasMessageStartingWith("there is no deleted run \"none\"");
  }

  @Test
  void theNameOfADeletedRunIsFreeAtOnce() {
    String first = Json.line(register(""));
    assertThat(first).contains("\"name\":\"baseline-1\"");
    registry.annotate(List.of("baseline-1"), (run, was) -> was.deletedAt(THEN));
    assertThat(register("").name()).isEqualTo("baseline-1");
    assertThat(register("").name()).isEqualTo("baseline-2");
  }

  private RunRecord register(String name) {
    return registry
        .register(Fixtures.record(name), named -> RunRecorder.start(runs, named, Fixtures.inputs()))
        .record();
  }

  @Test
  void aNameThatIsTheStartOfAnotherRunsIdMeansTheRunThatHasIt() {
    finished("aaa111111111", "one");
    finished("bbb222222222", "two");
    registry.annotate(List.of("two"), (run, was) -> was.named("aaa"));
    assertThat(registry.find("aaa")).isEqualTo("bbb222222222");
    assertThat(registry.find("aaa1")).isEqualTo("aaa111111111");
    registry.annotate(List.of("bbb"), (run, was) -> was.named("aaa111111111"));
    assertThat(registry.find("aaa111111111")).isEqualTo("aaa111111111");
  }

  @Test
  void oneRunIsTheBaselineAndADeletedOneIsNot() {
    finished("aaa111111111", "one");
    finished("bbb222222222", "two");
    assertThat(registry.baseline()).isEmpty();
    registry.pin("one");
    registry.pin("two");
    assertThat(registry.baseline()).contains(new RunName("bbb222222222", "two"));
    assertThat(registry.show("one").baseline()).isFalse();
    registry.annotate(List.of("two"), (run, was) -> was.deletedAt(THEN));
    assertThat(registry.baseline()).isEmpty();
    registry.pin("one");
    assertThat(registry.unpin()).contains(new RunName("aaa111111111", "one"));
    assertThat(registry.baseline()).isEmpty();
    assertThat(registry.unpin()).isEmpty();
  }

  @Test
  void textsOfAnyKindStayThemselves() {
    finished("aaa111111111", "one");
    String text = "'); drop table runs; --\"\\ü日本\u001b[2J\u0000\n" + "x".repeat(10_000);
    registry.annotate(
        List.of("one"),
        (run, was) -> was.tagged(tags(text, text)).named(text).noted(new Note(THEN, text)));
    RunDetail detail = registry.show("aaa");
    assertThat(detail.summary().name()).isEqualTo(text);
    assertThat(detail.summary().tags()).isEqualTo(Map.of(text, text));
    assertThat(detail.notes()).containsExactly(new Note(THEN, text));
    assertThat(registry.find(text)).isEqualTo("aaa111111111");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[1]",
        "{\"name\": 7, \"tags\": ",
        "{\"notes\": [null]}",
        "{\"notes\": [{\"at\": null, \"text\": \"x\"}]}",
        "{\"notes\": [{\"at\": \"2026-11-01T10:00:00Z\"}]}",
        "{\"tags\": {\"a\": null}}",
        "{\"deleted\": \"+999999999-01-01T00:00:00Z\"}",
        "{\"unknown\": 1}",
      })
  void aDamagedFileIsToldOfAndTheRunIsTakenInWithoutIt(String json) throws Exception {
    RunFolder folder = finished("aaa111111111", "one");
    Files.writeString(folder.annotations(), json);
    registry.reindex();
    assertThat(names("")).containsExactly("one");
    assertThat(notices)
        .singleElement()
        .asString()
        .contains("what was added to run aaa111111111 is passed over", "annotations.json");
    assertThatThrownBy(() -> registry.annotate(List.of("one"), (run, was) -> was.named("two")))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining("annotations.json");
    assertThat(Files.readString(folder.annotations())).isEqualTo(json);
  }

  @Test
  void aLinkInThePlaceOfTheFileIsNotFollowed() throws Exception {
    RunFolder folder = finished("aaa111111111", "one");
    Path elsewhere = runs.resolve("elsewhere.json");
    Files.writeString(elsewhere, Json.line(Annotations.NONE.named("stolen")));
    Files.createSymbolicLink(folder.annotations(), elsewhere);
    registry.reindex();
    assertThat(names("")).containsExactly("one");
    assertThat(notices).singleElement().asString().contains("is not a file");
  }

  @Test
  void aFileWithLessThanWeWriteIsRead() throws Exception {
    RunFolder folder = finished("aaa111111111", "one");
    Files.writeString(folder.annotations(), "{\"name\": \"by hand\"}");
    registry.reindex();
    assertThat(names("")).containsExactly("by hand");
  }

  @Test
  void aChangeThatWasAnnouncedButNotTakenInIsMadeGoodAtTheNextOpen() throws Exception {
    RunFolder folder = finished("aaa111111111", "one");
    Changed.announce(folder);
    Files.writeString(folder.annotations(), Json.pretty(Annotations.NONE.named("two")));
    assertThat(markers()).containsExactly("aaa111111111");
    assertThat(names("")).containsExactly("two");
    assertThat(markers()).isEmpty();
  }

  @Test
  void anAnnouncementOfNothingGoesAndForeignFilesStay() throws Exception {
    RunFolder folder = finished("aaa111111111", "one");
    Changed.announce(folder);
    Files.writeString(runs.resolve(".changed/README"), "mine");
    Files.createFile(runs.resolve(".changed/ffffffffffff"));
    assertThat(names("")).containsExactly("one");
    try (var left = Files.list(runs.resolve(".changed"))) {
      assertThat(left).extracting(file -> file.getFileName().toString()).containsExactly("README");
    }
    assertThat(notices).isEmpty();
  }

  @Test
  void aRunWhoseFolderIsGoneCannotBeAddedTo() throws Exception {
    RunFolder folder = finished("aaa111111111", "one");
    Files.move(folder.path(), runs.resolve("moved"));
    assertThatThrownBy(() -> registry.annotate(List.of("one"), (run, was) -> was.named("two")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("has no folder any more", "reindex");
  }

  @Test
  void aBaselineWhoseFolderIsGoneGivesWay() throws Exception {
    RunFolder folder = finished("aaa111111111", "one");
    finished("bbb222222222", "two");
    registry.pin("one");
    Files.move(folder.path(), runs.resolve("moved"));
    assertThat(registry.pin("two").name()).isEqualTo("two");
    assertThat(registry.unpin()).map(RunName::name).contains("two");
    assertThat(registry.baseline()).isEmpty();
  }

  @Test
  void filesListedAnewKeepWhatWasAdded() throws Exception {
    RunFolder folder = finished("aaa111111111", "one");
    registry.annotate(List.of("one"), (run, was) -> was.named("two").tagged(tags("a", "b")));
    Files.writeString(folder.report(), "<html>");
    registry.relist(folder);
    RunDetail detail = registry.show("two");
    assertThat(detail.artifacts()).anyMatch(file -> file.name().equals("report.html"));
    assertThat(detail.artifacts()).noneMatch(file -> file.name().equals("annotations.json"));
    assertThat(detail.summary().tags()).containsOnlyKeys("a");
    assertThat(markers()).isEmpty();
  }

  @Test
  void whatIsAddedWhileTheRegistryIsMadeAnewIsInTheNewOne() throws Exception {
    finished("aaa111111111", "one");
    finished("aab222222222", "two");
    registry.annotate(List.of("two"), (run, was) -> was.deletedAt(THEN));
    Path bad = Files.createDirectory(runs.resolve("bad000000000"));
    Files.writeString(bad.resolve("run.json"), "{");
    List<String> told = new ArrayList<>();
    // Told of the bad one, when those before it are in the new one already.
    Registry makesAnew =
        Registry.in(
            runs,
            notice -> {
              if (told.isEmpty()) {
                told.add(notice);
                registry.annotate(List.of("one"), (run, was) -> was.named("first"));
                registry.removeDeleted();
              }
            });
    assertThat(makesAnew.reindex()).isEqualTo(1);
    assertThat(told).singleElement().asString().contains("bad000000000");
    assertThat(names("")).containsExactly("first");
    assertThat(registry.deleted().list(10)).isEmpty();
  }

  /** Behind it an announcement would be found by nobody. */
  @Test
  void aLinkInThePlaceOfTheAnnouncementsGoes(@TempDir Path elsewhere) throws Exception {
    RunFolder folder = RunFolder.of(runs, "aaa111111111");
    Files.createSymbolicLink(runs.resolve(".changed"), elsewhere);
    Changed announced = Changed.announce(folder);
    assertThat(elsewhere).isEmptyDirectory();
    assertThat(Changed.in(runs)).containsExactly(announced);
  }
}
