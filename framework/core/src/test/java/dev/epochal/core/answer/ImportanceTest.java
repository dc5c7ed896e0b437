package dev.epochal.core.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.run.RunStatus;
import dev.epochal.core.stats.Explained;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which params matter, and when nobody can say. */
class ImportanceTest {
  private static final Inquiry ASKED = new Inquiry(null, "validation.accuracy");

  private final Runs runs = new Runs();

  private Importance importance() {
    return Importance.of(ASKED, runs.all());
  }

  @Test
  void ofAGridTheParamThatMattersComesFirst() {
    for (int seed = 1; seed <= 3; seed++) {
      for (String rate : List.of("0.01", "0.1")) {
        for (String size : List.of("16", "64")) {
          double value = (rate.equals("0.1") ? 0.9 : 0.6) + (size.equals("16") ? 0.02 : 0);
          runs.run("rate", rate, "size", size, "seed", "" + seed)
              .metric("validation.accuracy", value + 0.001 * seed)
              .finished();
        }
      }
    }

    Importance importance = importance();

    assertThat(importance.n()).isEqualTo(12);
    assertThat(importance.params())
        .extracting(Importance.Param::param)
        .containsExactly("rate", "size", "seed");
    assertThat(importance.params().get(0).explained().share()).isGreaterThan(0.9);
    assertThat(importance.params().get(2).explained().share()).isZero();
    assertThat(importance.params())
        .allMatch(one -> one.explained().method() == Explained.Method.OMEGA_SQUARED);
  }

  @Test
  void drawnNumbersAreRanked() {
    for (int i = 1; i <= 8; i++) {
      runs.run("rate", Double.toString(i / 100.0), "kind", "word" + i)
          .metric("validation.accuracy", 0.5 + i * i / 1000.0)
          .finished();
    }

    List<Importance.Param> params = importance().params();

    assertThat(params).extracting(Importance.Param::param).containsExactly("rate", "kind");
    assertThat(params.get(0).explained().method()).isEqualTo(Explained.Method.RANK_SQUARED);
    assertThat(params.get(0).explained().share()).isGreaterThan(0.99);
    assertThat(params.get(1).explained()).isNull();
    assertThat(params.get(1).why())
        .isEqualTo("some of its values were tried once, and they have no order");
    assertThat(params.get(0).with()).containsExactly("kind");
  }

  @Test
  void runsWithoutAValueAreLeftOutAndCounted() {
    for (int i = 0; i < 6; i++) {
      runs.run("size", i % 2 == 0 ? "16" : "64", "seed", "" + i)
          .metric("validation.accuracy", 0.5 + 0.1 * (i % 2) + 0.01 * i)
          .finished();
    }
    runs.run("size", "1", "seed", "9").diverged();
    runs.run("size", "1", "seed", "8").ended(RunStatus.CRASHED);

    Importance importance = importance();

    assertThat(importance.n()).isEqualTo(6);
    assertThat(importance.lacking()).isEqualTo(1);
    assertThat(importance.params().get(0).explained().values()).isEqualTo(2);
  }

  @Test
  void tooFewRunsSayNothing() {
    runs.run("size", "16").metric("validation.accuracy", 0.5).finished();
    runs.run("size", "64").metric("validation.accuracy", 0.6).finished();

    assertThat(importance().params()).isEmpty();
    assertThat(importance().why()).isEqualTo("it takes 4 runs with a value at least; there are 2");
  }

  @Test
  void aQuestionWithinRunsIsReadOnTheirValidationSplit() {
    for (int i = 0; i < 4; i++) {
      runs.run("size", i < 2 ? "16" : "64", "seed", "" + i)
          .metric("validation.auc.macro", 0.9 + 0.01 * i)
          .finished();
    }

    Importance importance = Importance.of(new Inquiry(Inquiry.SPLIT, "auc.macro"), runs.all());

    assertThat(importance.response()).isEqualTo("validation.auc.macro");
    assertThat(importance.params().get(0).param()).isEqualTo("size");
  }
}
