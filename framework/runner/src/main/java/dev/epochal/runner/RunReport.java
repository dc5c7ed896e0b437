package dev.epochal.runner;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.RunFolder;
import dev.epochal.figures.report.Report;
import dev.epochal.registry.folder.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The report of runs, as a file. */
public final class RunReport {
  private RunReport() {}

  /**
   * Writes it; whoever reads the file meanwhile sees the old one or the new one. In a run's folder
   * it becomes one of the run's files.
   *
   * @param folders of one run or several
   * @param output null for the usual place: of one run {@code report.html} in its folder, of
   *     several {@code reports/<ids>.html} among the runs
   * @return the file
   * @throws EpochalException if a run's folder cannot be read, or the file not be written
   */
  public static Path write(Workplace workplace, List<RunFolder> folders, @Nullable Path output) {
    boolean inFolder = output == null && folders.size() == 1;
    Path file =
        output != null
            ? output.toAbsolutePath()
            : inFolder ? folders.get(0).report() : shared(workplace.runs(), folders);
    String html = Report.html(folders);
    try {
      AtomicFile.write(file, html);
    } catch (IOException e) {
      throw new EpochalException("cannot write the report " + file + ": " + e, e);
    }
    if (inFolder) {
      workplace.registry(notice -> {}).relist(folders.get(0));
    }
    return file;
  }

  /** Six digits of each id are plenty; so are eight ids in a file's name. */
  private static Path shared(Path runs, List<RunFolder> folders) {
    List<String> short6 =
        folders.stream().limit(8).map(folder -> folder.id().substring(0, 6)).toList();
    String more = folders.size() > 8 ? "-and-" + (folders.size() - 8) + "-more" : "";
    return runs.resolve("reports").resolve(String.join("-", short6) + more + ".html");
  }
}
