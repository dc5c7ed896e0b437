package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.data.NpyFile;
import dev.epochal.core.data.Split;
import dev.epochal.core.json.Json;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.engine.network.SavedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A disk that fills up at different moments of a run. */
final class DiskFullIT {
  private static final int EPOCHS = 12;
  private static final int ROOMY = 4_000;

  @TempDir Path home;

  /** When the disk is full. */
  enum Moment {
    BEFORE_ANYTHING(64, folder -> false),
    WITH_THE_REGISTRY(
        ROOMY, folder -> Files.exists(folder.path().resolveSibling("registry.mv.db"))),
    BY_ITSELF(1_030, folder -> false),
    WITH_THE_RECORD(ROOMY, folder -> Files.exists(folder.record())),
    WITH_THE_FIRST_LINE_OF_THE_JOURNAL(ROOMY, folder -> epochs(folder) > 0),
    AFTER_THE_FIRST_EPOCH(ROOMY, folder -> epochs(folder) > 1),
    IN_MID_TRAINING(ROOMY, folder -> epochs(folder) > EPOCHS / 2),
    WITH_A_CHECKPOINT(ROOMY, folder -> Files.isDirectory(folder.checkpoints())),
    WITH_THE_MODEL(ROOMY, folder -> Files.exists(folder.finalModel())),
    WITH_THE_PREDICTIONS(
        ROOMY, folder -> Files.exists(folder.predictions(Split.VALIDATION, "labels"))),
    WITH_THE_FIGURES(ROOMY, folder -> Files.exists(folder.figureData("loss-history"))),
    WITH_THE_LAST_FIGURE(ROOMY, folder -> Files.exists(folder.figureDrawing("confusion-matrices"))),
    WITH_THE_LAST_RECORD(ROOMY, DiskFullIT::isOver);

    private final int kibibytes;
    private final Predicate<RunFolder> reached;

    /** {@code kibibytes}: the disk's size; {@code reached}: when it is filled by others. */
    Moment(int kibibytes, Predicate<RunFolder> reached) {
      this.kibibytes = kibibytes;
      this.reached = reached;
    }

    boolean isBeforeTraining() {
      return this == BEFORE_ANYTHING || this == WITH_THE_REGISTRY;
    }
  }

  @BeforeAll
  static void aDiskCanBeMounted() throws IOException {
    assumeTrue(SmallDisk.possible(), "needs root, to mount a small disk");
  }

  @ParameterizedTest
  @EnumSource(names = {"WITH_THE_REGISTRY", "IN_MID_TRAINING"})
  void aFullDiskIsAnsweredWithASentence(Moment moment) throws Exception {
    check(moment);
  }

  @Tag("soak")
  @ParameterizedTest
  @EnumSource
  void aFullDiskIsAnsweredWithASentenceAtAnyMoment(Moment moment) throws Exception {
    check(moment);
  }

  private void check(Moment moment) throws Exception {
    Program program = new Program(home);
    Path spec = program.spec("tiny.yaml", Specs.MLP);
    try (SmallDisk disk = SmallDisk.mount(program.runs(), moment.kibibytes)) {
      Program.Running running = program.start(spec, "training.epochs=" + EPOCHS);
      if (awaited(program, running.process(), moment.reached)) {
        disk.fill();
      }
      Program.Result ran = running.end();
      System.out.println(moment + ": exit " + ran.exit() + "\n" + notes(ran));
      assertThat(ran.err()).doesNotContain("\tat ", "Exception");
      // Between the record and its entry in the registry, a run can still be refused.
      boolean refused =
          moment.isBeforeTraining() || (moment == Moment.WITH_THE_RECORD && ran.exit() == 1);
      if (refused) {
        refused(program, ran);
      } else {
        recorded(program, ran, moment);
      }
      everyFileIsWhole(program.runs());
      disk.makeRoom();
      theRegistryOpens(program, refused);
    }
  }

  private static String notes(Program.Result ran) {
    return String.join(
        "\n",
        ran.err().lines().filter(line -> line.matches("    .*|.*(room|RECORDED).*")).toList());
  }

  private static void refused(Program program, Program.Result ran) throws IOException {
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("No space left on device", "make room");
    assertThat(ran.err().lines()).hasSizeLessThan(4);
    try (Stream<Path> left = Files.list(program.runs())) {
      assertThat(left).noneMatch(Files::isDirectory);
    }
  }

