package dev.epochal.ui.page;

import dev.epochal.core.run.RunFolder;
import dev.epochal.registry.RunDetail;
import dev.epochal.ui.data.Curves;
import dev.epochal.ui.data.LiveChunk;
import dev.epochal.ui.data.LiveFeed;
import dev.epochal.ui.data.LogChunk;
import dev.epochal.ui.data.RunView;
import dev.epochal.ui.data.Runs;
import dev.epochal.ui.data.ShellCommands;
import dev.epochal.ui.data.Sweeps;
import dev.epochal.ui.http.Answer;
import dev.epochal.ui.http.Call;
import dev.epochal.ui.http.Refused;
import dev.epochal.ui.http.Routes;
import epochal.ui.pages.JterunGenerated;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One run. */
public final class RunPage {
  private static final int POINTS = 2_000;
  private static final int MOST_RUNS = 200;
  private static final int MOST_METRICS = 40;

  private final Runs runs;
  private final Sweeps sweeps;
  private final LiveFeed feed;
  private final Layout layout;
  private final ShellCommands shell;

  public RunPage(Runs runs, Sweeps sweeps, LiveFeed feed, Layout layout, ShellCommands shell) {
    this.runs = runs;
    this.sweeps = sweeps;
    this.feed = feed;
    this.layout = layout;
    this.shell = shell;
  }

  /** Its routes, and the curves of several runs. */
  public void addTo(Routes routes) {
    routes.get("/runs/{id}.json", call -> Answer.json(detail(call)));
    routes.get("/runs/{id}/live.json", this::live);
    routes.get("/runs/{id}/log.json", this::log);
    routes.get("/runs/{id}/events", this::events);
    routes.get("/runs/{id}", this::page);
    routes.get("/curves.json", this::curves);
  }

  private Answer page(Call call) {
    String reference = call.path("id");
    String id = runs.find(reference);
    if (!id.equals(reference)) {
      return Answer.elsewhere("/runs/" + URLEncoder.encode(id, StandardCharsets.UTF_8));
    }
    RunDetail detail = runs.outline(id);
    RunView view = RunView.of(detail, runs.folder(id), sweeps.names(detail.sweeps()), shell);
    return Answer.html(Layout.html(out -> JterunGenerated.render(out, null, layout, view)));
  }

  private RunDetail detail(Call call) {
    return runs.outline(runs.find(call.path("id")));
  }

  private Answer live(Call call) {
    return Answer.json(LiveChunk.of(runs, runs.find(call.path("id")), from(call)));
  }

  private Answer log(Call call) {
    RunFolder folder = runs.folder(runs.find(call.path("id")));
    return Answer.json(LogChunk.of(folder, place(call, "from", -1)));
  }

  private Answer events(Call call) {
    return Answer.events(feed.of(runs.find(call.path("id")), from(call), place(call, "log", -1)));
  }

  private static long from(Call call) {
    return place(call, "from", 0);
  }

  private static long place(Call call, String name, long otherwise) {
    String text = call.query(name);
    if (!text.matches("\\d{0,15}")) {
      throw new Refused(400, name + " must be a whole number");
    }
    return text.isEmpty() ? otherwise : Long.parseLong(text);
  }

  private Answer curves(Call call) {
    List<String> ids = call.list("runs");
    List<String> metrics = call.list("metrics");
    if (ids.isEmpty() || ids.size() > MOST_RUNS || metrics.size() > MOST_METRICS) {
      throw new Refused(
          400,
          "curves are of 1 to " + MOST_RUNS + " runs and at most " + MOST_METRICS + " metrics");
    }
    return Answer.json(Curves.of(runs, ids, metrics, call.number("points", POINTS, 8, 20_000)));
  }
}
