package dev.epochal.engine.network;

import dev.epochal.core.problem.EpochalException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

/**
 * A model file, checked before DL4J sees it: a DL4J zip with an entry {@code preprocessor.bin}
 * would be deserialised as Java objects, so entries that a model does not need are refused, and so
 * are sizes that no model of this kind has.
 */
public final class SavedModel {
  private static final Set<String> ENTRIES =
      Set.of("configuration.json", "coefficients.bin", "updaterState.bin", "normalizer.bin");

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
    check(file);
    try {
      return new SavedModel(ModelSerializer.restoreMultiLayerNetwork(file.toFile(), false));
    } catch (IOException | RuntimeException e) {
      throw new EpochalException(file + " cannot be opened as a DL4J model: " + e.getMessage(), e);
    }
  }

  /** DL4J's own object, for the engine's other stages. */
  public MultiLayerNetwork dl4j() {
    return net;
  }

  static void check(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new EpochalException(file + " does not exist");
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
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
      if (!seen.contains("configuration.json") || !seen.contains("coefficients.bin")) {
        throw new EpochalException(
            file + " is no DL4J model: it lacks configuration or parameters");
      }
    } catch (IOException e) {
      throw new EpochalException(file + " is no DL4J model: " + e.getMessage(), e);
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
}
