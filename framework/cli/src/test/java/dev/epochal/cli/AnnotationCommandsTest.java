package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.json.Json;
import dev.epochal.core.run.ProcessRecord;
import dev.epochal.core.run.RunStatus;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tags, notes, names, deletion, the baseline and gc, as a person uses them. */
final class AnnotationCommandsTest {
  @TempDir Path folder;

  private RecordedRuns runs;

  @BeforeEach
  void threeRuns() throws Exception {
    runs = new RecordedRuns(folder);
    runs.add("aaa111111111", "poor", 0.5);
    runs.add("bbb222222222", "fair", 0.8);
    runs.add("ccc333333333", "good", 0.9);
  }

  private String done(String... arguments) {
    RecordedRuns.Said said = runs.say(arguments);
    assertThat(said.exit()).as(said.err()).isZero();
    return said.out().isEmpty() ? said.err() : said.out();
  }

  private void refused(List<String> arguments, String... words) {
    RecordedRuns.Said said = runs.say(arguments.toArray(new String[0]));
    assertThat(said.err()).contains(words).doesNotContain("Exception");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
  }

  private JsonNode json(String... arguments) throws Exception {
    return Json.parse(done(arguments), JsonNode.class);
  }

  @Test
  void tagsAreSetAndTakenAway() throws Exception {
    assertThat(done("tag", "good", "kept=yes", "why=a = b", "~course"))
        .isEqualTo("good (ccc333333333) has kept=yes, why=a = b\n");
    assertThat(json("show", "good", "--json").path("tags").toString())
        .isEqualTo("{\"kept\":\"yes\",\"why\":\"a = b\"}");
    assertThat(done("show", "good")).containsPattern("kept +yes");
    assertThat(done("list", "--filter", "tags.kept = yes")).contains("good").doesNotContain("fair");
  }

  @Test
  void allRunsThatAFilterFindsAreTagged() {
    assertThat(done("tag", "poor", "seen=yes", "--filter", "metrics.test.accuracy > 0.85"))
        .contains("taking good (ccc333333333)", "tagged 2 runs");
    assertThat(done("list", "--filter", "tags.seen = yes", "--json")).contains("poor", "good");
  }

  @Test
  void everyWrongTagAndEveryMissingRunIsSaid() {
    refused(
        List.of("tag", "good", "=x", "a=1", "~a", "long=" + "x".repeat(10_001)),
        "the name of a tag",
        "a is both set and taken away",
        "long must be at most 10000 characters but was 10001",
        "3 problems");
    refused(List.of("tag", "good"), "key=value is missing");
    refused(List.of("tag", "a=b"), "RUN is missing");
    refused(List.of("tag", "x", "y", "good", "a=b"), "no run \"x\"", "no run \"y\"", "2 problems");
    assertThat(done("show", "good", "--json")).doesNotContain("\"a\" :");
  }

  @Test
  void notesAreWrittenAndPrinted() throws Exception {
    assertThat(runs.say("note", "good").err()).contains("no notes yet");
    assertThat(done("note", "good", "looks", "promising"))
        .isEqualTo("noted of good (ccc333333333)\n");
    InputStream before = System.in;
    try {
      System.setIn(new ByteArrayInputStream("two\nlines: ü\n".getBytes(StandardCharsets.UTF_8)));
      done("note", "good", "-");
    } finally {
      System.setIn(before);
    }
    assertThat(done("note", "good"))
        .containsPattern("  1  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d  looks promising\n")
        .containsPattern("  two\n {26}lines: ü\n$");
    assertThat(json("note", "good", "--json"))
        .extracting(note -> note.path("text").asText())
        .containsExactly("looks promising", "two\nlines: ü");
    assertThat(json("show", "good", "--json").path("notes")).hasSize(2);
    assertThat(json("note", "good", "three", "--json")).hasSize(3);
    assertThat(done("show", "good")).contains("notes:\n", "looks promising");
    assertThat(done("list", "--filter", "note like '%promising%'")).contains("good");
    assertThat(done("note", "--filter", "name = fair", "hm"))
        .contains("taking fair", "noted of fair");
    refused(List.of("note", "good", " "), "TEXT must be 1 to 100000 characters");
    refused(List.of("note", "good", "x".repeat(100_001)), "TEXT must be 1 to 100000 characters");
  }

  @Test
  void notesAreChangedAndTakenAway() throws Exception {
    done("note", "good", "frist");
    done("note", "good", "second");
    assertThat(done("note", "good", "--edit", "1", "first"))
        .isEqualTo("changed note 1 of good (ccc333333333)\n");
    assertThat(done("note", "good"))
        .containsPattern("  1  \\S+ \\S+  first \\(edited \\d{4}-\\d\\d-\\d\\d \\S{8}\\)\n")
        .containsPattern("  2  \\S+ \\S+  second\n")
        .doesNotContain("frist");
    JsonNode notes = json("show", "good", "--json").path("notes");
    assertThat(notes.get(0).path("edited").isTextual()).isTrue();
    assertThat(notes.get(1).has("edited")).isFalse();
    assertThat(done("note", "good", "--remove", "2"))
        .isEqualTo("took note 2 away from good (ccc333333333)\n");
    assertThat(json("note", "good", "--json")).hasSize(1);
    refused(List.of("note", "good", "--remove", "2"), "must be 1 to 1 but was 2");
    refused(List.of("note", "good", "--edit", "0", "x"), "must be 1 to 1 but was 0");
    refused(List.of("note", "good", "--edit", "1"), "TEXT must be 1 to 100000 characters");
    refused(List.of("note", "good", "--remove", "1", "x"), "--remove takes no TEXT");
    refused(List.of("note", "good", "--remove", "1", "--edit", "1", "x"), "exclude each other");
    refused(List.of("note", "poor", "--remove", "1"), "there are no notes");
    assertThat(json("note", "good", "--json")).hasSize(1);
  }

