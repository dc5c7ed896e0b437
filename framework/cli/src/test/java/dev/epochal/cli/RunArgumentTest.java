package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which run, or runs, the words of a command mean. */
final class RunArgumentTest {
  @TempDir Path folder;

  private RecordedRuns runs;

  @BeforeEach
  void threeRuns() throws Exception {
    runs = new RecordedRuns(folder);
    runs.add("aaa111111111", "poor", 0.5);
    runs.add("bbb222222222", "fair", 0.8);
    runs.add("ccc333333333", "good", 0.9);
  }

  private static void refused(RecordedRuns.Said said, String... words) {
    assertThat(said.err()).contains(words).doesNotContain("Exception");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
  }

  @Test
  void aFilterMeansItsFirstRunWhichIsSaid() {
    RecordedRuns.Said said = runs.say("open", "--filter", "metrics.test.accuracy < 0.85");
    assertThat(said.out()).isEqualTo(folder.resolve("bbb222222222") + "\n");
    assertThat(said.err()).contains("taking fair (bbb222222222), the first of 2 runs");
    assertThat(said.exit()).isZero();
  }

  @Test
  void anOrderAloneMeansTheFirstOfAll() {
    RecordedRuns.Said said = runs.say("open", "--sort", "metrics.test.accuracy");
    assertThat(said.out()).isEqualTo(folder.resolve("aaa111111111") + "\n");
    assertThat(said.err()).contains("taking poor (aaa111111111), the first of 3 runs");
  }

  @Test
  void aCommaBetweenBracketsDoesNotEndAnOrder() {
    RecordedRuns.Said said =
        runs.say("open", "--sort", "epochsTo(validation.loss, 0.5),metrics.test.accuracy");
    assertThat(said.out()).isEqualTo(folder.resolve("aaa111111111") + "\n");
  }

  @Test
  void neitherARunNorAFilterIsRefused() {
    refused(runs.say("show"), "command line: RUN is missing", "./run list");
    refused(runs.say("report"), "command line: RUN is missing", "./run list");
  }

  @Test
  void aRunAndAFilterTogetherAreRefusedWhereOneIsMeant() {
    RecordedRuns.Said said = runs.say("show", "good", "--filter", "name = poor");
    refused(said, "RUN must be left out", "good");
    assertThat(said.err()).doesNotContain("taking");
  }

  @Test
  void aFilterThatFindsNothingIsRefused() {
    refused(runs.say("logs", "--filter", "name = nobody"), "--filter finds no run: name = nobody");
    refused(runs.say("report", "--filter", "name = nobody"), "--filter finds no run");
    refused(runs.say("show", "--filter", "nmae = x"), "column 1", "nmae is no value of a run");
  }

  @Test
  void anEmptyFilterIsNoRequestForAllRuns() {
    for (String command : new String[] {"delete", "report", "show", "list"}) {
      refused(runs.say(command, "--filter", " "), "--filter must be a condition but is empty");
    }
    refused(runs.say("delete", "--filter", "", "--limit", "5"), "--filter must be a condition");
  }

  @Test
  void withAFilterEveryWordIsAnImage() {
    // The run has no model, which is said; a missing image would be said first of all.
    RecordedRuns.Said said = runs.say("predict", "--filter", "name = poor", "seven.png");
    assertThat(said.err()).contains("taking poor (aaa111111111)").doesNotContain("IMAGE");
    refused(runs.say("predict", "--filter", "name = poor"), "IMAGE is missing");
    refused(runs.say("predict", "good"), "IMAGE is missing");
  }

  @Test
  void anOrderDoesNotSayWhichOfSeveral() {
    refused(runs.say("report", "--sort", "name"), "--sort orders runs", "--limit");
    refused(runs.say("report", "--limit", "0"), "--limit must be at least 1 but was 0");
  }

  @Test
  void whereNoRunHasBeenNothingIsLeftBehind() {
    Path none = folder.resolve("none");
    refused(new RecordedRuns(none).say("show", "--sort", "name"), "finds no run: all runs");
    assertThat(Files.exists(none)).isFalse();
  }

  @Test
  void theHelpShowsAListAsAPersonWritesIt() {
    assertThat(runs.say("open", "--help").out()).contains("--sort=VALUE[,VALUE...]");
  }
}
