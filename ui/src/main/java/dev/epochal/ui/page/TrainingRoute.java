package dev.epochal.ui.page;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.ui.data.RunView;
import dev.epochal.ui.data.Runs;
import dev.epochal.ui.dl4j.TrainingPages;
import dev.epochal.ui.http.Answer;
import dev.epochal.ui.http.Call;
import dev.epochal.ui.http.Refused;
import dev.epochal.ui.http.Routes;
import epochal.ui.pages.JtetrainingGenerated;

/** The way from a run's page to its page of DL4J's training UI, which is a server of its own. */
public final class TrainingRoute {
  private static final String SECONDS = "1";

  private final Runs runs;
  private final TrainingPages pages;
  private final boolean loopback;

  /**
   * @param loopback whether who asks is on this machine, as DL4J's pages are
   */
  public TrainingRoute(Runs runs, TrainingPages pages, boolean loopback) {
    this.runs = runs;
    this.pages = pages;
    this.loopback = loopback;
  }

  /** Its route. */
  public void addTo(Routes routes) {
    routes.get("/runs/{id}/training", this::training);
  }

  private Answer training(Call call) {
    String id = runs.find(call.path("id"));
    if (!RunView.hasSession(runs.folder(id))) {
      throw Refused.notFound("run " + id + " recorded nothing for DL4J's training UI");
    }
    TrainingPages.State state = pages.ask();
    if (state instanceof TrainingPages.Failed failed) {
      throw new EpochalException(
          "DL4J's training UI does not start: " + failed.why() + "; load this page to try again");
    }
    if (state instanceof TrainingPages.Serving serving) {
      String address = "http://127.0.0.1:" + serving.port() + "/train/" + id + "/overview";
      return loopback
          ? Answer.text(302, "text/plain; charset=utf-8", address).with("Location", address)
          : page(id, address);
    }
    return page(id, "").with("Refresh", SECONDS);
  }

  /**
   * @param address where it is, for who is on the machine that serves; empty while it starts
   */
  private static Answer page(String id, String address) {
    return Answer.html(Layout.html(out -> JtetrainingGenerated.render(out, null, id, address)));
  }
}
