package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.json.Json;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.run.CheckpointName;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.engine.network.SavedModel;
import dev.epochal.engine.train.Checkpoint;
import dev.epochal.engine.train.TrainingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ctrl-C at moments all over the life of a short run, from the start of its JVM to its last figure:
 * each leaves a run that {@code show} explains and a checkpoint that loads, or nothing at all. The
 * moments are drawn from a seed; how far the run is then is the machine's affair.
 */
final class StopAtAnyMomentIT {
  private static final int EPOCHS = 30;

  @TempDir static Path reference;

  /** From the start to the first update, and from the last epoch to the end, in milliseconds. */
  private static long preparing;

  private static long finishing;

  @TempDir Path home;

  private Program program;

  @BeforeAll
  static void howLongARunTakes() throws Exception {
    Program program = new Program(reference);
    long start = System.nanoTime();
    Program.Running running = program.start(program.spec("longer.yaml", Specs.LONGER));
    await(program, running, 0);
    preparing = (System.nanoTime() - start) / 1_000_000;
    await(program, running, EPOCHS);
    long trained = System.nanoTime();
    assertThat(running.end().exit()).isZero();
    finishing = (System.nanoTime() - trained) / 1_000_000;
  }

  /** A place in the life of a run: in [0, 1) before training, in [1, 2) training, then after. */
  static Stream<Double> aSample() {
    return moments(3);
  }

  static Stream<Double> twenty() {
    return moments(20);
  }

  /** One of each third in turn, so that also a few are spread over all of it. */
  private static Stream<Double> moments(int n) {
    SplittableRandom random = new SplittableRandom(1729);
    return IntStream.range(0, n).mapToObj(i -> i % 3 + random.nextDouble());
  }

  @ParameterizedTest
  @MethodSource("aSample")
  void aRunThatIsInterruptedIsExplainedOrNotThere(double moment) throws Exception {
    interruptAndLook(moment);
  }

  @Tag("soak")
  @ParameterizedTest
  @MethodSource("twenty")
  void aRunThatIsInterruptedAtTwentyMomentsIsExplainedOrNotThere(double moment) throws Exception {
    interruptAndLook(moment);
  }

  private void interruptAndLook(double moment) throws Exception {
    program = new Program(home);
    Program.Running running = program.start(program.spec("longer.yaml", Specs.LONGER));
    if (moment < 1) {
      Thread.sleep((long) (moment * preparing));
    } else if (moment < 2) {
      await(program, running, (int) ((moment - 1) * EPOCHS));
    } else {
      await(program, running, EPOCHS);
      Thread.sleep((long) ((moment - 2) * finishing));
    }
    running.interrupt();
    Program.Result ran = running.end();
    if (program.runFolders().isEmpty()) {
      assertThat(ran.exit()).isEqualTo(130);
      assertThat(everythingIn(program.runs())).isEmpty();
    } else {
      RunFolder folder = new RunFolder(program.runFolders().get(0));
      assertExplained(folder, ran);
      assertThat(everythingIn(folder.path())).noneMatch(file -> file.contains(".tmp-"));
    }
  }

  private void assertExplained(RunFolder folder, Program.Result ran) throws Exception {
    Program.Result show = program.run("show", "latest");
    assertThat(show.exit()).isZero();
    RunRecord record = Json.read(folder.record(), RunRecord.class);
    if (record.status() == RunStatus.KILLED) {
      assertThat(ran.exit()).isEqualTo(130);
      assertThat(show.out()).contains("KILLED: asked to stop ", "kept       checkpoints/epoch-");
      assertThat(folder.path().resolve("predictions")).doesNotExist();
    } else {
      assertThat(record.status()).isEqualTo(RunStatus.FINISHED);
      // 0 when it was over before the signal came.
      assertThat(ran.exit()).isIn(0, 130);
      assertThat(show.out()).contains("FINISHED", "epochs     " + EPOCHS + " of " + EPOCHS);
    }
    assertThat(record.recordingErrors()).isEmpty();
    assertThat(SavedModel.load(folder.finalModel()).dl4j().numParams()).isPositive();
    assertThat(SavedModel.load(folder.bestModel()).dl4j().numParams()).isPositive();
    assertCheckpointsLoad(folder);
  }

  private void assertCheckpointsLoad(RunFolder folder) throws Exception {
    RunPlan plan = Json.read(folder.plan(), RunPlan.class);
    JsonNode hashes = program.run("show", "latest", "--json").json().path("hashes");
    List<String> checkpoints = everythingIn(folder.checkpoints());
    assertThat(checkpoints).hasSizeBetween(1, plan.training().checkpoint().keep());
    for (String file : checkpoints) {
      CheckpointName name = CheckpointName.parse(file).orElseThrow();
      TrainingState state = Checkpoint.load(folder.checkpoints().resolve(file), plan);
      assertThat(state.progress().epochs()).isEqualTo(name.epochs());
      assertThat(state.progress().batches()).isEqualTo(name.batches());
      assertThat(hashes.has(Integer.toString(name.epochs()))).isTrue();
    }
  }

  private static List<String> everythingIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> !file.equals(folder))
          .map(file -> folder.relativize(file).toString())
          .toList();
    }
  }

  /** Waits until the journal tells of an epoch, or the run is over. */
  private static void await(Program program, Program.Running running, int epoch) throws Exception {
    String entry = "\"epoch\":" + epoch + ",";
    Await.until(
        () -> !running.process().isAlive() || journal(program).contains(entry),
        () -> "epoch " + epoch + " in the journal");
  }

  private static String journal(Program program) throws IOException {
    List<Path> folders = program.runFolders();
    Path journal = folders.isEmpty() ? null : new RunFolder(folders.get(0)).journal();
    return journal != null && Files.exists(journal) ? Files.readString(journal) : "";
  }
}
