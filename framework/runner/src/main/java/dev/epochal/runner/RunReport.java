package dev.epochal.runner;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.RunFolder;
import dev.epochal.figures.report.Report;
import dev.epochal.registry.folder.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report of runs, as a file. */
public final class RunReport {
  private RunReport() {}

  /**
   * Writes it; whoever reads the file meanwhile sees the old one or the new one.
   *
   * @param ids of one run or several
   * @param output null for the usual place: of one run {@code report.html} in its folder, of
   *     several {@code reports/<ids>.html} among the runs
   * @return the file
   * @throws EpochalException if a run's folder cannot be read, or the file not be written
   */
  public static Path write(Path runs, List<String> ids, @Nullable Path output) {
    List<RunFolder> folders = ids.stream().map(id -> RunFolder.of(runs, id)).toList();
    Path file =
        output != null
            ? output.toAbsolutePath()
            : ids.size() == 1 ? folders.get(0).report() : shared(runs, ids);
    String html = Report.html(folders);
    try {
      AtomicFile.write(file, part -> Files.writeString(part, html));
    } catch (IOException e) {
      throw new EpochalException("cannot write the report " + file + ": " + e, e);
    }
    return file;
  }

  /** Six digits of each id are plenty; so are eight ids in a file's name. */
  private static Path shared(Path runs, List<String> ids) {
    List<String> short6 = ids.stream().limit(8).map(id -> id.substring(0, 6)).toList();
    String more = ids.size() > 8 ? "-and-" + (ids.size() - 8) + "-more" : "";
    return runs.resolve("reports").resolve(String.join("-", short6) + more + ".html");
  }
}
