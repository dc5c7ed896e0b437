package dev.epochal.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.epochal.core.figure.LossHistory;
import java.util.Collection;
import java.util.List;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.junit.jupiter.api.Test;

class LossHistoryRendererTest {

  @Test
  void threePanelsShareOneAxisOfEpochs() {
    CombinedDomainXYPlot all = plot(Samples.baseline(50));

    assertThat(all.getDomainAxis().getLabel()).isEqualTo("Epoch (passes over the train split)");
    assertThat(panels(all))
        .extracting(panel -> panel.getRangeAxis().getLabel())
        .containsExactly("Loss (mean per image)", "Accuracy (% of images)", "Residual loss");
    assertThat(panels(all))
        .allMatch(
            panel -> panel.getDomainAxis() == null || panel.getDomainAxis() == all.getDomainAxis());
  }

  @Test
  void theResidualIsValidationLossMinusTrainLoss() {
    LossHistory data = Samples.overfitting();
    XYPlot residual = panels(plot(data)).get(2);

    assertThat(residual.getDataset().getYValue(0, 19))
        .isEqualTo(data.validationLoss().get(19) - data.trainLoss().get(19), within(1e-12));
  }

  @Test
  void theResidualPanelHasADashedLineAtZeroWithinItsRange() {
    XYPlot residual =
        panels(plot(Samples.history(Samples.SUBJECT, 3, e -> 1, e -> 5, e -> 0, e -> 0))).get(2);
    ValueMarker zero = markers(residual.getRangeMarkers(Layer.BACKGROUND)).get(0);

    assertThat(zero.getValue()).isZero();
    assertThat(zero.getStroke()).isEqualTo(Style.DASHED);
    assertThat(residual.getRangeAxis().getRange().contains(0)).isTrue();
  }

  @Test
  void theBestEpochIsMarkedInEveryPanel() {
    LossHistory data = Samples.overfitting();
    int best = BestEpoch.of(data).orElseThrow().epoch();

    for (XYPlot panel : panels(plot(data))) {
      assertThat(markers(panel.getDomainMarkers(Layer.BACKGROUND)))
          .extracting(ValueMarker::getValue)
          .containsExactly((double) best);
    }
  }

  @Test
  void anExplodingLossStandsOnALogAxisThatSaysSo() {
    XYPlot loss = panels(plot(Samples.diverged())).get(0);

    assertThat(loss.getRangeAxis().getLabel()).isEqualTo("Loss (mean per image), log scale");
    assertThat(LossPanels.of(Samples.diverged()).scaleNote()).contains("logarithmic");
    assertThat(LossPanels.of(Samples.baseline(5)).scaleNote()).isEmpty();
  }

  @Test
  void theEpochsWithoutAFiniteLossKeepTheirPlaceOnTheAxis() {
    assertThat(plot(Samples.diverged()).getDomainAxis().getUpperBound()).isEqualTo(12.5);
  }

  @Test
  void nanIsSaidInASentence() {
    assertThat(LossHistoryRenderer.remarks(Samples.diverged()))
        .containsExactly("Train loss and validation loss are NaN from epoch 7 on.");
    assertThat(LossHistoryRenderer.remarks(Samples.baseline(2))).isEmpty();
  }

  @Test
  void aValueBetweenGapsHasAMarkerHoweverManyEpochsThereAre() {
    LossHistory data =
        Samples.history(
            Samples.SUBJECT, 500, e -> e == 100 ? 1 : Double.NaN, e -> 1, e -> 1, e -> 1);
    LineRenderer lines = (LineRenderer) panels(plot(data)).get(0).getRenderer();

    assertThat(lines.getItemShapeVisible(0, 99)).isTrue();
    assertThat(lines.getItemShapeVisible(1, 99)).isFalse();
  }

  private static CombinedDomainXYPlot plot(LossHistory data) {
    return (CombinedDomainXYPlot) new LossHistoryRenderer().chart(data).getPlot();
  }

  private static List<XYPlot> panels(CombinedDomainXYPlot all) {
    return List.copyOf(all.getSubplots());
  }

  private static List<ValueMarker> markers(Collection<?> markers) {
    return markers.stream()
        .filter(ValueMarker.class::isInstance)
        .map(ValueMarker.class::cast)
        .toList();
  }
}
