package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables for a page that renders Markdown. */
class MarkdownTest {

  @Test
  void aTableHasARuleUnderItsHeader() {
    assertThat(Markdown.of(new Table(List.of("", "a"), List.of(List.of("loss", "0.5")))))
        .isEqualTo("|  | a |\n|---|---|\n| loss | 0.5 |\n");
  }

  @Test
  void nothingInATextIsMarkup() {
    assertThat(Markdown.text("a|b <script> *x* [y](z)\n# h & `c`"))
        .isEqualTo("a\\|b &lt;script&gt; \\*x\\* \\[y\\](z) \\# h &amp; \\`c\\`");
  }
}
