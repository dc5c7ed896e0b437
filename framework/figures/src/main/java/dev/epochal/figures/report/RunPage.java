package dev.epochal.figures.report;

import dev.epochal.figures.caption.Caption;
import dev.epochal.figures.page.Block;
import dev.epochal.figures.page.Page;
import dev.epochal.figures.page.Section;
import dev.epochal.figures.page.Words;
import java.util.ArrayList;
import java.util.List;

/** The report of one run. */
final class RunPage {
  private RunPage() {}

  static Page of(ReportedRun run) {
    Glossary glossary = Glossary.builtIn();
    return new Page(
        run.record().name(),
        "Run %s of experiment %s, %s"
            .formatted(run.record().id(), run.record().experiment(), run.record().status()),
        Lead.of(run, glossary),
        List.of(
            Setup.question(run),
            Setup.data(run, glossary),
            Setup.network(run, glossary),
            Results.section(run, glossary),
            figures(run, glossary),
            Provenance.section(run),
            Provenance.reproduce(run, glossary),
            glossary.section()));
  }

  private static Section figures(ReportedRun run, Glossary glossary) {
    List<Block> blocks = new ArrayList<>();
    for (RunFigure figure : run.figures()) {
      if (!figure.problem().isEmpty()) {
        blocks.add(new Block.Notice(false, Words.plain(figure.problem())));
      }
      Caption caption = figure.caption();
      if (caption != null) {
        blocks.add(Pictures.of(figure.file(), caption, figure.png(), glossary));
      }
    }
    if (blocks.isEmpty()) {
      blocks.add(new Block.Paragraph(Words.plain("The run kept no figures.")));
    }
    return new Section("figures", "Figures", blocks);
  }
}
