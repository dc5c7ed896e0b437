package dev.epochal.runner.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether runs differ in one thing alone is said, and what only follows from it is not counted. */
class FactorsTest {
  @TempDir Path home;

  private RecordedRuns runs;

  @BeforeEach
  void aRunToCompareWith() throws Exception {
    runs = new RecordedRuns(home);
    runs.run("a").record();
  }

  @Test
  void oneParamAlone() throws Exception {
    runs.run("b", "training.batchSize=10").hash('0').record();

    assertThat(runs.sentence("a", "b")).isEqualTo("differs in training.batchSize (20, 10) alone");
  }

  @Test
  void theThreadCountBesideAParamIsConfounding() throws Exception {
    runs.run("b", "training.batchSize=10")
        .environment("native.threads", "1")
        .environment("env.OMP_NUM_THREADS", "1")
        .record();

    assertThat(runs.sentence("a", "b"))
        .startsWith(
            "differs in more than training.batchSize (20, 10): also the thread count (2, 1)");
  }

  @Test
  void whatCannotChangeNumbersDoesNotCount() throws Exception {
    runs.run(
            "b", "training.batchSize=10", "training.checkpoint.every=2", "evaluate.examples.rows=2")
        .environment("memory.bytes", "1")
        .environment("jvm.options", "-Xmx2g")
        .hash('0')
        .record();

    assertThat(runs.sentence("a", "b")).isEqualTo("differs in training.batchSize (20, 10) alone");
  }

  @Test
  void theSameAgainEndsWithTheSameBitsOrThatIsSaid() throws Exception {
    runs.run("b").record();
    runs.run("c").hash('0').record();

    assertThat(runs.sentence("a", "b"))
        .isEqualTo(
            "differs in nothing that could change its numbers, and its parameters are the same to"
                + " the bit");
    assertThat(runs.sentence("a", "c"))
        .isEqualTo(
            "differs in nothing that could change its numbers, yet its parameters are not the"
                + " same");
  }

  @Test
  void aSeedBringsItsImagesAndComesLast() throws Exception {
    runs.run("b", "seed=2").hash('0').record();
    runs.run("c", "seed=2", "training.shuffle=false").hash('0').record();

    assertThat(runs.sentence("a", "b"))
        .isEqualTo(
            "differs in seed (1, 2) alone, which brings the images of train, validation, test");
    assertThat(runs.sentence("a", "c"))
        .startsWith("differs in more than training.shuffle (true, false): also seed (1, 2)");
  }

  @Test
  void aLayerThatIsNotThereIsOneFactor() throws Exception {
    runs.run("b", "~network.layers.drop").hash('0').record();

    assertThat(runs.sentence("a", "b"))
        .isEqualTo("differs in network.layers.drop (dropout, none) alone");
  }

  @Test
  void whatOnlyOneUpdaterHasFollowsFromItsTypeAndTheLearningRateDoesNot() throws Exception {
    runs.run("b", "training.updater={type: adam, learningRate: 0.05}").hash('0').record();
    runs.run("c", "training.updater={type: adam, learningRate: 0.001}").hash('0').record();

    assertThat(runs.sentence("a", "b"))
        .isEqualTo("differs in training.updater.type (sgd, adam) alone");
    assertThat(runs.sentence("a", "c"))
        .isEqualTo(
            "differs in more than training.updater.type (sgd, adam): also"
                + " training.updater.learningRate (0.05, 0.001)");
  }

  @Test
  void earlyStoppingBringsTheModelThatIsEvaluated() throws Exception {
    runs.run("b", "training.earlyStopping.patience=2").hash('0').record();
    runs.run("c", "training.earlyStopping.patience=2", "evaluate.model=final").hash('0').record();

    assertThat(runs.sentence("a", "b"))
        .startsWith("differs in training.earlyStopping (none, ")
        .endsWith(" alone, which brings evaluate.model");
    assertThat(runs.sentence("a", "c"))
        .startsWith("differs in training.earlyStopping (none, ")
        .endsWith(" alone");
  }

