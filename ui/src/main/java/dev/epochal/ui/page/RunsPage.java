package dev.epochal.ui.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.ui.Analyses;
import dev.epochal.ui.data.Csv;
import dev.epochal.ui.data.Runs;
import dev.epochal.ui.data.RunsQuestion;
import dev.epochal.ui.data.RunsTable;
import dev.epochal.ui.http.Answer;
import dev.epochal.ui.http.Call;
import dev.epochal.ui.http.Routes;
import epochal.ui.pages.JterunsGenerated;
import java.util.List;

/** The table of runs: the first page. */
public final class RunsPage {
  private final Runs runs;
  private final Analyses analyses;
  private final Layout layout;

  public RunsPage(Runs runs, Analyses analyses, Layout layout) {
    this.runs = runs;
    this.analyses = analyses;
    this.layout = layout;
  }

  /** Its routes. */
  public void addTo(Routes routes) {
    routes.get(
        "/", call -> Answer.html(Layout.html(out -> JterunsGenerated.render(out, null, layout))));
    routes.get("/runs", call -> Answer.elsewhere("/"));
    routes.get("/runs.json", call -> Answer.json(RunsTable.of(runs, RunsQuestion.of(call))));
    routes.get("/groups.json", this::groups);
    routes.get("/runs.csv", this::csv);
    routes.get("/names.json", call -> Answer.json(runs.names()));
  }

  private Answer groups(Call call) {
    RunsQuestion question = RunsQuestion.of(call);
    question.check();
    List<String> averaged = question.averaged();
    JsonNode groups =
        runs.ask(
            List.of("groups", question),
            (registry, notices) ->
                analyses.groups(
                    question.deleted() ? registry.deleted() : registry,
                    question.wholeFilter(),
                    question.group(),
                    averaged,
                    question.sort().isEmpty() ? "" : question.sort().get(0)));
    return Answer.json(groups);
  }

  /** Every run of the question, a thousand after the other. */
  private Answer csv(Call call) {
    RunsQuestion question = RunsQuestion.of(call);
    Csv csv = new Csv(question.columns());
    RunsTable table;
    int from = 0;
    do {
      table = RunsTable.of(runs, question.from(from));
      table.runs().forEach(csv::add);
      from += table.runs().size();
    } while (!table.runs().isEmpty() && from < table.total());
    return Answer.text(200, "text/csv; charset=utf-8", csv.text()).download("runs.csv");
  }
}
