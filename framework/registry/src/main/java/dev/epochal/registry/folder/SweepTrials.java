package dev.epochal.registry.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.sweep.SweepEntry;
import dev.epochal.core.sweep.SweepFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** What the folder of a sweep says of its trials. */
public final class SweepTrials {
  private SweepTrials() {}

  /**
   * Every line that is whole, in order.
   *
   * @throws EpochalException naming the file and the line that is not one of ours
   */
  public static List<SweepEntry> read(SweepFolder folder) {
    try {
      List<SweepEntry> entries = new ArrayList<>();
      for (String line : whole(folder).split("\n", -1)) {
        if (!line.isEmpty()) {
          entries.add(entry(folder, line, entries.size() + 1));
        }
      }
      return entries;
    } catch (IOException e) {
      throw new EpochalException("cannot read " + folder.trials() + ": " + FileTrouble.why(e), e);
    }
  }

  /** Cuts off what was being written when its process was killed. */
  static void truncateBroken(SweepFolder folder) throws IOException {
    long length = whole(folder).getBytes(UTF_8).length;
    try (FileChannel lines = FileChannel.open(folder.trials(), StandardOpenOption.WRITE)) {
      lines.truncate(length);
    }
  }

  private static String whole(SweepFolder folder) throws IOException {
    String all = new String(Files.readAllBytes(folder.trials()), UTF_8);
    return all.substring(0, all.lastIndexOf('\n') + 1);
  }

  private static SweepEntry entry(SweepFolder folder, String line, int number) {
    try {
      return Json.parse(line, new TypeReference<SweepEntry>() {});
    } catch (JsonProcessingException e) {
      throw new EpochalException(
          folder.trials() + ":" + number + " is not a line of a sweep: " + e.getOriginalMessage(),
          e);
    }
  }
}
