package dev.epochal.core.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.epochal.core.run.RunStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The splits of each run as the levels of a factor. */
final class SplitAnswerTest {
  private static final double[] NOISE = {0, 0.0004, -0.0002, 0.0003, -0.0005};

  private final Runs runs = new Runs();

  @Test
  void areasAreComparedClassByClassAndPairedWithinRuns() {
    for (int seed = 1; seed <= 5; seed++) {
      recorded(seed).finished();
    }
    recorded(6).ended(RunStatus.CRASHED);

    Answer answer = RunAnswers.answer(new Inquiry("split", "auc"), runs.all());

    assertThat(answer.response()).isEqualTo("auc.macro");
    assertThat(answer.levels())
        .extracting(AnswerLevel::level)
        .containsExactly("test", "validation", "train");
    assertThat(answer.comparisons())
        .extracting(one -> one.b() + " - " + one.a())
        .containsExactly("validation - test", "train - test");
    assertThat(answer.classes()).extracting(AnswerPart::name).containsExactly("0", "loss");
    AnswerComparison train = answer.classes().get(0).comparisons().get(1);
    assertThat(train.test()).isEqualTo("paired t");
    assertThat(train.n()).isEqualTo(5);
    assertThat(train.difference()).isCloseTo(0.04, within(1e-9));
    // Four comparisons of classes: the smallest p counts four times.
    assertThat(answer.classes().stream().flatMap(part -> part.comparisons().stream()))
        .anyMatch(one -> Math.abs(one.pAdjusted() - 4 * one.p()) < 1e-15);
    assertThat(answer.sentence())
        .startsWith("Yes: split changes auc.macro. train (")
        .contains("Class by class, ")
        .contains(" of 4 differences are sure after Holm's correction over all");
    assertThat(answer.warnings()).anyMatch(warning -> warning.contains("1 CRASHED"));
  }

  @Test
  void aClassWithoutImagesHasNoArea() {
    recorded(1).metric("test.auc.0", Double.NaN).finished();
    recorded(2).finished();
    recorded(3).finished();

    Answer answer = RunAnswers.answer(new Inquiry("split", "auc"), runs.all());

    assertThat(answer.classes()).extracting(AnswerPart::name).containsExactly("loss");
    assertThat(answer.warnings())
        .contains("not every split of every run has images of class 0: no area is compared there");
  }

  @Test
  void aMetricMayBeSaidWithItsSplit() {
    for (int seed = 1; seed <= 3; seed++) {
      recorded(seed).finished();
    }

    Answer answer = RunAnswers.answer(new Inquiry("split", "validation.auc.0"), runs.all());

    assertThat(answer.response()).isEqualTo("auc.0");
    assertThat(answer.classes()).isEmpty();
    assertThatThrownBy(() -> RunAnswers.answer(new Inquiry("split", "acu.0"), runs.all()))
        .hasMessageContaining("must be a metric of two splits")
        .hasMessageContaining("did you mean \"auc.0\"?");
  }

  @Test
  void withoutTestValidationIsTheReference() {
    for (int seed = 1; seed <= 3; seed++) {
      runs.run("seed", "" + seed, "seeds.split", "7")
          .metric("train.loss", 0.1 + NOISE[seed])
          .metric("validation.loss", 0.2 - NOISE[seed])
          .finished();
    }

    Answer answer = RunAnswers.answer(new Inquiry("split", "loss"), runs.all());

    assertThat(answer.comparisons().get(0).a()).isEqualTo("validation");
    assertThat(answer.sentence()).contains("train (0.1002) is better than validation (0.1998)");
    assertThat(answer.warnings())
        .contains("these runs have no loss for test")
        .anyMatch(warning -> warning.startsWith("every run has the same images in each split"));
  }

  @Test
  void aBudgetDoesNotGoWithIt() {
    recorded(1).finished();
    recorded(2).finished();

    assertThatThrownBy(
            () ->
                RunAnswers.answer(
                    new Inquiry(
                        null, "split", "loss", null, null, List.of(Budget.EPOCHS), null, List.of()),
                    runs.all()))
        .hasMessageContaining("--budget is of each run as it was trained");
  }

  private Runs.Made recorded(int seed) {
    double noise = NOISE[seed % 5];
    Runs.Made run = runs.run("seed", "" + seed);
    for (String name : new String[] {"0", "loss", "macro"}) {
      run.metric("train.auc." + name, 0.99 + 1.1 * noise)
          .metric("validation.auc." + name, 0.951 + noise / 2)
          .metric("test.auc." + name, 0.95 + noise);
    }
    return run.metric("test.fp.0", 1);
  }
}
