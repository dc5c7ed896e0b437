package dev.epochal.ui.page;

import dev.epochal.ui.Analyses;
import dev.epochal.ui.data.Runs;
import dev.epochal.ui.http.Answer;
import dev.epochal.ui.http.Routes;

/** What stands beside the figures of a run. */
public final class FigureRoutes {
  private final Runs runs;
  private final Analyses analyses;

  public FigureRoutes(Runs runs, Analyses analyses) {
    this.runs = runs;
    this.analyses = analyses;
  }

  /** Its routes. */
  public void addTo(Routes routes) {
    routes.get(
        "/runs/{id}/readings.json",
        call -> Answer.json(analyses.readings(runs.folder(runs.find(call.path("id"))))));
  }
}
