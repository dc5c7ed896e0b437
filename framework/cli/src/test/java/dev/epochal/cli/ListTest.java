package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.json.Json;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code list} says beside its rows, and what it refuses. */
final class ListTest {
  @TempDir Path folder;

  private RecordedRuns runs;

  @BeforeEach
  void twoRuns() throws Exception {
    runs = new RecordedRuns(folder);
    runs.add("aaa111111111", "poor", 0.5);
    runs.add("bbb222222222", "good", 0.9);
  }

  @Test
  void everyWrongValueIsSaidAndWhichOptionNamesIt() {
    RecordedRuns.Said said =
        runs.say(
            "list",
            "--limit=0",
            "--filter=nmae = x",
            "--sort=-first,metrics.test.loss desc",
            "--columns=name,second",
            "--group-by=seed,third");

    assertThat(said.err())
        .contains(
            "command line: --limit must be at least 1",
            "filter, column 1: nmae is no value of a run",
            "--sort, column 1: first is no value of a run",
            "--sort, column 19: must end here but has desc in: metrics.test.loss desc",
            "--columns, column 1: second is no value of a run",
            "--group-by, column 1: third is no value of a run",
            "6 problems");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
  }

  @Test
  void theHelpOfTheCommandIsNamed() {
    RecordedRuns.Said said = runs.say("list", "foo");
    assertThat(said.err()).endsWith("./run list --help shows what there is\n");
    assertThat(said.exit()).isEqualTo(2);
  }

  @Test
  void thatMoreRunsAreThereIsSaidWhateverTheForm() throws Exception {
    for (String form : List.of("", "--columns=name", "--csv", "--json", "--columns=name --json")) {
      String[] words = ("list --limit=1 " + form).strip().split(" ");
      RecordedRuns.Said said = runs.say(words);
      assertThat(said.out()).contains("good").doesNotContain("poor");
      assertThat(said.err()).isEqualTo("The newest one; --limit shows more.\n");
    }
    assertThat(runs.say("list", "--group-by=seed").err())
        .startsWith("Runs of the same seed are no repetitions");
    JsonNode all = Json.parse(runs.say("list", "--json").out(), JsonNode.class);
    assertThat(all).hasSize(2);
    assertThat(runs.say("list", "--limit=2").err()).isEmpty();
    assertThat(runs.say("list").err()).isEmpty();
  }
}
