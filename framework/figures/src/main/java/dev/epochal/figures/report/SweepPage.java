package dev.epochal.figures.report;

import dev.epochal.core.run.RunId;
import dev.epochal.core.run.RunStatus;
import dev.epochal.figures.Figures;
import dev.epochal.figures.page.Block;
import dev.epochal.figures.page.Page;
import dev.epochal.figures.page.Section;
import dev.epochal.figures.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The page of a sweep. */
final class SweepPage {
  private SweepPage() {}

  static Page of(SweepReport report) {
    Glossary glossary = Glossary.builtIn();
    List<Section> sections = new ArrayList<>();
    sections.add(SweepAnswer.section(report, glossary));
    sections.add(figures(report, glossary));
    sections.add(SweepTrialTable.section(report));
    sections.add(SweepSetup.section(report));
    sections.add(SweepSetup.data(report));
    sections.add(SweepSetup.environment(report));
    sections.add(commands(report));
    sections.add(glossary.section());
    return new Page(
        report.sweep().name(),
        "Sweep %s of experiment %s, %s, %d trials by %s"
            .formatted(
                report.sweep().id(),
                report.sweep().experiment(),
                report.sweep().status(),
                report.trials().size(),
                report.sweep().plan().method().name().toLowerCase(Locale.ROOT)),
        SweepLead.of(report, glossary),
        sections);
  }

  private static Section figures(SweepReport report, Glossary glossary) {
    List<Block> blocks = new ArrayList<>();
    Optional<String> fonts = Figures.fontProblem();
    if (fonts.isPresent() && !report.figures().isEmpty()) {
      blocks.add(new Block.Notice(false, Words.plain(fonts.get())));
    }
    for (SweepPicture figure : report.figures()) {
      blocks.add(Pictures.of(figure.name(), figure.caption(), figure.png(), glossary));
    }
    if (blocks.isEmpty()) {
      blocks.add(
          new Block.Paragraph(Words.plain("There are no figures: no trial has a value to show.")));
    }
    return new Section("figures", "Figures", blocks);
  }

  /** These lines are made for pasting into a shell, and the folder may come from anywhere. */
  private static Section commands(SweepReport report) {
    String id = RunId.isValid(report.sweep().id()) ? report.sweep().id() : "ID";
    List<String> lines = new ArrayList<>();
    if (report.sweep().status() != RunStatus.FINISHED
        && report.sweep().status() != RunStatus.RUNNING) {
      lines.add("./run resume " + id + "    # go on where it stopped");
    }
    lines.add("./run answer " + id + "    # the answer, in a terminal");
    lines.add(
        "./run answer " + id + " --budget all    # the same at equal epochs, updates, seconds");
    lines.add("./run show " + id + "    # every trial as it stands");
    lines.add("./run list --filter 'sweep = \"" + id + "\"' --sort -metrics.validation.accuracy");
    report.trials().stream()
        .filter(trial -> trial.status() == RunStatus.FINISHED && RunId.isValid(trial.run()))
        .findFirst()
        .ifPresent(trial -> lines.add("./run report " + trial.run() + "    # one of the trials"));
    lines.add(
        "./run runs/" + id + "/spec.yaml    # the sweep once more: finished trials are reused");
    return new Section(
        "next", "What to type next", List.of(new Block.Code(String.join("\n", lines))));
  }
}
