package dev.epochal.runner.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.epochal.core.data.NpyFile;
import dev.epochal.core.data.Split;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.stats.FloatDifference;
import dev.epochal.registry.folder.Artifacts;
import dev.epochal.runner.StopWish;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run's plan is run again and compared with folders in which something was changed, or not. */
final class VerifierTest {
  private static final int PARAMETERS = 36 * 8 + 8 + 8 * 4 + 4;

  @TempDir static Path home;

  private static Recordings recordings;
  private static RunFolder finished;

  @BeforeAll
  static void aRunThatFinished() throws Exception {
    recordings = new Recordings(home);
    finished = recordings.run(() -> false);
  }

  @Test
  void theSamePlanIsIdenticalToTheBit() {
    VerifyResult result = recordings.verify(finished);

    assertThat(result.verdict()).isEqualTo(new Verdict.Identical());
    assertThat(result.firstDifference()).isNull();
    assertThat(result.epochs()).hasSize(5).allMatch(EpochComparison::same);
    assertThat(result.updates()).isEqualTo(12);
    assertThat(result.parameters())
        .containsOnlyKeys("best", "final", "checkpoints/epoch-2.zip", "checkpoints/epoch-4.zip");
    assertThat(result.parameters().values())
        .allMatch(same -> same.n() == PARAMETERS && same.isNone());
    assertThat(result.predictions()).containsOnlyKeys("train", "validation", "test");
    assertThat(result.predictions().values()).allMatch(same -> same.differing() == 0);
    assertThat(result.predictions().get("train").n()).isEqualTo(50);
    assertThat(result.metrics()).isEmpty();
    assertThat(result.metricsCompared()).isGreaterThan(100);
    assertThat(result.environment()).isEmpty();
    assertThat(result.notCompared()).isEmpty();
  }

  @Test
  void nothingIsWrittenIntoTheFolder() throws Exception {
    var before = Artifacts.in(finished);

    recordings.verify(finished);

    assertThat(Artifacts.in(finished)).isEqualTo(before);
  }

  @Test
  void aHashThatIsAnotherIsAnotherTraining() throws Exception {
    RunFolder copy = recordings.copy(finished);
    String hash = "0123456789abcdef".repeat(4);
    Recordings.epoch(
        copy,
        2,
        line -> line.replaceAll("\"parameters\":\"[0-9a-f]+\"", "\"parameters\":\"" + hash + "\""));

    VerifyResult result = recordings.verify(copy);

    assertThat(result.verdict()).isEqualTo(new Verdict.Diverged(2));
    assertThat(result.verdict().text()).isEqualTo("DIVERGED at epoch 2");
    assertThat(result.firstDifference())
        .returns("the hash of the parameters", Difference::what)
        .returns(hash, Difference::recorded);
    assertThat(result.epochs()).filteredOn(epoch -> !epoch.same()).hasSize(1);
  }

  @Test
  void aMetricIsComparedByItsBits() throws Exception {
    RunFolder copy = recordings.copy(finished);
    Recordings.epoch(copy, 3, line -> nudged(line, "validation.loss"));

    VerifyResult result = recordings.verify(copy);

    assertThat(result.verdict()).isEqualTo(new Verdict.Diverged(3));
    assertThat(result.epochs().get(3).parameters()).isTrue();
    assertThat(result.epochs().get(3).metrics()).containsExactly("validation.loss");
  }

  @Test
  void howLongAnEpochTookIsNotCompared() throws Exception {
    RunFolder copy = recordings.copy(finished);
    Recordings.epoch(copy, 3, line -> nudged(line, "train.seconds"));

    assertThat(recordings.verify(copy).verdict()).isEqualTo(new Verdict.Identical());
  }