  @Test
  void whatIsWrittenDoesNothingToATerminal() {
    done("note", "good", "clear \u001b[2J\u001b[31mred");
    done("tag", "good", "x=\u001b[2J\nfake (ddd) FINISHED");
    for (String command : List.of("note", "show")) {
      assertThat(done(command, "good")).contains("\\u001b[2J").doesNotContain("\u001b", "\nfake");
    }
    assertThat(runs.say("tag", "good", "y=1").err()).doesNotContain("\u001b");
  }

  @Test
  void aRunGetsAnotherName() {
    assertThat(done("rename", "poor", "worst")).isEqualTo("run aaa111111111 is worst now\n");
    assertThat(done("open", "worst")).contains("aaa111111111");
    refused(List.of("open", "poor"), "there is no run \"poor\"");
    assertThat(done("rename", "--filter", "name = worst", "poor")).contains("is poor now");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a/b", "", "-x", "ü", "latest", "a=b"})
  void whatIsNoNameIsRefused(String name) {
    refused(List.of("rename", "poor", "--", name), "NAME must");
  }

  @Test
  void aNameIsOneWord() {
    refused(List.of("rename", "poor"), "NAME is missing");
    refused(List.of("rename", "poor", "two", "words"), "NAME must be one word");
  }

  @Test
  void aDeletedRunIsOutOfSightUntilItIsRestored() throws Exception {
    assertThat(done("delete", "poor"))
        .isEqualTo("deleted poor (aaa111111111); ./run restore aaa111111111 brings it back\n");
    assertThat(json("list", "--json")).hasSize(2);
    assertThat(json("list", "--deleted", "--json")).hasSize(1);
    assertThat(done("list", "--deleted")).contains("poor").doesNotContain("fair");
    refused(List.of("show", "poor"), "it is deleted", "./run restore aaa111111111");
    refused(List.of("tag", "poor", "a=b"), "it is deleted");
    assertThat(done("show", "aaa", "--deleted")).contains(", deleted 20");
    assertThat(json("show", "aaa", "--deleted", "--json").path("deleted").asText())
        .startsWith("20");
    refused(List.of("restore", "fair"), "run \"fair\" is not deleted");

    assertThat(done("restore", "aaa1")).isEqualTo("restored poor (aaa111111111)\n");
    assertThat(json("list", "--json")).hasSize(3);
    assertThat(runs.say("list", "--deleted").err()).isEqualTo("No run is deleted.\n");
    assertThat(json("show", "poor", "--json").path("deleted").isNull()).isTrue();
  }

  @Test
  void severalRunsAreDeletedAndRestoredByAFilter() throws Exception {
    assertThat(done("delete", "--filter", "metrics.test.accuracy < 0.85"))
        .contains("deleted 2 runs");
    assertThat(json("list", "--json")).hasSize(1);
    assertThat(done("restore", "--filter", "name = fair")).contains("restored fair");
    refused(List.of("restore", "--filter", "name = fair"), "--filter finds no run");
  }

  @Test
  void aRunThatGoesOnIsNotDeleted() throws Exception {
    ProcessRecord elsewhere = new ProcessRecord("another-host", 1, Instant.EPOCH);
    runs.add("ddd444444444", "live", RunStatus.RUNNING, elsewhere, 0);
    refused(
        List.of("delete", "live", "poor"),
        "run live (ddd444444444): goes on and cannot be deleted; stop it first: ./run stop ddd");
    assertThat(json("list", "--json")).hasSize(4);
  }

  @Test
  void oneRunIsTheBaseline() throws Exception {
    assertThat(runs.say("baseline").err()).contains("no run is the baseline");
    assertThat(done("baseline", "--json")).isEqualTo("null\n");
    assertThat(done("baseline", "fair")).isEqualTo("fair (bbb222222222) is the baseline now\n");
    assertThat(done("baseline")).isEqualTo("bbb222222222  fair\n");
    assertThat(json("baseline", "--json").path("name").asText()).isEqualTo("fair");
    assertThat(json("show", "fair", "--json").path("baseline").asBoolean()).isTrue();
    assertThat(done("show", "fair")).startsWith("fair (bbb222222222) FINISHED, the baseline\n");
    assertThat(done("baseline", "--sort", "-metrics.test.accuracy"))
        .contains("good (ccc333333333) is");
    assertThat(json("baseline", "good", "--json").path("name").asText()).isEqualTo("good");
    refused(List.of("baseline", "good", "--none"), "--none must stand alone");
    assertThat(done("baseline", "--none"))
        .isEqualTo("good (ccc333333333) is the baseline no more\n");
    assertThat(done("baseline", "--none")).isEqualTo("no run was the baseline\n");
  }

  @Test
  void gcRemovesForGood() throws Exception {
    done("delete", "poor");
    assertThat(done("gc", "--dry-run"))
        .containsPattern(
            "aaa111111111  poor\n1 run, 0 folders of images: [\\d,]+ bytes would be freed");
    assertThat(folder.resolve("aaa111111111")).exists();
    assertThat(json("gc", "--json").at("/runs/0/name").asText()).isEqualTo("poor");
    assertThat(folder.resolve("aaa111111111")).doesNotExist();
    refused(List.of("restore", "poor"), "there is no deleted run \"poor\"");
    assertThat(done("gc")).isEqualTo("0 runs, 0 folders of images: 0 bytes freed\n");
  }
}
