package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.Select;

/** Sweeps and exercises in a real browser, on a registry of recorded sweeps. */
final class UiSweepsIT {
  private static final String ROWS = "document.querySelectorAll('#trial-table tbody tr').length";
  private static final String PARALLEL = "#parallel-chart .chart-box";

  /** Where the axes of the parallel coordinates begin, and what is left free beside them. */
  private static final int LEFT = 70;

  private static final int BESIDE = 160;
  private static final int TOP = 42;
  private static final int BELOW = 18;

  @TempDir private static Path folder;
  private static SeededUi ui;
  private static Browser browser;

  @BeforeAll
  static void serve() throws IOException {
    Path runs = Files.createDirectories(folder.resolve("runs"));
    SeededSweeps.in(runs);
    ui = SeededUi.in(runs);
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    browser.close();
    ui.close();
    assertThat(ui.unexpected).isEmpty();
  }

  @BeforeEach
  void aFreshBrowser() {
    browser.driver.get(ui.url("/login"));
    browser.run("localStorage.clear()");
    browser.forget();
  }

  private static void open(String sweep) {
    browser.open(ui.url("/sweeps/" + sweep));
  }

  /** Drags along an axis of the parallel coordinates, from one part of its length to another. */
  private static void brush(int axis, int axes, double from, double to) {
    WebElement box = browser.at(PARALLEL);
    browser.run("arguments[0].scrollIntoView({block: 'center'})", box);
    int width = box.getSize().getWidth();
    int height = box.getSize().getHeight();
    int x = LEFT + axis * (width - BESIDE) / (axes - 1) - width / 2;
    int length = height - TOP - BELOW;
    int start = TOP + (int) (from * length) - height / 2;
    int end = TOP + (int) (to * length) - height / 2;
    new Actions(browser.driver)
        .moveToElement(box, x, start)
        .clickAndHold()
        .moveByOffset(0, (end - start) / 2)
        .moveByOffset(0, end - start - (end - start) / 2)
        .release()
        .perform();
  }

  @Test
  void theListSaysWhatEachSweepSays() {
    browser.open(ui.url("/sweeps"));
    assertThat(browser.texts("#sweeps tbody th a"))
        .contains("sizes", "going", "broken", "alone", "drawn", SeededUi.XSS)
        .hasSize(6);
    String sizes = "tr[data-id='" + SeededSweeps.SIZES + "']";
    assertThat(browser.at(sizes).getText())
        .contains("FINISHED", "12 of 12", "1 failed", "1 stopped early", "1 reused")
        .contains("Yes: training.batchSize changes validation.accuracy");
    assertThat(browser.at("tr[data-id='" + SeededSweeps.BROKEN + "']").getText())
        .contains("no trial finished");
    assertThat(browser.at("tr[data-id='" + SeededSweeps.DRAWN + "']").getText())
        .contains("no answer: the factor is not clear");
    browser.at("#search").sendKeys("sizes");
    browser.until("document.querySelectorAll('#sweeps tbody tr').length === 1");
    browser.until("location.search === '?q=sizes'");
    browser.driver.navigate().refresh();
    browser.ready();
    assertThat(browser.texts("#sweeps tbody th a")).containsExactly("sizes");
    browser.at("#sweeps tbody th a").click();
    browser.until("location.pathname === '/sweeps/" + SeededSweeps.SIZES + "'");
    browser.ready();
    assertThat(browser.at("nav [aria-current]").getText()).isEqualTo("Sweeps");
    browser.hasNothingToComplainOf();
  }

