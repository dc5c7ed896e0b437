package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

  private static final String ROWS = "document.querySelector('#table tbody tr')";
  private static final String PROBLEM = "!document.getElementById('filter-problem').hidden";
  private static final String CURVES = "document.querySelector('#charts canvas')";
  private static final String PREDICTIONS =
      "document.querySelector('#predictions-body[data-drawn=yes] canvas')";
  private static final String VERSUS = "document.querySelector('#versus[data-drawn=yes] canvas')";
  private static final String HEADING = "document.querySelector('h1').textContent.trim() !== ''";

  /** Each page, and what it shows once it is drawn to its end. */
  static Stream<Arguments> pages() {
    String answered = "document.querySelector('#answered').textContent.length > 3";
    String trials = "document.querySelector('#trial-table tbody tr')";
    return Stream.of(
        Arguments.of("runs", "/", ROWS),
        Arguments.of(
            "runs-with-curves",
            "/?plot=validation.loss",
            ROWS + " && document.querySelector('canvas')"),
        Arguments.of("runs-wrong-filter", "/?filter=nonsense%20is", PROBLEM),
        Arguments.of("groups", "/?group=params.training.batchSize", ROWS),
        Arguments.of("run", "/runs/" + SeededUi.FIRST, CURVES + " && " + PREDICTIONS),
        Arguments.of("run-failed", "/runs/" + SeededUi.FAILED, CURVES),
        Arguments.of(
            "run-hostile",
            "/runs/" + SeededUi.HOSTILE,
            "document.querySelector('#charts p') && document.querySelector('.note')"),
        Arguments.of(
            "compare",
            "/compare?runs=" + SeededUi.FIRST + "," + SeededUi.SECOND,
            CURVES + " && " + VERSUS),
        Arguments.of("compare-nothing", "/compare", HEADING),
        Arguments.of("sweeps", "/sweeps", "document.querySelector('#sweeps tbody tr')"),
        Arguments.of("sweep", "/sweeps/" + SeededSweeps.SIZES, answered + " && " + trials),
        Arguments.of("sweep-running", "/sweeps/" + SeededSweeps.GOING, answered),
        Arguments.of("exercises", "/exercises", HEADING),
        Arguments.of("glossary", "/glossary", HEADING),
        Arguments.of("login", "/login", HEADING),
        Arguments.of("training", "/runs/" + SeededUi.FIRST + "/training", HEADING),
        Arguments.of("no-such-page", "/no/such/page", HEADING));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void nothingSeriousIsFound(String name, String path, String drawn) throws IOException {
    for (String scheme : new String[] {"light", "dark"}) {
      browser.prefers(scheme);
      browser.driver.get(ui.url(path));
      browser.until(
          "document.documentElement.dataset.ready === 'yes'"
              + " || !document.querySelector('main[data-page]')"
              + " || ['login', 'glossary'].includes(document.querySelector('main').dataset.page)");
      for (int width : new int[] {1280, 800}) {
        browser.picture("blank", width, 3000);
        seen();
        browser.until(drawn);
        browser.picture(name + "-" + scheme, width, 3000);
        assertThat(browser.overflows()).as("wider than the window at %d", width).isFalse();
        assertThat(browser.inaccessible()).as("%s, %s, %d px", name, scheme, width).isEmpty();
      }
    }
  }

  /** What is drawn only once it comes into view is brought there, for two frames each. */
  private static void seen() {
    browser.driver.executeAsyncScript(
        """
        const done = arguments[arguments.length - 1];
        const frame = () => new Promise((shown) => requestAnimationFrame(() => shown()));
        (async () => {
          for (const part of document.querySelectorAll("section, figure, #versus")) {
            part.scrollIntoView();
            await frame();
            await frame();
          }
          window.scrollTo(0, 0);
        })().then(done);
        """);
  }
}
