package dev.epochal.engine.network;

import dev.epochal.core.problem.EpochalException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A model file, of which DL4J sees checked entries alone. It never gets the file: its own reader
 * goes by the zip's local headers, which may name other entries than the directory, and would
 * deserialise an entry {@code preprocessor.bin} as Java objects. Entries that a model does not need
 * are refused, and so are sizes that no model of this kind has.
 */
public final class SavedModel {
  private static final String CONFIGURATION = "configuration.json";
  private static final String PARAMETERS = "coefficients.bin";
  private static final Set<String> ENTRIES =
      Set.of(CONFIGURATION, PARAMETERS, "updaterState.bin", "normalizer.bin");

  private static final long MAX_BYTES = 4L << 30;

  private final MultiLayerNetwork net;

  private SavedModel(MultiLayerNetwork net) {
    this.net = net;
  }

  /**
   * Loads it without its updater.
   *
   * @throws EpochalException if it is no DL4J model, or holds what a model must not
   */
  public static SavedModel load(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new EpochalException(file + " does not exist");
    }
    byte[] configuration;
    byte[] parameters;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      check(file, zip);
      configuration = entry(file, zip, CONFIGURATION);
      parameters = entry(file, zip, PARAMETERS);
    } catch (IOException e) {
      throw new EpochalException(file + " is no DL4J model: " + e.getMessage(), e);
    }
    try {
      return new SavedModel(network(configuration, parameters));
    } catch (RuntimeException e) {
      throw new EpochalException(file + " cannot be opened as a DL4J model: " + e.getMessage(), e);
    }
  }

  /** As DL4J's {@code ModelSerializer} restores a network of these entries. */
  private static MultiLayerNetwork network(byte[] configuration, byte[] parameters) {
    INDArray numbers = Nd4j.read(new ByteArrayInputStream(parameters));
    MultiLayerConfiguration conf =
        MultiLayerConfiguration.fromJson(new String(configuration, StandardCharsets.UTF_8));
    conf.setDataType(numbers.dataType());
    MultiLayerNetwork net = new MultiLayerNetwork(conf);
    net.init(numbers, false);
    return net;
  }

  /** DL4J's own object, for the engine's other stages. */
  public MultiLayerNetwork dl4j() {
    return net;
  }

  /** A copy of its parameters. */
  public ParameterSnapshot parameters() {
    return ParameterSnapshot.of(net.params());
  }

  private static void check(Path file, ZipFile zip) throws IOException {
    Set<String> seen = new HashSet<>();
    long bytes = 0;
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      if (!ENTRIES.contains(entry.getName()) || !seen.add(entry.getName())) {
        throw new EpochalException(
            file + " is refused: a model has no entry \"" + entry.getName() + "\", or only one");
      }
      bytes += Math.max(entry.getSize(), unpacked(zip, entry, MAX_BYTES - bytes));
      if (bytes > MAX_BYTES) {
        throw new EpochalException(
            file + " is refused: it unpacks to more than " + MAX_BYTES + " bytes");
      }
    }
    if (!seen.contains(CONFIGURATION) || !seen.contains(PARAMETERS)) {
      throw new EpochalException(file + " is no DL4J model: it lacks configuration or parameters");
    }
  }

  /** What really comes out of an entry, whatever its header claims; stops soon after the limit. */
  private static long unpacked(ZipFile zip, ZipEntry entry, long limit) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    try (InputStream in = zip.getInputStream(entry)) {
      for (int n = in.read(buffer); n >= 0 && bytes <= limit; n = in.read(buffer)) {
        bytes += n;
      }
    }
    return bytes;
  }

  private static byte[] entry(Path file, ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    byte[] bytes;
    try (InputStream in = zip.getInputStream(entry)) {
      bytes = in.readAllBytes();
    }
    // ZipFile leaves the checksum to its users.
    CRC32 sum = new CRC32();
    sum.update(bytes);
    if (sum.getValue() != entry.getCrc()) {
      throw new EpochalException(file + " is damaged: the checksum of " + name + " is wrong");
    }
    return bytes;
  }
}
