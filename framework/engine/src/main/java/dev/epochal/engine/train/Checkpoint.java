package dev.epochal.engine.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.data.NpyFile;
import dev.epochal.core.json.Json;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.engine.network.ParameterSnapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A training state as a file: a zip of {@code checkpoint.json} (version, hash of the plan, {@link
 * Progress}, {@link Spent}) and of three arrays as NumPy files of float32, in DL4J's order: {@code
 * parameters.npy}, {@code updater.npy} (what the updater remembers, maybe nothing) and {@code
 * best.npy} (the parameters after the best epoch).
 */
public final class Checkpoint {
  private static final int VERSION = 1;
  private static final String HEADER = "checkpoint.json";
  private static final String PARAMETERS = "parameters.npy";
  private static final String UPDATER = "updater.npy";
  private static final String BEST = "best.npy";
  private static final long MAX_HEADER = 1 << 16;

  /** Numbers per parameter that an updater remembers: DL4J's at most three. */
  private static final int MOST_STATE = 4;

  private Checkpoint() {}

  /**
   * {@code checkpoint.json}.
   *
   * @param spent null in files of the first programs
   */
  private record Header(int version, String plan, Progress progress, @Nullable Spent spent) {
    Header {
      // Reading a file that lacks them ends here.
      Objects.requireNonNull(plan, "plan");
      Objects.requireNonNull(progress, "progress");
    }
  }

  /**
   * Writes a state of a run.
   *
   * @param plan the run's
   */
  public static void write(TrainingState state, RunPlan plan, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.NO_COMPRESSION);
    zip.putNextEntry(new ZipEntry(HEADER));
    Header header = new Header(VERSION, plan.sha256(), state.progress(), state.spent());
    zip.write(Json.pretty(header).getBytes(StandardCharsets.UTF_8));
    array(zip, PARAMETERS, state.parameters());
    array(zip, UPDATER, state.updaterState());
    array(zip, BEST, state.bestParameters());
    zip.finish();
  }

  private static void array(ZipOutputStream zip, String name, ParameterSnapshot numbers)
      throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    NpyFile.writeFloats(zip, numbers.values(), numbers.length());
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param plan of the run that is to go on
   * @throws EpochalException naming the file, if it is damaged, no checkpoint, or of another plan
   */
  public static TrainingState load(Path file, RunPlan plan) {
    if (!Files.isRegularFile(file)) {
      throw new EpochalException(file + " does not exist");
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Header header = header(file, zip, plan);
      long n = plan.network().parameters();
      TrainingState state =
          new TrainingState(
              header.progress(),
              header.spent() == null ? Spent.NONE : header.spent(),
              array(file, zip, PARAMETERS, n),
              array(file, zip, UPDATER, MOST_STATE * n),
              array(file, zip, BEST, n));
      if (state.parameters().length() != n || state.bestParameters().length() != n) {
        throw new EpochalException(file + " does not hold the plan's " + n + " parameters");
      }
      return state;
    } catch (IOException e) {
      throw new EpochalException(file + " is damaged, or no checkpoint: " + e.getMessage(), e);
    }
  }

  private static Header header(Path file, ZipFile zip, RunPlan plan) throws IOException {
    Header header;
    try {
      JsonNode json = Json.mapper().readTree(entry(file, zip, HEADER, MAX_HEADER));
      int version = json.path("version").asInt();
      if (version != VERSION) {
        throw new EpochalException(
            file + " is a checkpoint of version " + version + "; this program reads " + VERSION);
      }
      header = Json.mapper().treeToValue(json, Header.class);
    } catch (JsonProcessingException e) {
      throw new EpochalException(file + " is no checkpoint: " + e.getOriginalMessage(), e);
    }
    if (!header.plan().equals(plan.sha256())) {
      throw new EpochalException(file + " is a checkpoint of another plan: " + header.plan());
    }
    if (!header.progress().fits(plan)) {
      throw new EpochalException(file + " tells of progress that its plan does not allow");
    }
    return header;
  }

  private static ParameterSnapshot array(Path file, ZipFile zip, String name, long most)
      throws IOException {
    // A little more than the numbers, for what stands before them.
    byte[] bytes = entry(file, zip, name, Float.BYTES * most + 1024);
    return ParameterSnapshot.of(NpyFile.readFloats(bytes, file.resolve(name)));
  }

  private static byte[] entry(Path file, ZipFile zip, String name, long most) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new EpochalException(file + " is no checkpoint: it has no entry " + name);
    }
    int limit = (int) Math.min(most + 1, Integer.MAX_VALUE - 8);
    byte[] bytes;
    try (var in = zip.getInputStream(entry)) {
      bytes = in.readNBytes(limit);
    }
    if (bytes.length == limit) {
      throw new EpochalException(file + " is refused: " + name + " has over " + most + " bytes");
    }
    CRC32 sum = new CRC32();
    sum.update(bytes);
    if (sum.getValue() != entry.getCrc()) {
      throw new EpochalException(file + " is damaged: the checksum of " + name + " is wrong");
    }
    return bytes;
  }
}