  @Test
  void theFirstUpdateThatIsAnotherIsNamed() throws Exception {
    RunFolder copy = recordings.copy(finished);
    List<String> lines = Files.readAllLines(copy.journal());
    Files.write(
        copy.journal(),
        lines.stream()
            .map(line -> line.replaceAll("(\"update\":5,\"loss\":).*", "$10.125}"))
            .toList());

    Difference first = recordings.verify(copy).firstDifference();

    assertThat(first).isNotNull();
    assertThat(first.sentence())
        .startsWith("at update 5, in epoch 2, the loss differs: ")
        .endsWith(" instead of 0.125");
  }

  @Test
  void oneParameterThatIsTheNextFloatIsOneUlpAway() throws Exception {
    RunFolder copy = recordings.copy(finished);
    Recordings.model(copy.finalModel(), all -> all.putScalar(77, Math.nextUp(all.getFloat(77))));

    VerifyResult result = recordings.verify(copy);

    assertThat(result.verdict()).isEqualTo(new Verdict.Within(1));
    FloatDifference difference = result.parameters().get("final");
    assertThat(difference.differing()).isEqualTo(1);
    assertThat(difference.maxUlp()).isEqualTo(1);
    assertThat(difference.maxRelative()).isBetween(Math.pow(2, -24), Math.pow(2, -23));
    assertThat(recordings.verify(copy, 4, 0, () -> false).verdict())
        .isEqualTo(new Verdict.Diverged(4));
  }

  @Test
  void aParameterThatIsFartherThanAllowedDiverges() throws Exception {
    RunFolder copy = recordings.copy(finished);
    Recordings.model(copy.bestModel(), all -> all.putScalar(9, 2 * all.getFloat(9)));

    assertThat(recordings.verify(copy).verdict()).isEqualTo(new Verdict.Diverged(4));
    assertThat(recordings.verify(copy, 4, 1 << 23, () -> false).verdict())
        .isEqualTo(new Verdict.Within(1 << 23));
  }

  @Test
  void anImageOfWhichTheModelSaysOtherThingsIsCounted() throws Exception {
    RunFolder copy = recordings.copy(finished);
    Path file = copy.predictions(Split.TEST, "predicted");
    int[] predicted = NpyFile.readInts(file);
    predicted[7] = 3 - predicted[7];
    try (OutputStream out = Files.newOutputStream(file)) {
      NpyFile.writeInts(out, predicted, predicted.length);
    }

    VerifyResult result = recordings.verify(copy);

    assertThat(result.verdict()).isEqualTo(new Verdict.Diverged(4));
    assertThat(result.predictions().get("test").differing()).isEqualTo(1);
    assertThat(result.predictions().get("test").otherClass()).isEqualTo(1);
    assertThat(result.predictions().get("train").differing()).isZero();
  }

  @Test
  void aFinalMetricThatIsAnotherIsGivenWithBothValues() throws Exception {
    RunFolder copy = recordings.copy(finished);
    Recordings.record(copy, run -> metrics(run).put("test.accuracy", 0.5));

    VerifyResult result = recordings.verify(copy);

    assertThat(result.verdict()).isEqualTo(new Verdict.Diverged(4));
    assertThat(result.metrics()).containsOnlyKeys("test.accuracy");
    assertThat(result.metrics().get("test.accuracy").recorded()).isEqualTo("0.5");
  }

  @Test
  void filesThatAreMissingAreSaid() throws Exception {
    RunFolder copy = recordings.copy(finished);
    Files.delete(copy.bestModel());
    Files.delete(copy.predictions(Split.TEST, "labels"));

    VerifyResult result = recordings.verify(copy);

    assertThat(result.verdict()).isEqualTo(new Verdict.Identical());
    assertThat(result.notCompared())
        .containsExactly(
            "model/best.zip does not exist", "predictions/test-labels.npy does not exist");
    assertThat(result.predictions()).containsOnlyKeys("train", "validation");
  }

  @Test
  void predictionsOfFewerImagesAreOthers() throws Exception {
    RunFolder copy = recordings.copy(finished);
    shorten(copy, 20);

    VerifyResult result = recordings.verify(copy);

    assertThat(result.verdict()).isEqualTo(new Verdict.Diverged(4));
    assertThat(result.firstDifference()).isNotNull();
    assertThat(result.firstDifference().sentence())
        .endsWith(
            "how many predictions of test there are differs:"
                + " 25 images of 4 classes instead of 20 images of 4 classes");
  }

