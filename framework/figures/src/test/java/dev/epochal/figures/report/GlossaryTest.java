package dev.epochal.figures.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.figures.page.Block;
import dev.epochal.figures.page.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GlossaryTest {
  private static final Glossary SMALL =
      new Glossary("- **split**: a part.\n- **test split**: a *split* that is `blind`.\n");

  @Test
  void theLongestTermIsLinked() {
    assertThat(links(SMALL.linked("the test split and the splits")))
        .containsExactly("test split → term-test-split", "splits → term-split");
  }

  @Test
  void aTermIsLinkedWhereItOccursFirstAndOnlyAsAWholeWord() {
    assertThat(links(SMALL.linked("splitting a split, then a split")))
        .containsExactly("split → term-split");
    assertThat(SMALL.linked(List.of("a split", "a split")).get(1).pieces()).hasSize(1);
  }

  @Test
  void noTextIsLost() {
    String text = "One Split (the test split), and no more.";

    assertThat(
            SMALL.linked(text).pieces().stream()
                .map(Words.Piece::text)
                .collect(Collectors.joining()))
        .isEqualTo(text);
  }

  @Test
  void everyLineOfTheFileIsATermWithADifferentAnchor() throws Exception {
    Path file = Path.of("..", "..", "docs", "glossary.md");
    long lines = Files.readAllLines(file).stream().filter(l -> l.startsWith("- ")).count();
    List<Block.Definition> terms =
        ((Block.Definitions) Glossary.builtIn().section().blocks().get(0)).definitions();

    assertThat(terms).hasSize((int) lines);
    assertThat(terms).extracting(Block.Definition::id).doesNotHaveDuplicates();
  }

  @Test
  void everyItalicWordOfTheFileIsATerm() {
    List<Block.Definition> terms =
        ((Block.Definitions) Glossary.builtIn().section().blocks().get(0)).definitions();
    Set<String> ids = terms.stream().map(Block.Definition::id).collect(Collectors.toSet());
    List<Words.Piece> pieces =
        terms.stream().flatMap(term -> term.meaning().pieces().stream()).toList();

    assertThat(pieces).noneMatch(piece -> piece.kind() == Words.Kind.EMPHASIS);
    assertThat(pieces)
        .filteredOn(piece -> piece.kind() == Words.Kind.LINK)
        .allMatch(piece -> ids.contains(piece.target()));
  }

  private static List<String> links(Words words) {
    return words.pieces().stream()
        .filter(piece -> piece.kind() == Words.Kind.LINK)
        .map(piece -> piece.text() + " → " + piece.target())
        .toList();
  }
}
