package dev.epochal.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {

  @Test
  void textThatFitsIsLeftAlone() {
    assertThat(Text.ellipsized("baseline", Style.TEXT, 200)).isEqualTo("baseline");
  }

  @Test
  void longTextIsCutToTheWidthThatItHas() {
    String cut = Text.ellipsized("x".repeat(300), Style.TEXT, 100);

    assertThat(cut).startsWith("xxx").endsWith("…");
    assertThat(Text.width(cut, Style.TEXT)).isLessThanOrEqualTo(100);
  }

  @Test
  void noCharacterIsCutInTwo() {
    assertThat(Text.ellipsized("🙂".repeat(50), Style.TEXT, 100)).matches("(🙂)+…");
  }

  @Test
  void linesAndControlCharactersBecomeSpaces() {
    assertThat(Text.clean(" a\nb\t\u0007c\u2028d ")).isEqualTo("a b c d");
  }

  @Test
  void marksThatTurnTheDirectionAreTakenOut() {
    assertThat(Text.clean("run\u202Eenil\u2066x")).isEqualTo("runenilx");
  }

  @Test
  void halfACharacterIsReplaced() {
    assertThat(Text.clean("a\uD83Db")).isEqualTo("a\uFFFDb");
  }

  @Test
  void linesBreakAtSpacesAndLongWordsAnywhere() {
    List<String> lines = Text.wrapped("one two " + "x".repeat(60), Style.TEXT, 150, 9);

    assertThat(lines.get(0)).isEqualTo("one two");
    assertThat(lines).hasSizeGreaterThan(2);
    assertThat(lines).allMatch(line -> Text.width(line, Style.TEXT) <= 150);
    assertThat(String.join("", lines)).endsWith("x".repeat(60));
  }

  @Test
  void moreLinesThanThereAreRoomForEndInAnEllipsis() {
    List<String> lines = Text.wrapped("word ".repeat(100), Style.TEXT, 150, 2);

    assertThat(lines).hasSize(2);
    assertThat(lines.get(1)).endsWith("…");
  }
}
