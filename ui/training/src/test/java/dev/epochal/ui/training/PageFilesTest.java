package dev.epochal.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of DL4J's pages: all that they ask for are there, and no others. */
class PageFilesTest {
  private static final Pattern ASKED = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"");

  private final PageFiles files = new PageFiles();

  @ParameterizedTest
  @ValueSource(strings = {"Overview", "Model", "System"})
  void whatAPageAsksForIsThere(String page) throws IOException {
    String template = "/templates/Training" + page + ".html.ftl";
    try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(template))) {
      String html = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(ASKED.matcher(html).results().map(found -> found.group(1)))
          .isNotEmpty()
          .allSatisfy(address -> assertThat(files.find(address)).as(address).isNotNull());
    }
  }

  @Test
  void everyFileOfTheListIsOnTheClassPath() {
    assertThat(files.places().keySet())
        .allSatisfy(
            address ->
                assertThat(Objects.requireNonNull(files.find(address)).bytes()).isNotEmpty());
  }

  @Test
  void noOldJQueryIsServed() {
    for (String address : files.places().keySet()) {
      String text =
          new String(Objects.requireNonNull(files.find(address)).bytes(), StandardCharsets.UTF_8);
      assertThat(
              Pattern.compile("/\\*! jQuery v(\\d+\\.\\d+\\.\\d+)")
                  .matcher(text)
                  .results()
                  .map(MatchResult::group))
          .allMatch("/*! jQuery v3.7.1"::equals);
    }
  }
}
