package dev.epochal.runner.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.epochal.core.data.Split;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.stats.McNemar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs side by side. */
class ComparerTest {
  @TempDir Path home;

  private RecordedRuns runs;

  @BeforeEach
  void aFolderForRuns() {
    runs = new RecordedRuns(home);
  }

  @Test
  void onlyWhatDiffersIsShownUnlessAllIsAskedFor() throws Exception {
    runs.run("a").record();
    runs.run("b", "training.batchSize=10").environment("memory.bytes", "1").record();

    assertThat(runs.compare("a", "b").differences())
        .containsExactly(
            new Difference(Kind.PARAMS, "training.batchSize", List.of("20", "10"), true));
    List<Difference> all =
        runs.compare(new Comparer.Request(List.of("a", "b"), null, List.of(), true)).differences();
    assertThat(all)
        .contains(
            new Difference(Kind.PARAMS, "training.epochs", List.of("3", "3"), true),
            new Difference(Kind.ENVIRONMENT, "memory.bytes", List.of("25276502016", "1"), false));
  }

  @Test
  void theFirstTheBaselineOrTheOneThatIsNamedIsComparedWith() throws Exception {
    runs.run("a").record();
    runs.run("b").record();
    runs.run("c").record();

    assertThat(runs.compare("b", "a").runs())
        .extracting(ComparedRun::name)
        .containsExactly("b", "a");
    runs.registry().pin("c");
    Comparison pinned = runs.compare("b", "a");
    assertThat(pinned.runs()).extracting(ComparedRun::name).containsExactly("c", "b", "a");
    assertThat(pinned.reference().baseline()).isTrue();
    assertThat(runs.compare("a").runs()).hasSize(2);
    Comparer.Request against = new Comparer.Request(List.of("b", "a"), "a", List.of(), false);
    assertThat(runs.compare(against).runs())
        .extracting(ComparedRun::name)
        .containsExactly("a", "b");
  }

  @Test
  void theBestIsMarkedOnceOrWhereRunsTie() throws Exception {
    runs.run("a").metric("test.accuracy", 0.9).metric("test.loss", Double.NaN).record();
    runs.run("b").metric("test.accuracy", 0.9).metric("test.loss", 0.5).record();
    runs.run("c").metric("test.accuracy", 0.8).metric("model.parameters", 10).record();

    List<MetricRow> metrics = runs.compare("a", "b", "c").metrics();
    MetricRow accuracy = metrics.get(0);
    assertThat(accuracy.metric()).isEqualTo("test.accuracy");
    assertThat(accuracy.best()).containsExactly(0, 1);
    assertThat(accuracy.delta(2)).isCloseTo(-0.1, within(1e-12));
    MetricRow loss = metrics.get(1);
    assertThat(loss.best()).as("the only finite one is not better than another").isEmpty();
    assertThat(loss.delta(1)).as("nothing is a difference to NaN").isNull();
    assertThat(loss.values()).containsExactly(Double.NaN, 0.5, null);
    assertThat(metrics.get(2).goal()).isNull();
    assertThat(metrics.get(2).best()).isEmpty();
  }

  @Test
  void aRunThatBrokeOffIsNotTheBest() throws Exception {
    runs.run("a").metric("time.train.wall", 3).record();
    runs.run("b").metric("time.train.wall", 2).record();
    runs.run("c").metric("time.train.wall", 1).ended(RunStatus.FAILED).record();

    List<MetricRow> metrics = runs.compare("a", "b", "c").metrics();

    assertThat(metrics.get(1).metric()).isEqualTo("time.train.wall");
    assertThat(metrics.get(1).best()).containsExactly(1);
  }

