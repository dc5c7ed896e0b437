package dev.epochal.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.json.Json;
import dev.epochal.core.planning.Planner;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.runner.machine.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run that is stopped and goes on ends as one that never stopped, to the bit: dropout, Adam, a
 * schedule, shuffling, early stopping, a last batch that is smaller.
 */
final class ResumedRunTest {
  private static final String SPEC =
      """
      name: tiny
      seed: 5
      data: {dataset: digits, subset: {train: 110, validation: 40, test: 40}}
      network:
        layers:
          - {name: hidden, type: dense, nOut: 8, activation: relu}
          - {name: drop, type: dropout, rate: 0.3}
          - {name: out, type: output}
      training:
        batchSize: 32
        epochs: 6
        updater:
          type: adam
          learningRate: 0.02
          schedule: {type: exponential, factor: 0.9, per: epoch}
        earlyStopping: {metric: validation.loss, patience: 5}
        checkpoint: {every: 2, keep: 2}
      evaluate:
        figures: [loss-history, parameter-histograms]
      """;

  @TempDir static Path home;

  private static Path spec;
  private static Path runs;
  private static Workplace workplace;
  private static RunRecord straight;

  @BeforeAll
  static void aRunThatNeverStops() throws IOException {
    spec = Files.writeString(home.resolve("tiny.yaml"), SPEC);
    runs = home.resolve("runs");
    workplace = Workplace.of(Map.of(), home, runs, runs);
    straight = run(Heard.toTheEnd());
    assertThat(straight.status()).isEqualTo(RunStatus.FINISHED);
  }

  private static RunRecord run(Heard heard, String... overrides) {
    return new RunExecutor(heard)
        .execute(
            new RunRequest(
                Planner.plan(spec, List.of(overrides)),
                "",
                workplace,
                Machine.here(),
                home,
                heard::stops));
  }

