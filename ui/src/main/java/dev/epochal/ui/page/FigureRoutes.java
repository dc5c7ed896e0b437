package dev.epochal.ui.page;

import dev.epochal.core.run.ArtifactRecord;
import dev.epochal.registry.RunDetail;
import dev.epochal.ui.Analyses;
import dev.epochal.ui.data.Runs;
import dev.epochal.ui.http.Answer;
import dev.epochal.ui.http.Call;
import dev.epochal.ui.http.Refused;
import dev.epochal.ui.http.Routes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which figures runs kept, and how to read them. */
public final class FigureRoutes {
  private static final int MOST_RUNS = 50;

  private final Runs runs;
  private final Analyses analyses;

  public FigureRoutes(Runs runs, Analyses analyses) {
    this.runs = runs;
    this.analyses = analyses;
  }

  /** Their routes. */
  public void addTo(Routes routes) {
    routes.get(
        "/runs/{id}/readings.json",
        call -> Answer.json(analyses.readings(runs.folder(runs.find(call.path("id"))))));
    routes.get("/figures.json", this::figures);
  }

  /** The drawings of each of several runs, as artifacts: {@code {run: [name]}}. */
  private Answer figures(Call call) {
    List<String> ids = call.list("runs");
    if (ids.isEmpty() || ids.size() > MOST_RUNS) {
      throw new Refused(400, "figures are of 1 to " + MOST_RUNS + " runs");
    }
    Map<String, List<String>> figures = new LinkedHashMap<>();
    for (RunDetail run : runs.outlines(ids)) {
      figures.put(
          run.summary().id(),
          run.artifacts().stream()
              .filter(file -> file.kind().equals("figure") && file.name().endsWith(".png"))
              .map(ArtifactRecord::name)
              .toList());
    }
    return Answer.json(figures);
  }
}