  @Test
  void aSweepIsAnsweredWithItsLevelsFiguresAndTrials() {
    open(SeededSweeps.SIZES);
    assertThat(browser.at(".question").getText()).isEqualTo("Does the batch size matter?");
    assertThat(browser.at("#answered .answer").getText()).startsWith("Yes: training.batchSize");
    assertThat(browser.at(".verdict").getText()).isEqualTo("a difference was found");
    assertThat(browser.texts("#answered table tbody tr")).first().asString().startsWith("16 4 ");
    assertThat(browser.at("#data-notice").getText()).startsWith("FALLBACK DATA: digits");
    assertThat(browser.at("#test-reads").getText())
        .isEqualTo("read by 10 of 12 trials; by 21 runs of exercise in all");
    assertThat(browser.at("#counts").getText())
        .isEqualTo(
            "12 of 12 trials are over: 10 finished, 1 failed, 1 killed,"
                + " 1 of them stopped early by the sweep, 1 reused");
    browser.until("document.querySelectorAll('main canvas').length === 4");
    assertThat(browser.at("#levels").getText()).contains("256: 1 of 4 diverged, 1 of 4 stopped");
    assertThat(browser.texts("#shares tbody th")).containsExactly("training.batchSize", "seed");
    assertThat(browser.at("#importance").getText())
        .contains("ω² of a one-way analysis of variance", "Of 10 runs");
    assertThat(browser.texts("#trial-table .mark"))
        .contains("reused", "best", "stopped early", "diverged");
    assertThat(browser.number(ROWS)).isEqualTo(12);
    browser.at("#answered a[href='/glossary#term-confidence-interval']").click();
    browser.until("location.pathname === '/glossary'");
    assertThat(browser.at(".term:target dt").getText()).isEqualTo("confidence interval");
    browser.hasNothingToComplainOf();
  }

  @Test
  void aBrushFiltersTheTrialsAndIsKeptInTheAddress() {
    open(SeededSweeps.SIZES);
    assertThat(browser.number(ROWS)).isEqualTo(12);
    // The middle axis is the batch size, 256 at its top.
    brush(1, 3, 0.5, 1.05);
    browser.until(ROWS + " < 12");
    long left = browser.number(ROWS);
    assertThat(browser.at("#trial-count").getText()).isEqualTo(left + " of 12 trials");
    assertThat(browser.texts("#trial-table tbody tr td:nth-child(5)")).doesNotContain("256");
    browser.until("location.search.includes('brush=training.batchSize')");
    browser.driver.navigate().refresh();
    browser.ready();
    assertThat(browser.number(ROWS)).isEqualTo(left);
    browser.at("#trial-table tbody a").click();
    browser.until("location.pathname.startsWith('/runs/')");
    browser.ready();
    browser.driver.navigate().back();
    browser.until("location.pathname.startsWith('/sweeps/')");
    browser.ready();
    assertThat(browser.number(ROWS)).isEqualTo(left);
    browser.at("#clear-brush").click();
    browser.until(ROWS + " === 12 && !location.search.includes('brush')");
    browser.hasNothingToComplainOf();
  }

  @Test
  void aBrushCanBeTypedToo() {
    open(SeededSweeps.SIZES);
    browser.at(".brush-keys summary").click();
    WebElement from = browser.at("[aria-label='validation.accuracy from']");
    from.sendKeys("0.8", org.openqa.selenium.Keys.TAB);
    browser.until(ROWS + " === 8");
    browser.until("location.search.includes('brush=validation.accuracy')");
    browser.hasNothingToComplainOf();
  }

  @Test
  void anyTwoColumnsAreScatteredAndStayInTheAddress() {
    open(SeededSweeps.SIZES);
    assertThat(new Select(browser.at("#scatter-x")).getFirstSelectedOption().getText())
        .isEqualTo("time.train.wall");
    assertThat(new Select(browser.at("#scatter-y")).getFirstSelectedOption().getText())
        .isEqualTo("validation.accuracy");
    new Select(browser.at("#scatter-x")).selectByVisibleText("training.batchSize");
    browser.until("location.search.includes('x=training.batchSize')");
    browser.at("#scatter-controls input[type=checkbox]").click();
    browser.until("location.search.includes('logx=1')");
    browser.driver.navigate().refresh();
    browser.ready();
    assertThat(new Select(browser.at("#scatter-x")).getFirstSelectedOption().getText())
        .isEqualTo("training.batchSize");
    assertThat(browser.at("#scatter-controls input[type=checkbox]").isSelected()).isTrue();
    browser.hasNothingToComplainOf();
  }

