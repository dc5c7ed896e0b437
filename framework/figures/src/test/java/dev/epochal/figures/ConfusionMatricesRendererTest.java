package dev.epochal.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.data.Split;
import dev.epochal.core.figure.ConfusionMatrices;
import dev.epochal.core.problem.EpochalException;
import java.util.Collections;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.data.xy.XYZDataset;
import org.junit.jupiter.api.Test;

class ConfusionMatricesRendererTest {
  /** Three cats of which one is taken for a dog; two dogs; no cow, yet one was seen. */
  private static final List<List<Integer>> COUNTS =
      List.of(List.of(2, 1, 0), List.of(0, 1, 1), List.of(0, 0, 0));

  @Test
  void trueClassesGoDownwardsFromZeroAndPredictedOnesToTheRight() {
    XYPlot plot = charts(COUNTS).get(0).getXYPlot();

    assertThat(plot.getDomainAxis().getLabel()).isEqualTo("Predicted class");
    assertThat(plot.getRangeAxis().getLabel()).isEqualTo("True class");
    assertThat(plot.getRangeAxis().isInverted()).isTrue();
    assertThat(plot.getDomainAxis().isInverted()).isFalse();
    assertThat(((LabelAxis) plot.getRangeAxis()).labels()).containsExactly("cat", "dog", "cow");
    assertThat(((LabelAxis) plot.getDomainAxis()).labels()).containsExactly("cat", "dog", "cow");
  }

  @Test
  void aCellStandsInTheRowOfItsTrueClassAndTheColumnOfItsPrediction() {
    XYZDataset cells = (XYZDataset) charts(COUNTS).get(0).getXYPlot().getDataset();

    assertThat(cells.getXValue(0, 1)).as("predicted dog").isEqualTo(1);
    assertThat(cells.getYValue(0, 1)).as("truly cat").isEqualTo(0);
    assertThat(cells.getZValue(0, 1)).as("share of the cats").isEqualTo(1 / 3.0);
  }

  @Test
  void theTitleSaysSplitAccuracyAndN() {
    JFreeChart chart = charts(COUNTS).get(0);

    assertThat(((TextTitle) chart.getSubtitle(0)).getText()).isEqualTo("test");
    assertThat(((TextTitle) chart.getSubtitle(1)).getText())
        .isEqualTo("accuracy 60.00 %   ·   n = 5");
  }

  @Test
  void aClassThatNeverOccursHasNoShares() {
    Matrix matrix = new Matrix(new ConfusionMatrices.Panel(Split.TEST, COUNTS), 3);

    assertThat(matrix.share(2, 0)).isNaN();
    assertThat(matrix.share(0, 2)).isZero();
    assertThat(matrix.lacksAClass()).isTrue();
  }

  @Test
  void noImagesHaveNoAccuracy() {
    List<List<Integer>> none = List.of(List.of(0));
    assertThat(new Matrix(new ConfusionMatrices.Panel(Split.TEST, none), 1).accuracy()).isNaN();
  }

  @Test
  void aMatrixOfAnotherSizeThanTheClassesIsRefused() {
    assertThatThrownBy(() -> charts(List.of(List.of(1, 2), List.of(3, 4))))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining("test split's confusion matrix must be 3 by 3");
  }

  @Test
  void longNamesAreCutOnBothAxes() {
    ConfusionMatrices data = Samples.matrices(Samples.SUBJECT, Samples.hostileNames(), 5);
    XYPlot plot = new ConfusionMatricesRenderer().charts(data).get(0).getXYPlot();

    assertThat(((LabelAxis) plot.getRangeAxis()).labels())
        .hasSize(6)
        .contains("(no name)", "שלום", "a b c")
        .allMatch(label -> Text.width(label, Style.TICK) <= 110);
  }

  @Test
  void countsAreShownUpToTwentySixClassesAtLeast() {
    assertThat(layout(2, 60_000).countFont()).isPresent();
    assertThat(layout(10, 6_000).countFont()).isPresent();
    assertThat(layout(26, 48_000).countFont()).isPresent();
    assertThat(layout(500, 48_000).countFont()).isEmpty();
  }

  private static MatrixLayout layout(int classes, int largestCount) {
    List<String> names = Collections.nCopies(classes, "a rather long name");
    return MatrixLayout.of(1360, names, largestCount);
  }

  private static List<JFreeChart> charts(List<List<Integer>> counts) {
    return new ConfusionMatricesRenderer()
        .charts(
            new ConfusionMatrices(
                Samples.SUBJECT,
                List.of("cat", "dog", "cow"),
                List.of(new ConfusionMatrices.Panel(Split.TEST, counts))));
  }
}
