package dev.epochal.figures.report;

import dev.epochal.core.answer.Amounts;
import dev.epochal.core.answer.Answer;
import dev.epochal.figures.Numbers;
import dev.epochal.figures.page.Block;
import dev.epochal.figures.page.Section;
import dev.epochal.figures.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Every trial of a sweep. */
final class SweepTrialTable {
  private static final String NONE = "–";

  /** A page with more rows is slow to scroll and read by nobody. */
  private static final int MOST = 2_000;

  private SweepTrialTable() {}

  static Section section(SweepReport report) {
    Answer answer = report.answer();
    String response =
        answer == null ? report.sweep().plan().question().response() : answer.response();
    Set<String> keys = new TreeSet<>();
    report.trials().forEach(trial -> keys.addAll(trial.values().keySet()));
    List<Block.Column> columns = new ArrayList<>();
    columns.add(column("#", true));
    keys.forEach(key -> columns.add(column(key, false)));
    columns.add(column("Status", false));
    columns.add(column(response, true));
    columns.add(column("Training", true));
    columns.add(column("Run", false));
    columns.add(column("Remark", false));
    Amounts amounts = Amounts.of(response);
    List<List<String>> rows = new ArrayList<>();
    for (SweepReport.Trial trial : report.trials()) {
      if (rows.size() == MOST) {
        break;
      }
      rows.add(row(trial, keys, amounts));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        rows.isEmpty()
            ? new Block.Paragraph(Words.plain("No trial has started."))
            : new Block.Table(columns, rows));
    if (report.trials().size() > MOST) {
      blocks.add(
          new Block.Paragraph(
              Words.plain(
                  "The first %s of %s trials are listed."
                      .formatted(Numbers.count(MOST), Numbers.count(report.trials().size())))));
    }
    return new Section("trials", "Trials", blocks);
  }

  private static List<String> row(SweepReport.Trial trial, Set<String> keys, Amounts amounts) {
    List<String> row = new ArrayList<>();
    row.add(Integer.toString(trial.number()));
    keys.forEach(key -> row.add(trial.values().getOrDefault(key, NONE)));
    row.add(trial.status() == null ? NONE : trial.status().toString());
    Double response = trial.response();
    row.add(
        response == null
            ? NONE
            : Double.isFinite(response) ? amounts.value(response) : response.toString());
    Double seconds = trial.seconds();
    row.add(seconds == null || !Double.isFinite(seconds) ? NONE : Seconds.text(seconds));
    row.add(trial.run());
    row.add(trial.remark());
    return row;
  }

  private static Block.Column column(String name, boolean number) {
    // Long keys may break where they have dots, so that the table stays narrow.
    return new Block.Column(Words.plain(name.replace(".", ".\u200B")), number);
  }
}
