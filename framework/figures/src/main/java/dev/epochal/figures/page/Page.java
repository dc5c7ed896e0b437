package dev.epochal.figures.page;

import epochal.figures.pages.JtepageGenerated;
import gg.jte.TemplateOutput;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.List;

/**
 * A page that stands for itself: no script, and nothing that a browser would have to fetch.
 *
 * @param title of the window and the first heading
 * @param subtitle below it
 * @param lead what a reader should see first
 */
public record Page(String title, String subtitle, List<Block> lead, List<Section> sections) {
  public Page {
    lead = List.copyOf(lead);
    sections = List.copyOf(sections);
  }

  /** The page as HTML: the same page gives the same text. */
  public String html() {
    TemplateOutput text = new StringOutput();
    HtmlTemplateOutput escaped = new OwaspHtmlTemplateOutput(text);
    JtepageGenerated.render(escaped, null, this);
    return text.toString();
  }
}