  @Test
  void lossesThatTheJournalDoesNotTellOfAreNotCalledCompared() throws Exception {
    RunFolder copy = recordings.copy(finished);
    List<String> lines = Files.readAllLines(copy.journal());
    Files.write(
        copy.journal(),
        lines.stream().filter(line -> !line.matches(".*\"update\":[5-7],.*")).toList());

    VerifyResult result = recordings.verify(copy);

    assertThat(result.verdict()).isEqualTo(new Verdict.Identical());
    assertThat(result.updates()).isEqualTo(9);
    assertThat(result.notCompared())
        .containsExactly("the losses of 3 updates, which the journal does not tell of");
  }

  @Test
  void epochsOfWhichNothingIsToldAreNoProof() throws Exception {
    RunFolder copy = recordings.copy(finished);
    List<String> lines = Files.readAllLines(copy.journal());
    Files.write(
        copy.journal(),
        lines.stream().filter(line -> !line.matches(".*\"epoch\":[01],.*")).toList());

    assertThatThrownBy(() -> recordings.verify(copy, 1, 1024, () -> false))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("nothing to compare with");
  }

  @Test
  void ofTheFirstEpochsOnlyTheirCheckpointIsCompared() {
    VerifyResult result = recordings.verify(finished, 2, 1024, () -> false);

    assertThat(result.verdict()).isEqualTo(new Verdict.Identical());
    assertThat(result.epochs()).extracting(EpochComparison::epoch).containsExactly(0, 1, 2);
    assertThat(result.parameters()).containsOnlyKeys("checkpoints/epoch-2.zip");
    assertThat(result.predictions()).isEmpty();
    assertThat(result.metricsCompared()).isZero();
  }

  @Test
  void aRunThatWasStoppedInAnEpochIsComparedToItsLastUpdate() throws Exception {
    RunFolder stopped = recordings.run(after(5));

    VerifyResult result = recordings.verify(stopped);

    assertThat(result.verdict()).isEqualTo(new Verdict.Identical());
    assertThat(result.epochs()).extracting(EpochComparison::epoch).containsExactly(0, 1);
    assertThat(result.updates()).isEqualTo(5);
    assertThat(result.parameters()).containsOnlyKeys("best", "final");
  }

  @Test
  void aRunThatWasFoundDeadIsComparedAsFarAsItsJournalGoes() throws Exception {
    RunFolder dead = recordings.copy(finished);
    List<String> lines = Files.readAllLines(dead.journal());
    int third =
        lines.indexOf(
            lines.stream().filter(l -> l.contains("\"epoch\":3,")).findFirst().orElseThrow());
    Files.write(dead.journal(), lines.subList(0, third + 2));
    Recordings.record(dead, run -> metrics(run.put("status", "CRASHED")).removeAll());

    VerifyResult result = recordings.verify(dead);

    assertThat(result.verdict()).isEqualTo(new Verdict.Identical());
    assertThat(result.epochs()).hasSize(4);
    assertThat(result.updates()).isGreaterThanOrEqualTo(9);
    assertThat(result.parameters()).containsOnlyKeys("checkpoints/epoch-2.zip");
    assertThat(result.notCompared()).singleElement().asString().startsWith("the models, ");
  }

  @Test
  void aLossThatIsNoNumberIsNoNumberAgain() throws Exception {
    RunFolder failed =
        recordings.run(() -> false, "training.updater={type: sgd, learningRate: 1e38}");

    VerifyResult result = recordings.verify(failed);

    assertThat(result.verdict()).isEqualTo(new Verdict.Identical());
    assertThat(result.updates())
        .isEqualTo(Files.readString(failed.journal()).split("\"entry\":\"update\",").length - 1);
  }

