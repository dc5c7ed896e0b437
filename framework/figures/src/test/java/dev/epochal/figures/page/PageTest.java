package dev.epochal.figures.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageTest {
  private static final String HOSTILE = "<script>alert('\"&</script>";
  private static final String ESCAPED = "&lt;script&gt;alert(";

  private static final List<Block> EVERY_KIND =
      List.of(
          new Block.Paragraph(words("paragraph")),
          new Block.Notice(true, words("notice")),
          new Block.Figures(List.of(new Block.Fact(words("name"), HOSTILE, HOSTILE))),
          new Block.Facts(List.of(new Block.Fact(words("fact"), HOSTILE, HOSTILE))),
          new Block.Table(
              List.of(new Block.Column(words("column"), true)), List.of(List.of(HOSTILE))),
          new Block.Picture("x", HOSTILE, "iVBORw0KGgo=", 10, List.of(words("caption"))),
          new Block.Code(HOSTILE),
          new Block.Folded(HOSTILE, List.of(new Block.Paragraph(words("folded")))),
          new Block.Definitions(List.of(new Block.Definition("y", HOSTILE, words("meaning")))));

  @Test
  void everyKindOfBlockIsWritten() {
    assertThat(EVERY_KIND.stream().map(Object::getClass).collect(Collectors.toSet()))
        .as("a new kind of block needs a case in block.jte, and a sample here")
        .containsExactlyInAnyOrder(
            Stream.of(Block.class.getPermittedSubclasses()).toArray(Class<?>[]::new));
    for (Block block : EVERY_KIND) {
      assertThat(html(List.of(block))).contains(ESCAPED);
    }
  }

  @Test
  void whateverATextHoldsItIsShownAsText() {
    String html = html(EVERY_KIND);

    assertThat(html)
        .doesNotContain("<script")
        .contains("<title>" + ESCAPED)
        .contains("<h1><bdi>" + ESCAPED);
  }

  @Test
  void nothingIsFetchedAndNothingRuns() {
    assertThat(html(EVERY_KIND))
        .contains("default-src 'none'")
        .doesNotContain("http://", "https://", "<link", "@import", "url(", "javascript:");
  }

  @Test
  void wordsKeepTheirSpaces() {
    Words words =
        new Words(
            List.of(
                new Words.Piece("a ", Words.Kind.PLAIN, ""),
                new Words.Piece("loss", Words.Kind.LINK, "term-loss"),
                new Words.Piece(", a ", Words.Kind.PLAIN, ""),
                new Words.Piece("code", Words.Kind.CODE, "")));

    assertThat(html(List.of(new Block.Paragraph(words))))
        .contains("<p>a <a class=\"term\" href=\"#term-loss\">loss</a>, a <code>code</code>");
  }

  private static Words words(String text) {
    return Words.plain(text + " " + HOSTILE);
  }

  private static String html(List<Block> blocks) {
    return new Page(HOSTILE, HOSTILE, blocks, List.of(new Section("s", HOSTILE, blocks))).html();
  }
}
