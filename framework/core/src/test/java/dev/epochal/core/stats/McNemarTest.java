package dev.epochal.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McNemarTest {

  @Test
  void countsWhoIsRightImageByImage() {
    int[] labels = {0, 1, 2, 3, 4, 5};
    int[] first = {0, 1, 2, 0, 0, 0};
    int[] second = {0, 1, 0, 3, 1, 0};

    McNemar table = McNemar.of(labels, first, second);

    assertThat(table).isEqualTo(new McNemar(2, 1, 1, 2));
    assertThat(table.n()).isEqualTo(6);
    assertThat(McNemar.of(labels, labels, first).difference()).isEqualTo(-0.5);
  }

  @Test
  void predictionsOfDifferentImagesAreRefused() {
    assertThatThrownBy(() -> McNemar.of(new int[2], new int[2], new int[3]))
        .hasMessageContaining("2 labels, 2 and 3 predictions");
    assertThatThrownBy(() -> McNemar.of(new int[0], new int[0], new int[0]))
        .hasMessageContaining("0 labels");
  }

  // From SciPy 1.17.1: binomtest(min(b, c), b + c, 0.5).pvalue
  @ParameterizedTest
  @CsvSource({
    "36, 12, 2, 0, 0.012939453125",
    "850, 40, 60, 50, 0.05688793364098089",
    "10, 3, 15, 2, 0.007537841796875",
    "4200, 300, 260, 240, 0.0992558700573967",
    "0, 5, 9, 0, 0.4239501953125",
    "20, 0, 0, 0, 1",
    "0, 0, 1, 0, 1",
    "7, 4, 4, 7, 1",
    "336, 324, 80, 260, 6.576870400406779e-36",
    "5000, 2000, 1500, 500, 2.942363832253349e-17",
  })
  void pIsThatOfSciPy(int bothRight, int onlyFirst, int onlySecond, int bothWrong, double p) {
    McNemar table = new McNemar(bothRight, onlyFirst, onlySecond, bothWrong);
    assertThat(table.p() / p).isEqualTo(1, within(1e-9));
    assertThat(new McNemar(bothWrong, onlySecond, onlyFirst, bothRight).p()).isEqualTo(table.p());
  }

  // Method 10 written out in Python over SciPy's Wilson limits: binomtest(k, n).proportion_ci(
  // method='wilson'). The first is an example of Newcombe's own paper: 0.0569 to 0.3404.
  @ParameterizedTest
  @CsvSource({
    "36, 12, 2, 0, -0.3404276029749408, -0.05692958400323875",
    "850, 40, 60, 50, 0.0002851517673087972, 0.03999961907914979",
    "10, 3, 15, 2, 0.13932543207957532, 0.596576864503233",
    "4200, 300, 260, 240, -0.01730797111055102, 0.0012884315202796332",
    "0, 5, 9, 0, -0.2247115379218521, 0.6731053649289174",
    "20, 0, 0, 0, -0.16112515805281924, 0.16112515805281924",
    "0, 0, 1, 0, -0.12210872068194178, 1",
  })
  void theIntervalIsNewcombes(
      int bothRight, int onlyFirst, int onlySecond, int bothWrong, double low, double high) {
    Interval interval = new McNemar(bothRight, onlyFirst, onlySecond, bothWrong).interval();
    assertThat(interval.low()).isEqualTo(low, within(1e-12));
    assertThat(interval.high()).isEqualTo(high, within(1e-12));
  }
}