  @Test
  void trialsAreSortedAndColumnsAdded() {
    open(SeededSweeps.SIZES);
    String first = "document.querySelector('#trial-table tbody td').textContent";
    browser.at("[data-key='validation.accuracy']").click();
    browser.until("location.search.includes('sort=validation.accuracy')");
    browser.at("[data-key='validation.accuracy']").click();
    browser.until("document.querySelector('th[aria-sort=descending]')");
    browser.until("document.querySelector('#trial-table tbody tr .mark[data-kind=good]')");
    long best = Long.parseLong((String) browser.run("return " + first));
    new Select(browser.at("#add-column")).selectByValue("validation.loss");
    browser.until("document.querySelector('[data-key=\"validation.loss\"]')");
    browser.driver.navigate().refresh();
    browser.ready();
    assertThat(browser.run("return " + first)).isEqualTo(Long.toString(best));
    assertThat(browser.at("[data-key='validation.loss']").isDisplayed()).isTrue();
    browser.hasNothingToComplainOf();
  }

  @Test
  void curvesRunAlongEpochsOrSeconds() {
    open(SeededSweeps.SIZES);
    new Select(browser.at("#curve-controls select")).selectByValue("second");
    browser.until("location.search.includes('axis=second')");
    browser.at("#curve-controls input").click();
    browser.until("location.search.includes('logcurve=1')");
    browser.driver.navigate().refresh();
    browser.ready();
    assertThat(browser.at("#curve-controls select").getAttribute("value")).isEqualTo("second");
    assertThat(browser.at("#curves .legend").getText()).contains("16", "64", "256");
    browser.hasNothingToComplainOf();
  }

  @Test
  void everyStateIsSaidAsItIs() {
    open(SeededSweeps.GOING);
    assertThat(browser.at("#answered").getText()).startsWith("No trial has finished yet");
    assertThat(browser.at("#counts").getText()).isEqualTo("0 of 4 trials are over: 4 to come");
    assertThat(browser.at("#shares").getText()).contains("there are 0");
    open(SeededSweeps.BROKEN);
    assertThat(browser.at("#answered").getText()).startsWith("No trial finished, so there is");
    assertThat(browser.texts("#trial-table .status")).containsExactly("FAILED", "FAILED");
    assertThat(browser.at("#trial-table").getText()).contains("out of memory");
    open(SeededSweeps.ALONE);
    assertThat(browser.at(".question").getText()).contains("asks no question of its own");
    assertThat(browser.at("#answered .answer").getText()).isNotEmpty();
    open(SeededSweeps.DRAWN);
    assertThat(browser.at("#answered").getText())
        .contains("There is no answer", "the factor is not clear");
    assertThat(browser.texts("#shares tbody th"))
        .containsExactly("training.updater.learningRate", "training.batchSize");
    browser.until("document.querySelectorAll('main canvas').length === 2");
    browser.hasNothingToComplainOf();
  }

  @Test
  void aRunningSweepMovesWithoutAReload() throws IOException {
    Path other = Files.createDirectories(folder.resolve("going"));
    SeededSweeps sweeps = SeededSweeps.in(other);
    try (SeededUi live = SeededUi.of(other)) {
      browser.open(live.url("/sweeps/" + SeededSweeps.GOING));
      browser.run("window.neverReloaded = true");
      for (int number = 1; number <= 2; number++) {
        sweeps.goOn(number, number % 2 == 0 ? "16" : "64", 0.7 + 0.01 * number);
      }
      browser.until(ROWS + " === 2");
      browser.until("document.getElementById('bar').value === 2");
      browser.until("document.querySelector('#answered table')");
      browser.until("document.getElementById('counts').textContent.includes('2 to come')");
      browser.until("window.neverReloaded");
      for (int number = 3; number <= 4; number++) {
        sweeps.goOn(number, number % 2 == 0 ? "16" : "64", 0.8 + 0.01 * number);
      }
      sweeps.end();
      browser.until("document.getElementById('status').textContent === 'FINISHED'");
      browser.until("document.getElementById('bar').hidden");
      browser.ready();
      assertThat(browser.number(ROWS)).isEqualTo(4);
      browser.hasNothingToComplainOf();
    }
  }

