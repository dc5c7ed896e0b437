package dev.epochal.ui.page;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.ui.data.RunView;
import dev.epochal.ui.data.Runs;
import dev.epochal.ui.dl4j.TrainingPages;
import dev.epochal.ui.dl4j.TrainingPages.Failed;
import dev.epochal.ui.dl4j.TrainingPages.Serving;
import dev.epochal.ui.dl4j.TrainingPages.Starting;
import dev.epochal.ui.dl4j.TrainingPages.State;
import dev.epochal.ui.http.Answer;
import dev.epochal.ui.http.Call;
import dev.epochal.ui.http.Refused;
import dev.epochal.ui.http.Routes;
import epochal.ui.pages.JtetrainingGenerated;
import java.util.Locale;
import java.util.Map;

/**
 * The way from a run's page to its page of DL4J's training UI, which is a server of its own. It is
 * started by a change that brings the token, so that no link of another site starts a process.
 */
public final class TrainingRoute {
  private static final String SECONDS = "1";

  private final Runs runs;
  private final TrainingPages pages;
  private final Layout layout;
  private final boolean loopback;

  /**
   * @param loopback whether who asks is on this machine, as DL4J's pages are
   */
  public TrainingRoute(Runs runs, TrainingPages pages, Layout layout, boolean loopback) {
    this.runs = runs;
    this.pages = pages;
    this.layout = layout;
    this.loopback = loopback;
  }

  /** Its routes. */
  public void addTo(Routes routes) {
    routes.get("/runs/{id}/training", this::page);
    routes.post("/training", this::start);
  }

  private Answer page(Call call) {
    String id = recorded(call.path("id"));
    State state = pages.state();
    if (state instanceof Serving serving) {
      String address = "http://127.0.0.1:" + serving.port() + "/train/" + id + "/overview";
      return loopback
          ? Answer.text(302, "text/plain; charset=utf-8", address).with("Location", address)
          : html(id, state, address);
    }
    Answer page = html(id, state, "");
    return state instanceof Starting ? page.with("Refresh", SECONDS) : page;
  }

  private Answer start(Call call) {
    String run = call.field("run");
    if (run.isBlank()) {
      throw new Refused(400, "run must name the run whose page is wanted");
    }
    recorded(run);
    State state = pages.start();
    if (state instanceof Failed failed) {
      throw new EpochalException(said(failed));
    }
    return Answer.json(Map.of("state", state.getClass().getSimpleName().toLowerCase(Locale.ROOT)));
  }

  private String recorded(String reference) {
    String id = runs.find(reference);
    if (!RunView.hasSession(runs.folder(id))) {
      throw Refused.notFound("run " + id + " recorded nothing for DL4J's training UI");
    }
    return id;
  }

  private static String said(Failed failed) {
    return "DL4J's training UI does not start: " + failed.why();
  }

  /**
   * @param address where it is, for who is on the machine that serves; empty unless it serves
   */
  private Answer html(String id, State state, String address) {
    String trouble = state instanceof Failed failed ? said(failed) : "";
    boolean starting = state instanceof Starting;
    return Answer.html(
        Layout.html(
            out ->
                JtetrainingGenerated.render(
                    out, null, layout.token(), id, address, starting, trouble)));
  }
}