  private static RunRecord resume(Heard heard, RunRecord run) {
    RecordedPlan recorded = RecordedPlan.read(RunFolder.of(runs, run.id()));
    return new RunExecutor(heard)
        .resume(new ResumeRequest(recorded, workplace, Machine.here(), home, heard::stops));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 6, 9, 23})
  void goesOnAfterAnyUpdate(int updates) throws Exception {
    RunRecord stopped = run(Heard.stoppingAfter(updates));
    assertThat(stopped.status()).isEqualTo(RunStatus.KILLED);

    RunRecord resumed = resume(Heard.toTheEnd(), stopped);

    assertThat(resumed.status()).isEqualTo(RunStatus.FINISHED);
    SameRun.assertSame(workplace, straight, resumed);
  }

  @Test
  void goesOnHoweverOftenItIsStopped() throws Exception {
    RunRecord stopped = run(Heard.stoppingAfter(3));
    for (int updates : List.of(1, 7, 0, 5)) {
      stopped = resume(Heard.stoppingAfter(updates), stopped);
      assertThat(stopped.status()).isEqualTo(RunStatus.KILLED);
    }

    RunRecord resumed = resume(Heard.toTheEnd(), stopped);

    SameRun.assertSame(workplace, straight, resumed);
    assertThat(resumed.metrics().get("time.train.wall"))
        .isGreaterThan(stopped.metrics().get("time.train.wall"));
    assertThat(RunFolder.of(runs, resumed.id()).log())
        .content()
        .contains(
            "resumed in epoch 1 of 6, after update 3, from",
            "resumed in epoch 3 of 6, after update 11");
  }

  @Test
  void stopsEarlyWhereItWouldHave() throws Exception {
    String[] soon = {"training.earlyStopping.patience=1", "training.earlyStopping.minDelta=0.4"};
    RunRecord early = run(Heard.toTheEnd(), soon);
    assertThat(early.reason()).startsWith("stopped early after epoch ");

    RunRecord resumed = resume(Heard.toTheEnd(), run(Heard.stoppingAfter(5), soon));

    assertThat(resumed.reason()).isEqualTo(early.reason());
    SameRun.assertSame(workplace, early, resumed);
  }

  @Test
  void numbersThatAreNoneStayNone() throws Exception {
    String[] diverging = {
      "training.updater={type: sgd, learningRate: 1e20, momentum: 0.9}",
      "~training.earlyStopping",
      "training.onNonFinite=continue"
    };
    RunRecord diverged = run(Heard.toTheEnd(), diverging);
    assertThat(diverged.reason()).contains("no finite number");

    RunRecord resumed = resume(Heard.toTheEnd(), run(Heard.stoppingAfter(14), diverging));

    assertThat(resumed.reason()).isEqualTo(diverged.reason());
    SameRun.assertSame(workplace, diverged, resumed);
  }

  /** The newest of two checkpoints is damaged, or each of them. */
  @ParameterizedTest
  @CsvSource({
    "1, 'after epoch 2 of 6, from checkpoints/epoch-2.zip'",
    "2, from the beginning: there is no checkpoint that can be read"
  })
  void takesTheNewestCheckpointThatCanBeRead(int damaged, String from) throws Exception {
    RunRecord stopped = run(Heard.stoppingAfter(14));
    RunFolder folder = RunFolder.of(runs, stopped.id());
    List<String> newestFirst = List.of("epoch-3-batch-2.zip", "epoch-2.zip");
    for (String file : newestFirst.subList(0, damaged)) {
      byte[] bytes = Files.readAllBytes(folder.checkpoints().resolve(file));
      bytes[bytes.length / 2] ^= 1;
      Files.write(folder.checkpoints().resolve(file), bytes);
    }
    Heard heard = Heard.toTheEnd();

    RunRecord resumed = resume(heard, stopped);

    assertThat(heard.from).containsExactly(from);
    assertThat(heard.messages).anyMatch(said -> said.contains("epoch-3-batch-2.zip is damaged"));
    assertThat(folder.checkpoints().resolve("unreadable-epoch-3-batch-2.zip")).exists();
    SameRun.assertSame(workplace, straight, resumed);
  }

  @Test
  void withoutAnyCheckpointItBeginsAnew() throws Exception {
    RunRecord stopped = run(Heard.stoppingAfter(3));
    Files.delete(RunFolder.of(runs, stopped.id()).checkpoints().resolve("epoch-0-batch-3.zip"));
    Heard heard = Heard.toTheEnd();

    RunRecord resumed = resume(heard, stopped);

    assertThat(heard.from).containsExactly("from the beginning: there is no checkpoint");
    SameRun.assertSame(workplace, straight, resumed);
  }

  @Test
  void otherDataAreRefusedBeforeAnythingIsChanged() throws Exception {
    RunRecord stopped = run(Heard.stoppingAfter(3));
    RunFolder folder = RunFolder.of(runs, stopped.id());
    DatasetRecord used = stopped.dataset();
    TreeMap<String, DatasetRecord.SplitRecord> splits = new TreeMap<>(used.splits());
    splits.put("train", new DatasetRecord.SplitRecord(110, "a".repeat(64)));
    splits.put("test", new DatasetRecord.SplitRecord(41, "b".repeat(64)));
    RunRecord other =
        stopped.withDataset(
            new DatasetRecord(
                used.requested(),
                used.used(),
                null,
                used.source(),
                used.shape(),
                used.classNames(),
                splits,
                0));
    Files.writeString(folder.record(), Json.pretty(other));
    String journal = Files.readString(folder.journal());

    assertThatThrownBy(() -> resume(Heard.toTheEnd(), stopped))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the train split is not the one that the run used: sha256 was aaaa")
        .hasMessageContaining(used.splits().get("train").sha256())
        .hasMessageContaining("the test split is not the one")
        .hasMessageContaining("(41 images)");
    assertThat(Json.read(folder.record(), RunRecord.class)).isEqualTo(other);
    assertThat(folder.journal()).hasContent(journal);
  }

  @Test
  void aFallbackThatWasUsedAndIsNotAnyMoreIsRefused() throws Exception {
    RunRecord stopped = run(Heard.stoppingAfter(3));
    DatasetRecord used = stopped.dataset();
    RunRecord other =
        stopped.withDataset(
            new DatasetRecord(
                "digits",
                "mnist",
                "no network",
                used.source(),
                used.shape(),
                used.classNames(),
                used.splits(),
                0));
    Files.writeString(RunFolder.of(runs, stopped.id()).record(), Json.pretty(other));

    assertThatThrownBy(() -> resume(Heard.toTheEnd(), stopped))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the run used mnist instead of digits (no network), and now")
        .hasMessageContaining("leads to digits");
  }

  @Test
  void aRunThatIsOverIsRefused() {
    RunRecord finished = run(Heard.toTheEnd(), "training.epochs=1");

    assertThatThrownBy(() -> resume(Heard.toTheEnd(), finished))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("is FINISHED");
  }

  @Test
  void anotherEnvironmentIsRecordedInJournalAndLog() throws Exception {
    RunRecord stopped = run(Heard.stoppingAfter(3));
    RunFolder folder = RunFolder.of(runs, stopped.id());
    String environment = Files.readString(folder.environment());
    Files.writeString(
        folder.environment(),
        environment.replaceFirst("\"native.threads\" : \"\\d+\"", "\"native.threads\" : \"77\""));

    resume(Heard.toTheEnd(), stopped);

    assertThat(folder.journal())
        .content()
        .containsPattern("\"entry\":\"resumed\".*\"native.threads\":\\{\"before\":\"77\",\"now\":");
    assertThat(folder.log()).content().containsPattern("resumed .*native.threads is \\d+, was 77");
  }

  /** What a run said, and when it is to stop. */
  private static final class Heard extends SilentListener {
    final List<String> messages = new ArrayList<>();
    final List<String> from = new ArrayList<>();
    private final int updates;
    private int made;

    private Heard(int updates) {
      this.updates = updates;
    }

    static Heard toTheEnd() {
      return new Heard(Integer.MAX_VALUE);
    }

    static Heard stoppingAfter(int updates) {
      return new Heard(updates);
    }

    boolean stops() {
      return made >= updates;
    }

    @Override
    public void updated(int images, double loss) {
      made++;
    }

    @Override
    public void message(String sentence) {
      messages.add(sentence);
    }

    @Override
    public void resumed(Resumption how) {
      from.add(how.from());
    }
  }
}
