package dev.epochal.ui.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.registry.SweepDetail;
import dev.epochal.ui.data.ShellCommands;
import dev.epochal.ui.data.SweepTable;
import dev.epochal.ui.data.SweepView;
import dev.epochal.ui.data.Sweeps;
import dev.epochal.ui.http.Answer;
import dev.epochal.ui.http.Call;
import dev.epochal.ui.http.Refused;
import dev.epochal.ui.http.Routes;
import epochal.ui.pages.JtesweepGenerated;
import epochal.ui.pages.JtesweepsGenerated;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sweeps: the list of them, and one with its answer and its trials. */
public final class SweepsPage {
  private static final int USUAL = 200;
  private static final int MOST = 10_000;
  private static final int SENTENCES = 10;

  private final Sweeps sweeps;
  private final Layout layout;
  private final ShellCommands shell;

  public SweepsPage(Sweeps sweeps, Layout layout, ShellCommands shell) {
    this.sweeps = sweeps;
    this.layout = layout;
    this.shell = shell;
  }

  /** Its routes. */
  public void addTo(Routes routes) {
    routes.get(
        "/sweeps",
        call -> Answer.html(Layout.html(out -> JtesweepsGenerated.render(out, null, layout))));
    routes.get(
        "/sweeps.json", call -> Answer.json(sweeps.newest(call.number("limit", USUAL, 1, MOST))));
    routes.get("/sentences.json", this::sentences);
    routes.get("/sweeps/{id}/answer.json", call -> Answer.json(sweeps.analysis(detail(call))));
    routes.get("/sweeps/{id}.json", call -> Answer.json(SweepTable.of(sweeps, detail(call))));
    routes.get("/sweeps/{id}", this::page);
  }

  private SweepDetail detail(Call call) {
    return sweeps.detail(call.path("id"));
  }

  private Answer page(Call call) {
    SweepDetail detail = detail(call);
    String id = detail.summary().id();
    if (!id.equals(call.path("id"))) {
      return Answer.elsewhere("/sweeps/" + URLEncoder.encode(id, StandardCharsets.UTF_8));
    }
    SweepView view = new SweepView(detail, shell);
    return Answer.html(Layout.html(out -> JtesweepGenerated.render(out, null, layout, view)));
  }

  /** What some sweeps say, by their ids. */
  private Answer sentences(Call call) {
    List<String> ids = call.list("sweeps");
    if (ids.isEmpty() || ids.size() > SENTENCES) {
      throw new Refused(400, "sentences are of 1 to " + SENTENCES + " sweeps");
    }
    Map<String, JsonNode> said = new LinkedHashMap<>();
    for (String id : ids) {
      said.put(id, sweeps.sentence(sweeps.detail(id)));
    }
    return Answer.json(said);
  }
}
