package dev.epochal.core.data;

import static dev.epochal.core.data.OwnFiles.bytes;
import static dev.epochal.core.data.OwnFiles.counting;
import static dev.epochal.core.data.OwnFiles.floats;
import static dev.epochal.core.data.OwnFiles.gzip;
import static dev.epochal.core.data.OwnFiles.idx;
import static dev.epochal.core.data.OwnFiles.longs;
import static dev.epochal.core.data.OwnFiles.npy;

import dev.epochal.core.problem.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole files with a few bytes changed, cut, put in or taken out: each is read, or refused as bad
 * input; nothing else is thrown, and no memory asked for that the file does not fill.
 */
final class DataFuzzTest {
  private static final long SEED = 20_240_601;

  @TempDir Path folder;

  @Test
  void aSampleOfMutationsIsReadOrRefused() throws IOException {
    mutate(2_000, folder);
  }

  static void mutate(int times, Path folder) throws IOException {
    Random random = new Random(SEED);
    for (int i = 0; i < times; i++) {
      boolean npy = random.nextBoolean();
      Map<String, byte[]> files = npy ? npyFiles(random) : idxFiles(random);
      String[] names = files.keySet().stream().sorted().toArray(String[]::new);
      String victim = names[random.nextInt(names.length)];
      files.computeIfPresent(victim, (name, content) -> mutated(content, random));
      for (String name : names) {
        Files.write(folder.resolve(name), files.get(name));
      }
      try {
        ImageFolder own = npy ? ImageFolder.npy(folder) : ImageFolder.idx(folder);
        own.read(own.facts(null));
      } catch (InvalidInputException refused) {
        // As it should be.
      } catch (RuntimeException | OutOfMemoryError e) {
        throw new AssertionError("mutation " + i + " of " + victim, e);
      }
      for (String name : names) {
        Files.delete(folder.resolve(name));
      }
    }
  }

  private static Map<String, byte[]> idxFiles(Random random) {
    byte[] images = idx(counting(48), OwnFiles.CHANNELS, 4, 2, 2, 3);
    boolean packed = random.nextBoolean();
    return new HashMap<>(
        Map.of(
            "images", packed ? gzip(images) : images,
            "labels", idx(bytes(0, 1, 2, 0), OwnFiles.LABELS, 4),
            "classes.txt", bytes('a', '\n', 'b', '\n', 'c', '\n')));
  }

  private static Map<String, byte[]> npyFiles(Random random) {
    byte[] pixels = random.nextBoolean() ? npy("|u1", "(4, 2, 3)", counting(24)) : floatFile();
    return new HashMap<>(
        Map.of("images.npy", pixels, "labels.npy", npy("<i8", "(4,)", longs(0, 1, 2, 0))));
  }

  private static byte[] floatFile() {
    float[] values = new float[24];
    for (int i = 0; i < values.length; i++) {
      values[i] = i / 255f;
    }
    return npy("<f4", "(4, 2, 3)", floats(values));
  }

  /** Most mutations strike the header, where most decisions are. */
  private static byte[] mutated(byte[] whole, Random random) {
    byte[] file = whole.clone();
    int strikes = 1 + random.nextInt(4);
    for (int i = 0; i < strikes && file.length > 0; i++) {
      int at = random.nextInt(random.nextInt(4) == 0 ? file.length : Math.min(file.length, 90));
      switch (random.nextInt(5)) {
        case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> file[at] = (byte) random.nextInt(256);
        case 2 -> file = Arrays.copyOf(file, at);
        case 3 -> file = Arrays.copyOf(file, file.length + 1 + random.nextInt(20));
        default -> file[at] = (byte) ('0' + random.nextInt(10));
      }
    }
    return file;
  }
}
