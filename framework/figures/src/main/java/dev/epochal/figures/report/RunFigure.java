package dev.epochal.figures.report;

import dev.epochal.core.figure.FigureData;
import dev.epochal.core.figure.FigureFile;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.RunFolder;
import dev.epochal.figures.Figures;
import dev.epochal.figures.caption.Caption;
import dev.epochal.figures.caption.Captions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A figure that a run kept.
 *
 * @param file its data's file, for messages and links
 * @param data null when the file is not readable as a figure
 * @param caption null likewise
 * @param png its drawing; empty when there is none and none can be drawn here
 * @param problem why something is missing; else empty
 */
@SuppressWarnings("ArrayRecordComponent") // an image: read once, never copied or compared
record RunFigure(
    String file, @Nullable FigureData data, @Nullable Caption caption, byte[] png, String problem) {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** Larger drawings than this are of no figure of ours. */
  private static final long MOST_BYTES = 32L << 20;

  /** All figures of a run, in the order in which its plan names them. */
  static List<RunFigure> of(RunFolder folder, RunPlan plan, Captions captions) {
    List<RunFigure> read = new ArrayList<>();
    files(folder).forEach(file -> read.add(read(file, captions)));
    List<String> planned = plan.evaluate().figures();
    read.sort(Comparator.comparingInt(figure -> figure.rank(planned)));
    return read;
  }

  /**
   * The data of the figures that a run kept, by name.
   *
   * @throws EpochalException if its folder cannot be listed
   */
  static List<Path> files(RunFolder folder) {
    Path figures = folder.figureData("any").getParent();
    if (figures == null || !Files.isDirectory(figures)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(figures)) {
      return all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new EpochalException("cannot list " + figures + ": " + e, e);
    }
  }

  /** The run's own figures first, then those that were drawn again with other choices. */
  private int rank(List<String> planned) {
    int at = data == null ? -1 : planned.indexOf(data.figureName());
    boolean own = data != null && file.equals(data.figureName() + ".json");
    return (at < 0 ? planned.size() : at) + (own ? 0 : planned.size() + 1);
  }

  private static RunFigure read(Path file, Captions captions) {
    String name = String.valueOf(file.getFileName());
    FigureData data;
    Caption caption;
    try {
      data = FigureFile.read(file);
      caption = data.match(captions);
    } catch (EpochalException e) {
      return new RunFigure(name, null, null, new byte[0], String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // Well-formed data may still make no sense: a class of no name, a map of no size.
      return new RunFigure(name, null, null, new byte[0], name + " cannot be described: " + e);
    }
    try {
      byte[] drawn = drawing(file.resolveSibling(name.replaceFirst("\\.json$", ".png")));
      return new RunFigure(name, data, caption, drawn.length > 0 ? drawn : Figures.png(data), "");
    } catch (EpochalException e) {
      return new RunFigure(name, data, caption, new byte[0], String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return new RunFigure(name, data, caption, new byte[0], name + " cannot be drawn: " + e);
    }
  }

  /** The picture that the run drew; empty where there is none that can be trusted to be one. */
  private static byte[] drawing(Path png) {
    try {
      if (!Files.isRegularFile(png, LinkOption.NOFOLLOW_LINKS) || Files.size(png) > MOST_BYTES) {
        return new byte[0];
      }
      byte[] bytes = Files.readAllBytes(png);
      return bytes.length > PNG.length && Arrays.equals(PNG, 0, PNG.length, bytes, 0, PNG.length)
          ? bytes
          : new byte[0];
    } catch (IOException e) {
      return new byte[0];
    }
  }
}
