package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LossPlotTest {
  private static final double[] FALLING = {2.0, 1.0, 0.5, 0.25};
  private static final double[] RISING = {1.0, 1.0, 1.5, 2.0};

  @Test
  void theHighestLossStandsOnTopAndTheLowestAtTheBottom() {
    List<String> lines = new LossPlot(80, false).lines(FALLING, RISING);

    assertThat(lines.get(1)).startsWith("    2.000 |o").endsWith("#");
    assertThat(lines.get(10)).startsWith("   0.2500 |").endsWith("o");
  }

  @Test
  void trainAndValidationAreToldApartWithoutColour() {
    assertThat(String.join("\n", new LossPlot(80, false).lines(FALLING, RISING)))
        .contains("o train", "# validation")
        .matches("(?s)\\p{ASCII}*");
    assertThat(String.join("\n", new LossPlot(80, true).lines(FALLING, RISING)))
        .contains("○ train", "● validation", "│", "└─");
  }

  @Test
  void noLineIsWiderThanTheTerminal() {
    double[] many = IntStream.range(0, 5_000).mapToDouble(i -> 1.0 / (i + 1)).toArray();

    assertThat(new LossPlot(80, true).lines(many, many)).allMatch(line -> line.length() <= 80);
    assertThat(new LossPlot(40, true).lines(FALLING, RISING))
        .filteredOn(line -> !line.startsWith("loss:"))
        .allMatch(line -> line.length() <= 40);
  }

  @Test
  void lossesFarApartHaveALogarithmicAxis() {
    List<String> lines =
        new LossPlot(80, false).lines(new double[] {1, 10, 1e30}, new double[] {1, 1, 1});

    assertThat(lines.get(0)).endsWith("logarithmic axis");
    assertThat(lines.get(1)).endsWith("o").contains("1.000e+30");
  }

  @Test
  void whatIsNotFiniteIsLeftOut() {
    double[] diverged = {1, Double.NaN, Double.POSITIVE_INFINITY};

    assertThat(new LossPlot(80, false).lines(diverged, diverged).stream().skip(1))
        .filteredOn(line -> line.contains("@"))
        .hasSize(1);
    assertThat(new LossPlot(80, false).lines(new double[] {Double.NaN}, new double[] {Double.NaN}))
        .isEmpty();
  }

  @Test
  void oneEpochIsOneMark() {
    assertThat(new LossPlot(80, false).lines(new double[] {1}, new double[] {2}))
        .contains("           epoch 1")
        .anyMatch(line -> line.endsWith("|o"))
        .anyMatch(line -> line.endsWith("|#"));
  }
}
