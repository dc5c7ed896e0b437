package dev.epochal.core.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How classes are counted, and what is said of it. */
final class ClassBalanceTest {
  private static final List<String> NAMES = List.of("cat", "dog", "owl");

  @Test
  void theMajorityIsTheFirstOfTheLargest() {
    ClassBalance balance = ClassBalance.of(3, 5, 5);

    assertThat(balance.majority()).isEqualTo(1);
    assertThat(balance.total()).isEqualTo(13);
    assertThat(balance.majorityAccuracy()).isEqualTo(5.0 / 13);
  }

  @Test
  void twiceAsManyIsUnbalanced() {
    assertThat(ClassBalance.of(10, 6, 9).isUnbalanced()).isFalse();
    assertThat(ClassBalance.of(10, 5, 9).isUnbalanced()).isTrue();
    assertThat(ClassBalance.of(10, 0, 9).isUnbalanced()).isTrue();
  }

  @Test
  void theSentenceNamesTheMajoritysAccuracyAndChance() {
    assertThat(ClassBalance.of(90, 5, 5).unbalancedSentence("train", NAMES))
        .hasValueSatisfying(
            sentence ->
                assertThat(sentence)
                    .startsWith("train is unbalanced, so accuracy misleads: answering \"cat\"")
                    .contains("90.0 %", "3 classes: 33.3 %"));
    assertThat(ClassBalance.of(9, 8, 7).unbalancedSentence("train", NAMES)).isEmpty();
  }

  @Test
  void classesWithoutAnImageAreNamedTheFirstFive() {
    assertThat(ClassBalance.of(1, 0, 0).absentSentence("train", NAMES, "cannot be learnt"))
        .hasValue("train has no image of class \"dog\", \"owl\", which therefore cannot be learnt");
    assertThat(ClassBalance.of(1, 1, 1).absentSentence("train", NAMES, "")).isEmpty();
    List<String> seven = List.of("a", "b", "c", "d", "e", "f", "g");
    assertThat(ClassBalance.of(1, 0, 0, 0, 0, 0, 0).absentSentence("train", seven, ""))
        .hasValueSatisfying(said -> assertThat(said).contains("\"f\" and 1 more,"));
  }
}
