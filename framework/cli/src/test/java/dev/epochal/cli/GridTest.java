package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tables in terminals of any width. */
class GridTest {
  private static final Table SMALL =
      new Table(
          List.of("metric", "a", "b"),
          List.of(List.of("loss", "0.5", "* 0.25"), List.of("accuracy", "90.00 %", "-")));

  @Test
  void numbersStandToTheRightAndTextsToTheLeft() {
    assertThat(Grid.text(SMALL, 0).lines())
        .containsExactly(
            "metric          a       b",
            "--------  -------  ------",
            "loss          0.5  * 0.25",
            "accuracy  90.00 %       -");
  }

  @Test
  void longTextsAreCutAsFarAsTheWidthAsksFor() {
    Table table =
        new Table(
            List.of("id", "name", "seed"),
            List.of(List.of("0123456789ab", "a very long name of a run indeed", "1729")));
    assertThat(Grid.text(table, 0))
        .endsWith("0123456789ab  a very long name of a run indeed  1729");
    assertThat(Grid.text(table, 40).lines().toList().get(2))
        .isEqualTo("0123456789ab  a very long name of…  1729")
        .hasSize(40);
  }

  @Test
  void whatDoesNotFitStandsBelowWithTheFirstColumnAgain() {
    Table wide =
        new Table(
            IntStream.range(0, 8).mapToObj(i -> "column" + i).toList(),
            List.of(IntStream.range(0, 8).mapToObj(Integer::toString).toList()));
    List<String> lines = Grid.text(wide, 40).lines().toList();
    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(40));
    assertThat(lines.stream().filter(line -> line.startsWith("column0"))).hasSize(3);
    assertThat(Grid.fits(wide, 40)).isFalse();
    assertThat(Grid.turned(wide, 40).lines())
        .startsWith("column0  0", "-------  -", "column1  1")
        .hasSize(9);
  }

  @Test
  void charactersOfTwoColumnsCountAsTwoAndNothingReachesTheTerminalAsACommand() {
    Table table =
        new Table(
            List.of("name", "n"), List.of(List.of("実験\u001b[2J\n1", "1"), List.of("ab", "2")));
    assertThat(Grid.text(table, 0).lines())
        .containsExactly("name    n", "------  -", "実験 1  1", "ab      2");
  }
}
