package dev.epochal.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.data.Split;
import dev.epochal.core.plan.SeedPlan;
import dev.epochal.core.plan.UpdaterPlan;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.stats.Predictions;
import dev.epochal.engine.dataset.PreparedData;
import dev.epochal.engine.dataset.TinyData;
import dev.epochal.engine.evaluate.Evaluator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models on disk. */
final class SavedModelTest {
  private static final UpdaterPlan MOMENTUM = new UpdaterPlan.Sgd(0.01, 0.9);

  private final PreparedData data = TinyData.digits(TinyData.sizes(10, 10, 30), 1);

  @TempDir Path folder;

  @Test
  void aModelReadBackPredictsTheSameToTheBit() throws IOException {
    Network network = network(MOMENTUM);
    Predictions inMemory = new Evaluator(data, Split.TEST).predict(network);
    SavedModel loaded = SavedModel.load(write(network, network.snapshot()));

    assertThat(predict(loaded).probabilities()).isEqualTo(inMemory.probabilities());
    assertThat(predict(loaded).loss()).isEqualTo(inMemory.loss());
    assertThat(ParameterHash.sha256(loaded.dl4j().params())).isEqualTo(network.parametersSha256());
  }

  @Test
  void theParametersGivenAreWrittenAndNotTheNetworksOwn() throws IOException {
    Network network = network(MOMENTUM);
    Network other = Network.create(TinyNetwork.PLAN, MOMENTUM, SeedPlan.derived(2));
    SavedModel loaded = SavedModel.load(write(network, other.snapshot()));

    assertThat(ParameterHash.sha256(loaded.dl4j().params()))
        .isEqualTo(other.parametersSha256())
        .isNotEqualTo(network.parametersSha256());
  }

  @Test
  void writingAModelLeavesTheNetworkItsParametersAndItsGenerator() throws IOException {
    Network network = network(MOMENTUM);
    String before = network.parametersSha256();
    ParameterSnapshot parameters = network.snapshot();
    write(network, parameters);
    Arrays.fill(parameters.values(), 0);

    assertThat(network.parametersSha256()).isEqualTo(before);
  }

  @Test
  void aModelIsToTheByteWhatDl4jItselfWouldWrite() throws IOException {
    Network network = network(new UpdaterPlan.Adam(0.001, 0.9, 0.999, 1e-8));
    Path ours = write(network, network.snapshot());
    Path theirs = folder.resolve("theirs.zip");
    ModelSerializer.writeModel(network.dl4j(), theirs.toFile(), false);

    for (String entry : List.of("configuration.json", "coefficients.bin")) {
      assertThat(entry(ours, entry)).as(entry).isEqualTo(entry(theirs, entry));
    }
  }

