package dev.epochal.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.epochal.core.json.Json;
import dev.epochal.core.plan.OnNonFinite;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.plan.SeedPlan;
import dev.epochal.core.plan.UpdaterPlan;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.engine.network.Network;
import dev.epochal.engine.network.ParameterSnapshot;
import dev.epochal.engine.network.TinyNetwork;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A checkpoint's file: what is in it, and that nothing else is taken for one. */
final class CheckpointTest {
  private static final SeedPlan SEEDS = SeedPlan.derived(1729);
  private static final RunPlan PLAN = TinyRun.plan(SEEDS);

  private static TrainingState state;

  @TempDir Path folder;

  private Path file;
  private Map<String, byte[]> entries;

  @BeforeAll
  static void anEpochAndABit() {
    state = TinyRun.stoppedAfter(6, PLAN).outcome.state();
  }

  @BeforeEach
  void itsFile() throws IOException {
    file = folder.resolve("checkpoint.zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      Checkpoint.write(state, PLAN, out);
    }
    entries = new TreeMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
  }

  @Test
  void holdsWhereTrainingStandsAsJsonAndNumPysArrays() {
    assertThat(entries)
        .containsOnlyKeys("best.npy", "checkpoint.json", "parameters.npy", "updater.npy");
    assertThat(header())
        .contains("\"version\" : 1", "\"epochs\" : 1", "\"updates\" : 6", "\"batches\" : 2")
        .contains(PLAN.sha256());
    assertThat(Checkpoint.load(file, PLAN).progress()).isEqualTo(state.progress());
  }

  @Test
  void anotherPlansIsRefused() {
    RunPlan other = TinyRun.plan(SeedPlan.derived(2));

    assertThatThrownBy(() -> Checkpoint.load(file, other))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining(file + " is a checkpoint of another plan");
  }

  @Test
  void oneOfALaterVersionIsRefused() throws IOException {
    entries.put("checkpoint.json", "{\"version\": 2, \"new\": 1}".getBytes(StandardCharsets.UTF_8));

    assertRefused("is a checkpoint of version 2; this program reads 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "progress", "sums", "best", "counted"})
  void oneWhoseHeaderLacksSomethingIsRefused(String key) throws IOException {
    ObjectNode json = (ObjectNode) Json.mapper().readTree(header());
    ObjectNode owner = json.has(key) ? json : (ObjectNode) json.get("progress");
    assertThat(owner.remove(key)).isNotNull();
    entries.put("checkpoint.json", json.toString().getBytes(StandardCharsets.UTF_8));

    assertRefused("is no checkpoint: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"checkpoint.json", "parameters.npy", "updater.npy", "best.npy"})
  void oneThatLacksAnEntryIsRefused(String name) throws IOException {
    entries.remove(name);

    assertRefused("has no entry " + name);
  }

  @ParameterizedTest
  @CsvSource({"parameters.npy, 4", "best.npy, 4", "updater.npy, 1"})
  void oneWithACutArrayIsRefused(String name, int bytes) throws IOException {
    byte[] whole = entries.get(name);
    entries.put(name, java.util.Arrays.copyOf(whole, whole.length - bytes));

    assertRefused(name + ": is cut or damaged");
  }

  @Test
  void oneWithFarTooLargeAnArrayIsRefusedBeforeItIsRead() throws IOException {
    entries.put("parameters.npy", new byte[1 << 20]);

    assertRefused("parameters.npy has over ");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"epochs\" : 1', '\"epochs\" : 4'",
    "'\"epochs\" : 1', '\"epochs\" : -1'",
    "'\"batches\" : 2', '\"batches\" : 3'",
    "'\"updates\" : 6', '\"updates\" : 7'",
    "'\"epoch\" : 1', '\"epoch\" : 2'"
  })
  void oneThatTellsOfImpossibleProgressIsRefused(String written, String changed)
      throws IOException {
    assertThat(header()).contains(written);
    entries.put(
        "checkpoint.json", header().replace(written, changed).getBytes(StandardCharsets.UTF_8));

    assertRefused("tells of progress that its plan does not allow");
  }

  @Test
  void oneOfWhichABitWasFlippedIsRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    assertThatThrownBy(() -> Checkpoint.load(file, PLAN))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining(file + " is damaged");
  }

  @Test
  void aTornFileIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> Checkpoint.load(file, PLAN))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining(file + " is damaged, or no checkpoint");
  }

  @Test
  void oneThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Checkpoint.load(folder.resolve("none.zip"), PLAN))
        .hasMessageContaining("none.zip does not exist");
  }

  @Test
  void stateOfAnotherUpdaterIsRefusedByTheNetwork() {
    RunPlan adam =
        TinyRun.plan(
            SEEDS,
            TinyNetwork.PLAN,
            TinyRun.training(
                32, true, 3, new UpdaterPlan.Adam(1e-3, 0.9, 0.999, 1e-8), OnNonFinite.STOP));
    Network network = Network.create(adam.network(), adam.training().updater(), SEEDS);
    ParameterSnapshot before = network.snapshot();

    assertThatThrownBy(() -> network.restore(state.parameters(), state.updaterState(), 6))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining("numbers of updater state");
    assertThat(network.snapshot().values()).containsExactly(before.values());
  }

  private String header() {
    return new String(entries.get("checkpoint.json"), StandardCharsets.UTF_8);
  }

  private void assertRefused(String message) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    assertThatThrownBy(() -> Checkpoint.load(file, PLAN))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(message);
  }
}
