package dev.epochal.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.plan.OnNonFinite;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.plan.SeedPlan;
import dev.epochal.core.plan.UpdaterPlan;
import dev.epochal.core.run.UiFrame;
import dev.epochal.core.run.UiFrame.Kind;
import dev.epochal.engine.network.TinyNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deeplearning4j.ui.model.stats.api.StatsType;
import org.deeplearning4j.ui.model.stats.impl.SbeStatsInitializationReport;
import org.deeplearning4j.ui.model.stats.impl.SbeStatsReport;
import org.junit.jupiter.api.Test;

/** What is recorded for DL4J's training UI, and that it is recorded at no cost in bits. */
class UiRecorderTest {
  private static final String SESSION = "0123456789ab";
  private static final RunPlan PLAN = TinyRun.plan(SeedPlan.derived(1729));

  @Test
  void trainingHasTheSameBitsWithItAndWithout() {
    TinyRun without = TinyRun.of(PLAN);
    TinyRun with = TinyRun.recorded(PLAN, recorder(1, new Heard()));
    assertThat(with.numbers()).isEqualTo(without.numbers());
    assertThat(with.hashes).isEqualTo(without.hashes);
  }

  @Test
  void everyUpdateIsReportedThatIsDue() {
    Heard heard = new Heard();
    // 3 epochs of 4 batches.
    TinyRun.recorded(PLAN, recorder(5, heard));
    assertThat(heard.failures).isEmpty();
    assertThat(heard.frames.get(0).kind()).isEqualTo(Kind.STATIC);
    assertThat(heard.frames.stream().skip(1).map(UiFrame::update)).containsExactly(1L, 6L, 11L);
  }

  @Test
  void aReportTellsOfItsOwnUpdate() {
    Heard heard = new Heard();
    TinyRun run = TinyRun.recorded(PLAN, recorder(4, heard));
    SbeStatsInitializationReport about = new SbeStatsInitializationReport();
    about.decode(heard.frames.get(0).bytes());
    assertThat(about.getSessionID()).isEqualTo(SESSION);
    assertThat(about.getModelNumParams()).isEqualTo(PLAN.network().parameters());
    for (UiFrame frame : heard.frames.subList(1, heard.frames.size())) {
      SbeStatsReport report = new SbeStatsReport();
      report.decode(frame.bytes());
      int update = report.getIterationCount();
      assertThat(frame.update()).isEqualTo(update);
      assertThat(report.getScore()).isEqualTo(run.losses.get(update - 1));
      double change =
          run.parameters
              .get(update)
              .sub(run.parameters.get(update - 1))
              .norm1Number()
              .doubleValue();
      double reported =
          report.getMeanMagnitudes(StatsType.Updates).entrySet().stream()
              .mapToDouble(
                  array ->
                      array.getValue()
                          * run.network.dl4j().paramTable().get(array.getKey()).length())
              .sum();
      assertThat(reported).isCloseTo(change, org.assertj.core.data.Percentage.withPercentage(0.1));
      assertThat(report.getStdev(StatsType.Gradients)).isNotEmpty();
      assertThat(report.getStdev(StatsType.Activations)).isNotEmpty();
    }
  }

  @Test
  void theTimesOfReportsAreAllDifferent() {
    Heard heard = new Heard();
    TinyRun.recorded(PLAN, recorder(1, heard));
    assertThat(
            heard.frames.stream()
                .skip(1)
                .map(
                    frame -> {
                      SbeStatsReport report = new SbeStatsReport();
                      report.decode(frame.bytes());
                      return report.getTimeStamp();
                    }))
        .doesNotHaveDuplicates()
        .isSorted();
  }

  @Test
  void aRatioThatIsNoNumberIsRecordedAsOne() {
    Heard heard = new Heard();
    RunPlan diverging =
        TinyRun.plan(
            SeedPlan.derived(1),
            TinyNetwork.PLAN,
            TinyRun.training(32, true, 3, new UpdaterPlan.Sgd(1e30, 0), OnNonFinite.CONTINUE));
    TinyRun.recorded(diverging, recorder(1, heard));
    assertThat(heard.failures).isEmpty();
    assertThat(heard.ratios.get(1L).values()).allMatch(Double::isFinite);
    assertThat(heard.ratios.get(12L).values()).anyMatch(ratio -> ratio.isNaN());
  }

  @Test
  void aTrainingThatGoesOnSaysAfterWhichUpdate() {
    TinyRun stopped = TinyRun.stoppedAfter(6, PLAN);
    Heard heard = new Heard();
    TinyRun.recorded(stopped.outcome.state(), PLAN, recorder(4, heard));
    assertThat(heard.frames.stream().map(UiFrame::kind))
        .containsExactly(Kind.RESUMED, Kind.STATIC, Kind.REPORT);
    assertThat(heard.frames.stream().map(UiFrame::update)).containsExactly(6L, 0L, 9L);
  }

  private static UiRecorder recorder(int every, Heard heard) {
    return new UiRecorder(SESSION, PLAN, every, heard);
  }

  private static final class Heard implements UiReports {
    final List<UiFrame> frames = new ArrayList<>();
    final SortedMap<Long, Map<Integer, Double>> ratios = new TreeMap<>();
    final List<String> said = new ArrayList<>();
    final List<Throwable> failures = new ArrayList<>();

    @Override
    public void record(UiFrame frame) {
      frames.add(frame);
    }

    @Override
    public void ratios(long update, SortedMap<Integer, Double> all) {
      ratios.put(update, all);
    }

    @Override
    public void said(String sentence) {
      said.add(sentence);
    }

    @Override
    public void failed(Throwable why) {
      failures.add(why);
    }
  }
}