  @Test
  void aVariantBringsWhatItSetsAndNothingElse() throws Exception {
    runs.run("wide", "variant=wide").hash('0').record();
    runs.run("gentle", "variant=gentle").hash('0').record();
    runs.run("more", "variant=wide", "training.batchSize=10").hash('0').record();

    assertThat(runs.sentence("a", "wide"))
        .isEqualTo(
            "differs in variant (base, wide) alone, which brings network.layers.hidden.nOut");
    assertThat(runs.sentence("a", "gentle"))
        .isEqualTo(
            "differs in variant (base, gentle) alone, which brings network.layers.drop.rate and"
                + " training.updater.learningRate");
    assertThat(runs.sentence("a", "more"))
        .isEqualTo(
            "differs in more than variant (base, wide), which brings network.layers.hidden.nOut:"
                + " also training.batchSize (20, 10)");
  }

  @Test
  void whatFollowsFromWhatAVariantSetsFollowsFromTheVariant() throws Exception {
    runs.run("deep", "variant=deep").hash('0').record();
    runs.run("adaptive", "variant=adaptive").hash('0').record();

    assertThat(runs.sentence("a", "deep"))
        .startsWith("differs in variant (base, deep) alone, which brings ")
        .contains("network.layers.second.activation");
    assertThat(runs.sentence("a", "adaptive"))
        .startsWith("differs in variant (base, adaptive) alone, which brings evaluate.model, ");
  }

  @Test
  void whatTheCommandLineSetDoesNotFollowFromTheVariant() throws Exception {
    runs.run("b", "variant=gentle", "training.updater.learningRate=0.2").hash('0').record();

    assertThat(runs.sentence("a", "b"))
        .startsWith("differs in more than ")
        .contains("variant (base, gentle), which brings network.layers.drop.rate")
        .contains("training.updater.learningRate (0.05, 0.2)");
  }

  @Test
  void aVariantThatSetsNothingOtherwiseIsNoReason() throws Exception {
    runs.withoutVariants("plain").record();
    runs.withoutVariants("other", "training.batchSize=10").hash('0').record();

    assertThat(runs.sentence("a", "plain")).startsWith("differs in nothing that could change");
    assertThat(runs.sentence("a", "other"))
        .isEqualTo("differs in training.batchSize (20, 10) alone");
  }

  @Test
  void normalisingBringsNoOtherImages() throws Exception {
    runs.run("b", "data.normalize=none", "seed=2").hash('0').record();

    assertThat(runs.sentence("a", "b"))
        .isEqualTo(
            "differs in more than data.normalize (unit, none): also seed (1, 2), which brings the"
                + " images of train, validation, test");
  }

  @Test
  void whatAFactorBringsIsToldFromTheNextFactor() throws Exception {
    runs.run("b", "seed=2", "training.shuffle=false")
        .environment("native.threads", "1")
        .hash('0')
        .record();

    assertThat(runs.sentence("a", "b"))
        .endsWith(
            ": also seed (1, 2), which brings the images of train, validation, test;"
                + " the thread count (2, 1)");
  }

  @Test
  void theCodeCountsWithItsUncommittedChanges() throws Exception {
    runs.run("later").environment("git.commit", "b".repeat(40)).record();
    runs.run("changed").diff("+ x\n").record();
    runs.run("alike").diff("+ x\n").record();

    assertThat(runs.sentence("a", "later")).startsWith("differs in the code (aaaaaaa, bbbbbbb)");
    assertThat(runs.sentence("a", "changed")).startsWith("differs in uncommitted changes (none, ");
    assertThat(runs.sentence("changed", "alike")).startsWith("differs in nothing");
  }

  @Test
  void otherImagesWithoutAReasonAreAFactor() throws Exception {
    runs.run("b").testSha256("0".repeat(64)).record();

    assertThat(runs.sentence("a", "b")).startsWith("differs in the images of test (sha256 ");
  }
}
