package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page as axe-core judges it, in both themes, wide and narrow: nothing serious. */
final class UiAccessibilityIT {
  @TempDir private static Path folder;
  private static SeededUi ui;
  private static Browser browser;

  @BeforeAll
  static void serve() throws IOException {
    Path runs = Files.createDirectories(folder.resolve("runs"));
    SeededSweeps.in(runs);
    ui = SeededUi.in(runs);
    browser = new Browser();
    browser.driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
  }

  @AfterAll
  static void stop() {
    browser.close();
    ui.close();
  }

  @ParameterizedTest
  @CsvSource({
    "runs, /",
    "runs-with-curves, /?plot=validation.loss",
    "runs-wrong-filter, /?filter=nonsense%20is",
    "groups, /?group=params.training.batchSize",
    "run, /runs/" + SeededUi.FIRST,
    "run-failed, /runs/" + SeededUi.FAILED,
    "run-hostile, /runs/" + SeededUi.HOSTILE,
    "compare, '/compare?runs=" + SeededUi.FIRST + "," + SeededUi.SECOND + "'",
    "compare-nothing, /compare",
    "sweeps, /sweeps",
    "sweep, /sweeps/" + SeededSweeps.SIZES,
    "sweep-running, /sweeps/" + SeededSweeps.GOING,
    "exercises, /exercises",
    "glossary, /glossary",
    "login, /login",
    "no-such-page, /no/such/page",
  })
  void nothingSeriousIsFound(String name, String path) throws IOException {
    for (String scheme : new String[] {"light", "dark"}) {
      browser.prefers(scheme);
      browser.driver.get(ui.url(path));
      browser.until(
          "document.documentElement.dataset.ready === 'yes'"
              + " || !document.querySelector('main[data-page]')"
              + " || ['login', 'glossary'].includes(document.querySelector('main').dataset.page)");
      for (int width : new int[] {1280, 800}) {
        browser.picture(name + "-" + scheme, width, 3000);
        browser.until(
            "[...document.querySelectorAll('#predictions-body, #versus')]"
                + ".every(place => place.dataset.drawn === 'yes' || place.textContent.length > 1 || location.search === '')");
        assertThat(browser.overflows()).as("wider than the window at %d", width).isFalse();
        assertThat(browser.inaccessible()).as("%s, %s, %d px", name, scheme, width).isEmpty();
      }
    }
  }
}
