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
  private static final JsonLines<SweepEntry> LINES = new JsonLines<>(SweepEntry.class);

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

  /** What the lines from a byte on say; a line that is none of ours is told of and passed over. */
  public record Lines(List<SweepEntry> entries, long offset, boolean atEnd, List<String> problems) {
    public Lines {
      entries = List.copyOf(entries);
      problems = List.copyOf(problems);
    }
  }

  /**
   * The whole lines from a byte on, as many as fit in a few megabytes.
   *
   * @param offset where a line starts: 0, or that of the lines before
   * @return nothing, when there is no such file
   */
  public static Lines since(SweepFolder folder, long offset) throws IOException {
    JsonLines.Chunk<SweepEntry> chunk = LINES.read(folder.trials(), offset);
    return new Lines(chunk.values(), chunk.offset(), chunk.atEnd(), chunk.problems());
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