  private static String entry(Path file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  /** DL4J has no plain momentum, so that a model naming ours would not open without Epochal. */
  @ParameterizedTest
  @ValueSource(strings = {"momentum", "plain", "adam"})
  void noClassOfOursIsNamedInAModel(String updater) throws IOException {
    UpdaterPlan plan =
        switch (updater) {
          case "momentum" -> MOMENTUM;
          case "plain" -> new UpdaterPlan.Sgd(0.01, 0);
          default -> new UpdaterPlan.Adam(0.001, 0.9, 0.999, 1e-8);
        };
    Network network = network(plan);
    Path file = write(network, network.snapshot());

    try (ZipFile zip = new ZipFile(file.toFile())) {
      String configuration =
          new String(
              zip.getInputStream(zip.getEntry("configuration.json")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(configuration).contains("org.deeplearning4j").doesNotContain("epochal");
      assertThat(zip.getEntry("updaterState.bin")).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"preprocessor.bin", "readme.txt", "../configuration.json"})
  void anEntryThatNoModelHasIsRefused(String name) throws IOException {
    Path file = zip("configuration.json", "coefficients.bin", name);

    assertThatThrownBy(() -> SavedModel.load(file))
        .isExactlyInstanceOf(EpochalException.class)
        .hasMessageContaining(file + " is refused")
        .hasMessageContaining("\"" + name + "\"");
  }

  /** Deserialising one leaves a trace. */
  private static final class Trap implements Serializable {
    private static final long serialVersionUID = 1L;
    private static boolean sprung;

    private void readObject(ObjectInputStream in) {
      sprung = true;
    }
  }

  /** The directory at the end tells of two entries; who reads from the front meets a third. */
  @Test
  void anEntryThatTheDirectoryHidesIsNeverRead() throws IOException {
    Network network = network(MOMENTUM);
    ByteArrayOutputStream trap = new ByteArrayOutputStream();
    try (ObjectOutputStream object = new ObjectOutputStream(trap)) {
      object.writeObject(new Trap());
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try (ZipFile model = new ZipFile(write(network, network.snapshot()).toFile());
        ZipOutputStream zip = new ZipOutputStream(whole)) {
      for (String name : List.of("configuration.json", "coefficients.bin")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(model.getInputStream(model.getEntry(name)).readAllBytes());
      }
      zip.putNextEntry(new ZipEntry("preprocessor.bin"));
      zip.write(trap.toByteArray());
    }
    Path file = folder.resolve("hiding.zip");
    Files.write(file, withoutLastInDirectory(whole.toByteArray()));

    SavedModel loaded = SavedModel.load(file);

    assertThat(ParameterHash.sha256(loaded.dl4j().params())).isEqualTo(network.parametersSha256());
    assertThat(Trap.sprung).isFalse();
  }

  private static byte[] withoutLastInDirectory(byte[] zip) {
    ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int end = zip.length - 22;
    int last = end;
    while (bytes.getInt(last) != 0x02014b50) {
      last--;
    }
    bytes.putShort(end + 8, (short) 2).putShort(end + 10, (short) 2);
    bytes.putInt(end + 12, bytes.getInt(end + 12) - (end - last));
    byte[] cut = Arrays.copyOf(zip, last + 22);
    System.arraycopy(zip, end, cut, last, 22);
    return cut;
  }

  @Test
  void aFlippedBitIsFoundByTheChecksum() throws IOException {
    Network network = network(MOMENTUM);
    Path file = write(network, network.snapshot());
    byte[] bytes = Files.readAllBytes(file);
    // In the middle of the parameters, which are stored as they are.
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    assertThatThrownBy(() -> SavedModel.load(file))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining("the checksum of coefficients.bin is wrong");
  }

  @Test
  void anEntryThatStandsTwiceIsRefused() throws IOException {
    // The writer refuses doubles too: write another name of the same length, then change the bytes.
    Path file = zip("configuration.json", "coefficients.bin", "coefficients.bxn");
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    Files.write(file, text.replace("bxn", "bin").getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> SavedModel.load(file))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining(file + " is ")
        .hasMessageContaining("coefficients.bin");
  }

  @Test
  void aZipWithoutParametersIsRefused() throws IOException {
    Path file = zip("configuration.json");

    assertThatThrownBy(() -> SavedModel.load(file))
        .isInstanceOf(EpochalException.class)
        .hasMessage(file + " is no DL4J model: it lacks configuration or parameters");
  }

  @Test
  void aZipWithTheRightNamesAndOtherContentIsRefused() throws IOException {
    Path file = zip("configuration.json", "coefficients.bin");

    assertThatThrownBy(() -> SavedModel.load(file))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining(file + " cannot be opened as a DL4J model");
  }

  @Test
  void aModelWithParametersCutShortIsRefused() throws IOException {
    Network network = network(MOMENTUM);
    Path whole = write(network, network.snapshot());
    Path file = folder.resolve("short.zip");
    try (ZipFile zip = new ZipFile(whole.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name : new String[] {"configuration.json", "coefficients.bin"}) {
        byte[] content = zip.getInputStream(zip.getEntry(name)).readAllBytes();
        out.putNextEntry(new ZipEntry(name));
        out.write(content, 0, name.endsWith(".bin") ? content.length / 2 : content.length);
      }
    }

    assertThatThrownBy(() -> SavedModel.load(file))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining(file + " cannot be opened as a DL4J model");
  }

  @Test
  void aFileThatIsNoZipIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("final.zip"), "not a zip");

    assertThatThrownBy(() -> SavedModel.load(file))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining(file + " is no DL4J model");
  }

  @Test
  void aZipCutShortIsRefused() throws IOException {
    Network network = network(MOMENTUM);
    Path file = write(network, network.snapshot());
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 100));

    assertThatThrownBy(() -> SavedModel.load(file))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining(file + " is no DL4J model");
  }

  @Test
  void aMissingFileIsNamed() {
    Path file = folder.resolve("none.zip");

    assertThatThrownBy(() -> SavedModel.load(file))
        .isInstanceOf(EpochalException.class)
        .hasMessage(file + " does not exist");
  }

  @Test
  void aFolderIsNoModel() {
    assertThatThrownBy(() -> SavedModel.load(folder)).isInstanceOf(EpochalException.class);
  }

  @Test
  void aModelThatClaimsToUnpackBeyondTheLimitIsRefused() throws IOException {
    Path file = zip("configuration.json", "coefficients.bin");
    byte[] bytes = Files.readAllBytes(file);
    // The unpacked size stands 24 bytes into each entry of the central directory (PK\1\2).
    for (int i = 0; i < bytes.length - 28; i++) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
        bytes[i + 24] = (byte) 0xf0;
        bytes[i + 25] = (byte) 0xff;
        bytes[i + 26] = (byte) 0xff;
        bytes[i + 27] = (byte) 0xff;
      }
    }
    Files.write(file, bytes);

    assertThatThrownBy(() -> SavedModel.load(file))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining(file + " is refused: it unpacks to");
  }

  private Predictions predict(SavedModel model) {
    return new Evaluator(data, Split.TEST).predict(model);
  }

  private static Network network(UpdaterPlan updater) {
    return Network.create(TinyNetwork.PLAN, updater, SeedPlan.derived(1));
  }

  private Path write(Network network, ParameterSnapshot parameters) throws IOException {
    Path file = folder.resolve("final.zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      network.writeModel(parameters, out);
    }
    return file;
  }

  private Path zip(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("something".getBytes(StandardCharsets.UTF_8));
      }
    }
    return Files.write(folder.resolve("model.zip"), bytes.toByteArray());
  }
}
