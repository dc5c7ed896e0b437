package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.run.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** What a page shows is what is so by now, or it says that it is not. */
final class UiUpToDateIT {
  private static final String BOTH = SeededUi.FIRST + "," + SeededUi.SECOND;

  private static Browser browser;

  @TempDir private Path folder;
  private SeededUi ui;

  @BeforeAll
  static void begin() {
    browser = new Browser();
  }

  @AfterAll
  static void end() {
    browser.close();
  }

  @BeforeEach
  void serve() throws IOException {
    ui = SeededUi.in(Files.createDirectories(folder.resolve("runs")));
    browser.driver.get(ui.url("/login"));
    browser.run("localStorage.clear()");
    browser.forget();
  }

  @AfterEach
  void stop() {
    ui.close();
    assertThat(ui.unexpected).isEmpty();
  }

  private static String row(String id) {
    return "document.querySelector('#table tr[data-id=\"" + id + "\"]";
  }

  private static void pin(String id) {
    browser.at("tr[data-id='" + id + "'] input[type=checkbox]").click();
    browser.at("#pin").click();
    browser.until(row(id) + " .badge')");
    browser.at("#none").click();
  }

  @Test
  void deltasAreAgainstTheRunThatIsPinnedNow() {
    browser.open(ui.url("/?deltas=1&columns=metrics.test.accuracy"));
    pin(SeededUi.FIRST);
    browser.until(row(SeededUi.SECOND) + " .delta')?.textContent.trim() === '+2.00'");
    pin(SeededUi.SECOND);
    browser.until(row(SeededUi.FIRST) + " .delta')?.textContent.trim() === '-2.00'");
    assertThat(browser.run("return " + row(SeededUi.SECOND) + " .delta') === null"))
        .isEqualTo(true);
    browser.hasNothingToComplainOf();
  }

  @Test
  void groupsTakeInWhatWasRecordedMeanwhile() throws IOException {
    browser.open(ui.url("/?group=params.training.batchSize"));
    browser.until("document.getElementById('count').textContent.startsWith('2 groups')");
    SeededUi.plain(ui.runs, "dddd00000002", "another", RunStatus.FINISHED, 32, 0.5);
    browser.until("document.getElementById('count').textContent.startsWith('3 groups')");
    browser.hasNothingToComplainOf();
  }

  @Test
  void aPageWhoseServerIsGoneSaysSo() {
    browser.open(ui.url("/"));
    assertThat(browser.run("return document.getElementById('stale')")).isNull();
    ui.close();
    browser.until("document.getElementById('stale')");
    assertThat(browser.at("#stale").getText())
        .startsWith("Not up to date: what is shown is of ")
        .endsWith("the server does not answer: is ./run ui still running?");
    browser.forget();
  }

  @Test
  void oneRunIsComparedWithAnotherThatIsChosenThere() {
    browser.open(ui.url("/compare?runs=" + SeededUi.FIRST));
    browser.until("document.getElementById('other')");
    assertThat(browser.at("#problem").getText()).startsWith("It takes another run");
    browser.forget(); // the refusal that it rests on
    new Select(browser.at("#other")).selectByValue(SeededUi.SECOND);
    browser.until("document.querySelectorAll('#charts canvas').length === 4");
    assertThat(browser.texts("#runs .chip")).hasSize(2);
    browser.hasNothingToComplainOf();
  }

  @Test
  void thePinnedBaselineStaysInAComparison() {
    browser.open(ui.url("/"));
    pin(SeededUi.FAILED);
    browser.open(ui.url("/compare?runs=" + BOTH));
    assertThat(browser.texts("#runs .chip")).hasSize(3);
    assertThat(
            browser.number("document.querySelectorAll('#runs button[aria-label^=leave]').length"))
        .isEqualTo(2);
    browser.at("#runs button[aria-label='leave second out']").click();
    browser.until("document.querySelectorAll('#runs .chip').length === 2");
    browser.hasNothingToComplainOf();
  }

  @Test
  void aCompareWithoutCurvesHasNone() {
    browser.open(ui.url("/compare?runs=" + BOTH + "&metrics=train.loss"));
    browser.until("document.querySelectorAll('#charts canvas').length === 1");
    new Select(browser.at("#add-metric")).selectByValue("train.loss");
    browser.until("location.search.includes('metrics=none')");
    browser.driver.navigate().refresh();
    browser.ready();
    assertThat(browser.number("document.querySelectorAll('#charts canvas').length")).isZero();
    browser.hasNothingToComplainOf();
  }

  @Test
  void aChosenMetricIsDrawnAndComesBack() {
    browser.open(ui.url("/?plot=validation.loss"));
    String metric = "document.querySelector('#chart-controls select[aria-label=Metric]')";
    String drawn = "document.querySelector('#chart .chart-box')?.getAttribute('aria-label')";
    browser.until(drawn + " === 'Curves of validation.loss'");
    new Select(browser.at("#chart-controls select[aria-label=Metric]")).selectByValue("train.loss");
    browser.until(drawn + " === 'Curves of train.loss'");
    browser.at("#plot").click();
    browser.at("#plot").click();
    browser.until(drawn + " === 'Curves of validation.loss'");
    browser.until("document.querySelector('#chart .chart-box').dataset.points > 0");
    assertThat(browser.run("return " + metric + ".value")).isEqualTo("validation.loss");
    browser.driver.navigate().back();
    browser.driver.navigate().back();
    browser.until(drawn + " === 'Curves of train.loss'");
    browser.until(metric + ".value === 'train.loss'");
    browser.hasNothingToComplainOf();
  }

  @Test
  void hoveringTellsOfEveryRunTheHighestFirst() {
    browser.open(ui.url("/compare?runs=" + BOTH + "&metrics=iteration.loss"));
    browser.until("document.querySelector('#charts .chart-box')?.dataset.points === '40'");
    // Of batches of 64 and 128 the updates lie at different places along the epochs.
    Object says =
        browser.run(
            "return echarts.getInstanceByDom(document.querySelector('#charts .chart-box'))"
                + ".getOption().tooltip[0].formatter([{ axisValue: 2.3 }])");
    assertThat(says).isEqualTo("epoch 2.3\n0.6667  second  at 2.5\n0.5000  first  at 2.25");
    browser.hasNothingToComplainOf();
  }

  @Test
  void smoothingWeighsAMeanByWhatItIsOf() {
    browser.open(ui.url("/"));
    String smoothed = "return import('/assets/smooth.js').then((m) => m.smoothed(%s, 0.5))";
    assertThat(browser.run(smoothed.formatted("[[1, 1], [2, 1], [3, 4]]")))
        .isEqualTo(List.of(List.of(1L, 1L), List.of(2L, 1L), List.of(3L, 2.7142857142857144)));
    assertThat(browser.run(smoothed.formatted("[[1, 1, 2], [3, 4, 1]]")))
        .isEqualTo(List.of(List.of(1L, 1L), List.of(3L, 2.7142857142857144)));
  }

  @Test
  void anyConfidenceCanBeAsked() {
    browser.open(ui.url("/runs/" + SeededUi.FIRST + "#predictions"));
    browser.until("document.getElementById('predictions-low')");
    browser.at("#predictions-low").sendKeys(".93", Keys.TAB);
    browser.until("location.search.includes('low=0.93')");
    browser.until("document.querySelector('.count').textContent === '1 of 8 validation images'");
    browser.hasNothingToComplainOf();
  }
}