  @Test
  void aRunThatStoppedEarlyStopsThereAgain() throws Exception {
    RunFolder early =
        recordings.run(
            () -> false,
            "training.earlyStopping={patience: 1, minDelta: 10}",
            "evaluate.model=best");

    VerifyResult result = recordings.verify(early);

    assertThat(result.verdict()).isEqualTo(new Verdict.Identical());
    assertThat(result.epochs()).hasSize(3);
    assertThat(result.predictions()).hasSize(3);
  }

  @Test
  void otherDataAreSaidBeforeAnythingIsTrained() throws Exception {
    RunFolder copy = recordings.copy(finished);
    Recordings.record(
        copy, run -> ((ObjectNode) run.at("/dataset/splits/train")).put("sha256", "0".repeat(64)));

    VerifyResult result = recordings.verify(copy);

    assertThat(result.verdict()).isEqualTo(new Verdict.Diverged(0));
    assertThat(result.data()).containsOnlyKeys("train");
    assertThat(result.epochs()).isEmpty();
  }

  @Test
  void whoeverWantsNoMoreGetsNoVerdict() {
    assertThat(recordings.verify(finished, 4, 1024, after(5)).verdict())
        .isEqualTo(new Verdict.Stopped(1));
  }

  @Test
  void aRunThatGoesOnIsRefused() throws Exception {
    RunFolder copy = recordings.copy(finished);
    Recordings.record(copy, run -> run.put("status", "RUNNING").remove("ended"));

    refused(copy, "goes on", "./run stop");
  }

  @Test
  void withoutAHistoryThereIsNothingToVerify() throws Exception {
    RunFolder copy = recordings.copy(finished);
    Files.delete(copy.journal());

    refused(copy, "nothing to compare with", "journal.jsonl", "./run rerun");
  }

  @Test
  void aPlanThatIsNotTheRecordedOneIsRefused() throws Exception {
    RunFolder copy = recordings.copy(finished);
    Files.writeString(
        copy.plan(),
        Files.readString(copy.plan()).replace("\"batchSize\" : 20", "\"batchSize\" : 10"));

    refused(copy, "plan.json is not the plan that the run was recorded with");
  }

  @Test
  void aDamagedModelIsRefusedBeforeAnythingIsTrained() throws Exception {
    RunFolder copy = recordings.copy(finished);
    byte[] model = Files.readAllBytes(copy.finalModel());
    Files.write(copy.finalModel(), Arrays.copyOf(model, model.length / 2));

    refused(copy, "final.zip is no DL4J model");
  }

  /** Leaves the first images of test in each file of predictions. */
  private static void shorten(RunFolder folder, int images) throws Exception {
    for (String what : List.of("labels", "predicted", "indices")) {
      Path file = folder.predictions(Split.TEST, what);
      int[] values = NpyFile.readInts(file);
      try (OutputStream out = Files.newOutputStream(file)) {
        NpyFile.writeInts(out, Arrays.copyOf(values, images), images);
      }
    }
    Path file = folder.predictions(Split.TEST, "probabilities");
    float[] values = NpyFile.readFloats(file);
    int classes = Recordings.CLASSES;
    try (OutputStream out = Files.newOutputStream(file)) {
      NpyFile.writeFloats(out, Arrays.copyOf(values, images * classes), images, classes);
    }
  }

  private static void refused(RunFolder folder, String... words) {
    assertThatThrownBy(() -> recordings.verify(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(words);
  }

  /** Asked before each update. */
  private static StopWish after(int updates) {
    AtomicInteger asked = new AtomicInteger();
    return () -> asked.incrementAndGet() > updates + 1;
  }

  private static ObjectNode metrics(ObjectNode run) {
    return (ObjectNode) run.get("metrics");
  }

  /** With the next double in place of a metric's. */
  private static String nudged(String line, String metric) {
    int start = line.indexOf("\"" + metric + "\":") + metric.length() + 3;
    int end = start;
    while (",}".indexOf(line.charAt(end)) < 0) {
      end++;
    }
    double value = Double.parseDouble(line.substring(start, end));
    return line.substring(0, start) + Math.nextUp(value) + line.substring(end);
  }
}
