package dev.epochal.figures.report;

import dev.epochal.core.run.RunFolder;
import dev.epochal.figures.page.Page;
import java.util.List;

/** The report of runs as one page of HTML, from their folders and nothing else. */
public final class Report {
  private Report() {}

  /**
   * The page: of one run, everything; of several, what they differ in. The same folders give the
   * same text.
   *
   * @throws dev.epochal.core.problem.EpochalException if a record or plan cannot be read
   */
  public static String html(List<RunFolder> runs) {
    List<ReportedRun> read = runs.stream().map(ReportedRun::read).toList();
    Page page = read.size() == 1 ? RunPage.of(read.get(0)) : ComparisonPage.of(read);
    return page.html();
  }
}