  @Test
  void aRunSaysWhichTrialOfWhichSweepItIs() {
    open(SeededSweeps.SIZES);
    browser.at("#trial-table tbody a").click();
    browser.until("location.pathname.startsWith('/runs/')");
    assertThat(browser.at(".in-sweep").getText())
        .isEqualTo("trial 1 (seed=1, training.batchSize=16) of sweep sizes");
    browser.at(".in-sweep a").click();
    browser.until("location.pathname === '/sweeps/" + SeededSweeps.SIZES + "'");
    browser.ready();
    browser.open(ui.url("/runs/" + SeededUi.FIRST));
    assertThat(browser.at(".in-sweep").getText()).startsWith("reused by sweep ");
    browser.hasNothingToComplainOf();
  }

  @Test
  void theExercisesAreThereBeforeAnythingWasRun() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    try (SeededUi fresh = SeededUi.of(empty)) {
      browser.open(fresh.url("/"));
      browser.until("!document.getElementById('empty').hidden");
      browser.at("#empty a[href='/exercises']").click();
      browser.until("location.pathname === '/exercises'");
      browser.ready();
      assertThat(browser.texts(".exercise h2"))
          .hasSize(8)
          .first()
          .asString()
          .isEqualTo("1. Batch size not run yet");
      assertThat(browser.at("#standing").getText()).isEqualTo("0 of 8 answered by you");
      assertThat(browser.texts(".exercise .command code"))
          .contains("./run experiments/exercises/1-batch-size.yaml");
      assertThat(browser.texts(".found.recorded .answer")).isNotEmpty().doesNotContain("");
      browser.at(".found.recorded details summary").click();
      browser.until("document.querySelector('.found.recorded details[open] table')");
      browser.at(".exercise .copy").click();
      browser.until("document.getElementById('toast').textContent.startsWith('copied: ./run')");
      browser.open(fresh.url("/sweeps"));
      browser.until("!document.getElementById('empty').hidden");
      browser.hasNothingToComplainOf();
    }
  }

  @Test
  void theGlossaryIsSearched() {
    browser.open(ui.url("/glossary"));
    browser.at("#search").sendKeys("noise");
    browser.until("location.search === '?q=noise'");
    browser.until("document.querySelectorAll('.term:not([hidden])').length === 1");
    browser.driver.navigate().refresh();
    browser.ready();
    assertThat(browser.texts(".term:not([hidden]) dt")).containsExactly("noise floor");
    browser.at(".term:not([hidden]) a").click();
    browser.until("document.querySelector('.term:target dt')?.textContent === 'seed'");
    browser.until("!document.querySelector('.term:target').hidden");
    browser.hasNothingToComplainOf();
  }

  @Test
  void hostileTextsDoNothing() {
    for (String page : List.of("/sweeps", "/sweeps/" + SeededSweeps.HOSTILE)) {
      browser.open(ui.url(page));
      browser.until("document.body.textContent.includes('<script>alert(1)')");
      assertThat(browser.number("document.querySelectorAll('img[src=x]').length")).isZero();
    }
    browser.hasNothingToComplainOf();
  }

  @Test
  void everyPageFitsBothThemesAndWidths() throws IOException {
    for (String theme : List.of("light", "dark")) {
      browser.theme(theme);
      for (List<String> page :
          List.of(
              List.of("sweeps", "/sweeps"),
              List.of("sweep", "/sweeps/" + SeededSweeps.SIZES),
              List.of("sweep-drawn", "/sweeps/" + SeededSweeps.DRAWN),
              List.of("sweep-going", "/sweeps/" + SeededSweeps.GOING),
              List.of("exercises", "/exercises"),
              List.of("glossary", "/glossary"))) {
        for (int width : new int[] {1280, 800}) {
          browser.picture("blank", width, 1000);
          browser.open(ui.url(page.get(1)));
          browser.picture(page.get(0) + "-" + theme, width, 1000);
          assertThat(browser.overflows()).as(page + " " + theme + " " + width).isFalse();
        }
      }
    }
    browser.hasNothingToComplainOf();
    browser.picture("blank", 1280, 900);
  }
}
