package dev.epochal.ui.page;

import dev.epochal.ui.Analyses;
import dev.epochal.ui.data.Runs;
import dev.epochal.ui.http.Answer;
import dev.epochal.ui.http.Routes;
import epochal.ui.pages.JteexercisesGenerated;

/** The tutorial's exercises: what a student sees first. */
public final class ExercisesPage {
  private final Runs runs;
  private final Analyses analyses;
  private final Layout layout;

  public ExercisesPage(Runs runs, Analyses analyses, Layout layout) {
    this.runs = runs;
    this.analyses = analyses;
    this.layout = layout;
  }

  /** Its routes. */
  public void addTo(Routes routes) {
    routes.get(
        "/exercises",
        call -> Answer.html(Layout.html(out -> JteexercisesGenerated.render(out, null, layout))));
    routes.get(
        "/exercises.json",
        call ->
            Answer.json(
                runs.ask("exercises", (registry, notices) -> analyses.exercises(registry))));
  }
}
