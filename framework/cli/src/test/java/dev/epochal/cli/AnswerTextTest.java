package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.answer.Answer;
import dev.epochal.core.answer.Answerer;
import dev.epochal.core.answer.Asked;
import dev.epochal.core.answer.Measured;
import dev.epochal.core.json.Json;
import dev.epochal.core.stats.Goal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An answer as it is read. */
final class AnswerTextTest {
  private static final double[] SMALL = {0.971, 0.968, 0.970, 0.975, 0.972};
  private static final double[] LARGE = {0.862, 0.855, 0.859, 0.866, 0.861};

  @Test
  void beginsWithTheSentenceAndShowsWhatItRestsOn() {
    String text = AnswerText.plain(answer(), 100);

    assertThat(text)
        .startsWith("Yes: training.batchSize changes validation.accuracy. 64 (97.12 %)");
    assertThat(text.lines().toList())
        .contains(
            "training.batchSize  n     mean           sd   95 % interval",
            "5000                5  86.06 %  0.40 points  [85.56, 86.56]");
    assertThat(text).contains("5000 - 64").contains("paired t").contains("<0.001");
    assertThat(text.lines().toList()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void isMarkdownWhereThatIsWanted() {
    assertThat(AnswerText.markdown(answer()))
        .startsWith("## Does training.batchSize change validation.accuracy?\n\n**Yes: ")
        .contains("| training.batchSize | n | mean | sd | 95 % interval |")
        .contains("|---|---|---|---|---|");
  }

  @Test
  void hasTheKeysThatProgramsReadAsJson() throws Exception {
    JsonNode json = Json.mapper().readTree(Json.pretty(answer()));

    assertThat(json.get("verdict").asText()).isEqualTo("different");
    assertThat(json.at("/levels/0/ci")).hasSize(2);
    assertThat(json.at("/comparisons/0/ci/0").asDouble()).isLessThan(-0.1);
    assertThat(json.fieldNames())
        .toIterable()
        .contains(
            "factor",
            "response",
            "levels",
            "comparisons",
            "trend",
            "noiseSd",
            "verdict",
            "moreSeeds",
            "sentence",
            "warnings");
    assertThat(json.at("/comparisons/0").fieldNames())
        .toIterable()
        .contains("a", "b", "n", "paired", "difference", "ci", "test", "p", "pAdjusted", "effect");
  }

  @Test
  void intervalsAreNeverCut() {
    assertThat(AnswerText.plain(answer(), 60))
        .contains("[85.56, 86.56]")
        .contains("[-11.27, -10.85]")
        .doesNotContain("…");
  }

  private static Answer answer() {
    List<Measured> runs = new ArrayList<>();
    for (int seed = 0; seed < SMALL.length; seed++) {
      runs.add(new Measured("64", "seed=" + seed, SMALL[seed]));
      runs.add(new Measured("5000", "seed=" + seed, LARGE[seed]));
    }
    return Answerer.answer(
        new Asked("training.batchSize", "validation.accuracy", Goal.MAX, null, 0.005), runs);
  }
}
