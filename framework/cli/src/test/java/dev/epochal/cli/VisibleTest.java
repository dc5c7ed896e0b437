package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.json.Json;
import org.junit.jupiter.api.Test;

/** What hostile texts look like on a terminal. */
final class VisibleTest {
  @Test
  void controlCharactersAreShownAndNotObeyed() {
    assertThat(Visible.text("a\u001b[2Jb\u0007\u009b1m\u202ec"))
        .isEqualTo("a\\u001b[2Jb\\u0007\\u009b1m\\u202ec");
    assertThat(Visible.text("over\rwritten")).isEqualTo("over\\u000dwritten");
  }

  @Test
  void linesAndLettersOfAllKindsStayWhatTheyAre() {
    String text = "Größe\t日本 👩‍🔬\r\nשלום\n";
    assertThat(Visible.text(text)).isSameAs(text);
  }

  @Test
  void inJsonAnEscapedCharacterIsReadAsWhatItWas() throws Exception {
    String text = "\u009b1m\u2066x\u001b";
    assertThat(Json.parse(Visible.text(Json.line(text)), String.class)).isEqualTo(text);
  }
}
