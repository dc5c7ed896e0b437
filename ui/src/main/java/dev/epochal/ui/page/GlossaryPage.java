package dev.epochal.ui.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.ui.Analyses;
import dev.epochal.ui.http.Answer;
import dev.epochal.ui.http.Routes;
import epochal.ui.pages.JteglossaryGenerated;

/** What the words mean that the other pages use. */
public final class GlossaryPage {
  private final JsonNode terms;
  private final Layout layout;

  public GlossaryPage(Analyses analyses, Layout layout) {
    this.terms = analyses.glossary();
    this.layout = layout;
  }

  /** Its routes. */
  public void addTo(Routes routes) {
    routes.get(
        "/glossary",
        call ->
            Answer.html(Layout.html(out -> JteglossaryGenerated.render(out, null, layout, terms))));
    routes.get("/glossary.json", call -> Answer.json(terms));
  }
}
