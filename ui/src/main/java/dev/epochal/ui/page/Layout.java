package dev.epochal.ui.page;

import epochal.ui.pages.JteerrorGenerated;
import gg.jte.TemplateOutput;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.function.Consumer;

/**
 * What all pages have in common.
 *
 * @param token that the pages' changes are sent with
 * @param runs the folder of the runs, as it is said to people
 */
public record Layout(String token, String runs) {

  /** A page that says what went wrong. */
  public static String error(int status, String message) {
    return html(out -> JteerrorGenerated.render(out, null, status, message));
  }

  /** What a template writes; everything in it is escaped for its place. */
  static String html(Consumer<HtmlTemplateOutput> template) {
    TemplateOutput text = new StringOutput();
    template.accept(new OwaspHtmlTemplateOutput(text));
    return text.toString();
  }

  /** Not the token, so that no log has it. */
  @Override
  public String toString() {
    return "the layout of pages on " + runs;
  }
}