  private static void recorded(Program program, Program.Result ran, Moment moment)
      throws IOException {
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.err()).contains("epoch " + EPOCHS + "/" + EPOCHS, "FINISHED");
    RunFolder folder = new RunFolder(program.runFolders().get(0));
    RunRecord record = Json.read(folder.record(), RunRecord.class);
    assertThat(record.status()).isEqualTo(RunStatus.FINISHED);
    assertThat(record.metrics()).containsKeys("test.accuracy", "time.train.cpu");
    for (Path file : promised(folder)) {
      // A figure that could not even be made has no ending in its error.
      String path = folder.path().relativize(file).toString();
      String name = path.startsWith("figures/") ? path.substring(0, path.lastIndexOf('.')) : path;
      if (!Files.exists(file)) {
        assertThat(record.recordingErrors())
            .as(moment + ": " + name)
            .anyMatch(e -> e.contains(name));
      }
    }
    if (!record.recordingErrors().isEmpty()) {
      assertThat(ran.err()).contains("NOT EVERYTHING WAS RECORDED");
    }
    assertThat(epochs(folder)).as("epochs in the journal").isEqualTo(EPOCHS + 1);
  }

  private static void theRegistryOpens(Program program, boolean refused) throws Exception {
    Program.Result list = program.run("list", "--json");
    assertThat(list.exit()).as(list.err()).isZero();
    if (refused) {
      assertThat(list.json()).isEmpty();
    } else {
      assertThat(list.json().path(0).path("status").asText()).isEqualTo("FINISHED");
      JsonNode run = program.run("show", "latest", "--json").json();
      assertThat(run.path("history").path("train.loss")).hasSize(EPOCHS);
    }
  }

  private static List<Path> promised(RunFolder folder) {
    List<Path> files =
        new ArrayList<>(
            List.of(
                folder.finalModel(),
                folder.bestModel(),
                folder.figureData("loss-history"),
                folder.figureDrawing("loss-history"),
                folder.figureData("confusion-matrices"),
                folder.figureDrawing("confusion-matrices")));
    for (Split split : Split.values()) {
      for (String what : List.of("labels", "predicted", "probabilities", "indices")) {
        files.add(folder.predictions(split, what));
      }
    }
    return files;
  }

  /** Whatever has a final name can be read. */
  private static void everyFileIsWhole(Path runs) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(runs)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String name = file.getFileName().toString();
      // Where processes wait for their turn at the registry; empty.
      assertThat(name)
          .matches(other -> !other.startsWith(".") || other.equals(".registry.mv.db.next"));
      if (name.endsWith(".json")) {
        assertThat(Json.read(file, JsonNode.class)).as(name).isNotNull();
      } else if (name.endsWith(".npy")) {
        assertThat(readable(file)).as(name).isTrue();
      } else if (name.endsWith(".png")) {
        assertThat(ImageIO.read(file.toFile())).as(name).isNotNull();
      } else if (file.getParent().endsWith("model")) {
        assertThat(SavedModel.load(file).dl4j().numParams()).as(name).isPositive();
      } else if (name.endsWith(".zip")) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
          for (ZipEntry entry : Collections.list(zip.entries())) {
            // Reading to its end compares the checksum.
            assertThat(zip.getInputStream(entry).readAllBytes()).as(name).isNotEmpty();
          }
        }
      } else if (name.endsWith(".jsonl")) {
        for (String line : Files.readAllLines(file)) {
          assertThat(Json.parse(line, JournalEntry.class)).isNotNull();
        }
      }
    }
  }

  private static boolean readable(Path npy) throws IOException {
    String name = npy.getFileName().toString();
    if (name.equals("images.npy")) {
      // A header of 128 bytes, then 28 x 28 bytes for each image.
      return Files.size(npy) > 128 && (Files.size(npy) - 128) % 784 == 0;
    }
    return name.endsWith("probabilities.npy")
        ? NpyFile.readFloats(npy).length > 0
        : NpyFile.readInts(npy).length > 0;
  }

  /** Looks often: what follows a moment follows soon. */
  private static boolean awaited(Program program, Process process, Predicate<RunFolder> reached)
      throws IOException {
    while (process.isAlive()) {
      List<Path> folders = program.runFolders();
      RunFolder folder =
          folders.isEmpty() ? RunFolder.of(program.runs(), "none") : new RunFolder(folders.get(0));
      if (reached.test(folder)) {
        return true;
      }
      LockSupport.parkNanos(500_000);
    }
    return false;
  }

  /** Epochs in the journal, that before training included. */
  private static long epochs(RunFolder folder) {
    try (Stream<String> lines = Files.lines(folder.journal())) {
      return lines.filter(line -> line.startsWith("{\"entry\":\"epoch\"")).count();
    } catch (IOException notYet) {
      return 0;
    }
  }

  private static boolean isOver(RunFolder folder) {
    return Files.exists(folder.record())
        && Json.read(folder.record(), RunRecord.class).status().isOver();
  }
}