  @Test
  void mcNemarIsCorrectedForAsManyRunsAsWereTested() throws Exception {
    int[] labels = IntStream.range(0, 20).map(i -> 1).toArray();
    runs.run("a").labels(labels).predicted(right(10)).record();
    runs.run("b").labels(labels).predicted(right(20)).record();
    runs.run("c").labels(labels).predicted(right(12)).record();

    List<Pair> pairs = runs.compare("a", "b", "c").pairs();
    PairedTest.Tested better = (PairedTest.Tested) pairs.get(0).test();
    PairedTest.Tested alike = (PairedTest.Tested) pairs.get(1).test();
    assertThat(better.table()).isEqualTo(new McNemar(10, 0, 10, 0));
    assertThat(better.table().p()).isCloseTo(Math.pow(2, -9), within(1e-15));
    assertThat(better.pAdjusted()).isCloseTo(2 * Math.pow(2, -9), within(1e-15));
    assertThat(alike.table()).isEqualTo(new McNemar(10, 0, 2, 8));
    assertThat(alike.pAdjusted()).isCloseTo(0.5, within(1e-12));
  }

  private static int[] right(int first) {
    return IntStream.range(0, 20).map(i -> i < first ? 1 : 0).toArray();
  }

  @Test
  void whyThereIsNoTestIsSaid() throws Exception {
    runs.run("a").record();
    runs.run("seeded", "seed=2").record();
    String gone = runs.run("gone").record();
    Files.delete(folder(gone).predictions(Split.TEST, "predicted"));
    String damaged = runs.run("damaged").record();
    Files.writeString(folder(damaged).predictions(Split.TEST, "predicted"), "no array");
    runs.run("other labels").labels(3, 2, 1, 0).record();
    runs.run("fewer").labels(0, 1).predicted(0).record();

    assertThat(
            runs.compare("a", "seeded", "gone", "damaged", "other labels", "fewer").pairs().stream()
                .map(pair -> ((PairedTest.NotTested) pair.test()).reason()))
        .satisfiesExactly(
            reason -> assertThat(reason).startsWith("their test images differ (sha256 "),
            reason -> assertThat(reason).isEqualTo("gone has no predictions of test (FINISHED)"),
            reason -> assertThat(reason).contains("test-predicted.npy"),
            reason -> assertThat(reason).contains("labels of a and other labels are not the same"),
            reason ->
                assertThat(reason).isEqualTo("the predictions of fewer are not one per image"));
  }

  private RunFolder folder(String id) {
    return RunFolder.of(home.resolve("runs"), id);
  }

  @Test
  void whatMakesNumbersDoubtfulIsSaid() throws Exception {
    runs.run("a").record();
    runs.run("b").fallback("no network").record();
    runs.run("c").ended(RunStatus.KILLED).record();

    List<ComparedRun> compared = runs.compare("a", "b", "c").runs();
    assertThat(compared.get(0).notices()).isEmpty();
    assertThat(compared.get(1).notices())
        .containsExactly("has FALLBACK DATA: digits instead of mnist (no network)");
    assertThat(compared.get(2).notices()).containsExactly("is KILLED");
  }

  @Test
  void metricsAreNamedOrAskedForAsACall() throws Exception {
    runs.run("a").record();
    runs.run("b").record();

    Comparer.Request calls =
        new Comparer.Request(
            List.of("a", "b"),
            null,
            List.of("metrics.test.accuracy", "epochsTo(validation.loss, 0.6)"),
            false);
    List<MetricRow> metrics = runs.compare(calls).metrics();
    assertThat(metrics).hasSize(2);
    assertThat(metrics.get(1).values()).containsExactly(1.0, 1.0);
    Comparer.Request unknown =
        new Comparer.Request(
            List.of("a", "b"), null, List.of("test.acc", "epochsTo(train.los, 1)"), false);
    assertThatThrownBy(() -> runs.compare(unknown))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            e -> {
              assertThat(e.problems()).hasSize(2);
              assertThat(e.problems().get(0).toString())
                  .contains("the metric \"test.acc\"", "did you mean test.accuracy?");
            });
  }

  @Test
  void lessThanTwoDifferentRunsAreNothingToCompare() throws Exception {
    runs.run("a").record();

    assertThatThrownBy(() -> runs.compare("a", "a"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("between 2 and 50 different runs")
        .hasMessageContaining("was 1");
  }
}
