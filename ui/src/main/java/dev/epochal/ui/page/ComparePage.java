package dev.epochal.ui.page;

import dev.epochal.ui.Analyses;
import dev.epochal.ui.data.Runs;
import dev.epochal.ui.http.Answer;
import dev.epochal.ui.http.Call;
import dev.epochal.ui.http.Refused;
import dev.epochal.ui.http.Routes;
import epochal.ui.pages.JtecompareGenerated;
import java.util.List;

/** Runs side by side. */
public final class ComparePage {
  private static final int MOST = 50;

  private final Runs runs;
  private final Analyses analyses;
  private final Layout layout;

  public ComparePage(Runs runs, Analyses analyses, Layout layout) {
    this.runs = runs;
    this.analyses = analyses;
    this.layout = layout;
  }

  /** Its routes. */
  public void addTo(Routes routes) {
    routes.get(
        "/compare",
        call -> Answer.html(Layout.html(out -> JtecompareGenerated.render(out, null, layout))));
    routes.get("/compare.json", this::comparison);
  }

  private Answer comparison(Call call) {
    List<String> ids = call.list("runs");
    if (ids.isEmpty() || ids.size() > MOST) {
      throw new Refused(400, "2 to " + MOST + " runs can be compared: /compare?runs=…,…");
    }
    String against = call.query("against");
    boolean all = call.query("all").equals("1");
    return Answer.json(
        runs.ask(
            List.of("compare", ids, against, all),
            (registry, notices) ->
                analyses.compare(registry, ids, against.isEmpty() ? null : against, all)));
  }
}
