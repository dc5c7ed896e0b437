package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** A run's page in a real browser: what it does when something is deleted, damaged or behind. */
final class UiRunPageIT {
  @TempDir private static Path folder;
  private static SeededUi ui;
  private static Browser browser;

  @BeforeAll
  static void serve() throws IOException {
    ui = SeededUi.in(Files.createDirectories(folder.resolve("runs")));
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
    browser.run("localStorage.clear(); sessionStorage.clear()");
    browser.forget();
  }

  @Test
  void aDeletedRunsPageShowsAllOfIt() throws IOException {
    String id = "dddd00000002";
    SeededPredictions.write(SeededUi.plain(ui.runs, id, "gone", RunStatus.FINISHED, 32, 0.5), 1, 6);
    browser.open(ui.url("/runs/" + id));
    browser.at("#delete").click();
    browser.driver.switchTo().alert().accept();
    browser.until("document.getElementById('restore')");
    browser.ready();
    browser.until("document.querySelectorAll('#charts canvas').length === 3");
    browser.until("document.getElementById('log-text').textContent.includes('line two')");
    browser.run("document.getElementById('predictions').scrollIntoView()");
    browser.until("document.querySelector('#predictions-body[data-drawn=yes]')");
    assertThat(browser.texts(".problem")).isEmpty();
    browser.open(ui.url("/?deleted=1&plot=validation.loss"));
    browser.until("document.querySelector('canvas')");
    browser.hasNothingToComplainOf();
  }

  @Test
  void aPartOfAPageThatFailsLeavesTheOthersAlone() throws IOException {
    String id = "dddd00000003";
    RunFolder run = SeededUi.plain(ui.runs, id, "damaged", RunStatus.FINISHED, 32, 0.5);
    browser.open(ui.url("/runs/" + id));
    Files.delete(run.log());
    Files.createDirectory(run.log()); // a log that cannot be read
    browser.driver.navigate().refresh();
    browser.ready();
    browser.until("document.querySelectorAll('#charts canvas').length === 3");
    assertThat(browser.at("#log .problem").getText()).startsWith("This cannot be shown: ");
    assertThat(browser.texts("#charts .problem")).isEmpty();
  }

  @Test
  void notesAreChangedAndTakenAwayAndDraftsOutliveThePage() {
    String notes = "[...document.querySelectorAll('.note-text')].map(n => n.textContent).join('|')";
    browser.open(ui.url("/runs/" + SeededUi.SECOND));
    browser.at("#note").sendKeys("frist");
    browser.at("#note-form button").click();
    browser.until(notes + " === 'frist'");
    browser.ready();
    browser.at("#note").sendKeys("half a thou");
    browser.at(".change-note").click();
    browser.at(".note textarea").clear();
    browser.at(".note textarea").sendKeys("first");
    browser.at("#tag").sendKeys("draft=kept", Keys.ENTER);
    browser.until("document.querySelector('.untag[data-key=draft]')");
    browser.ready();
    assertThat(browser.at("#note").getAttribute("value")).isEqualTo("half a thou");
    assertThat(browser.at(".note textarea").getAttribute("value")).isEqualTo("first");
    browser.at(".note form button").click();
    browser.until(notes + " === 'first'");
    browser.ready();
    assertThat(browser.at(".note .edited").getText()).startsWith("edited ");
    assertThat(browser.texts(".note textarea")).isEmpty();
    assertThat(browser.at("#note").getAttribute("value")).isEqualTo("half a thou");
    browser.at(".remove-note").click();
    browser.driver.switchTo().alert().accept();
    browser.until(notes + " === ''");
    browser.ready();
    browser.at("#note").clear();
    browser.at("#note").sendKeys("x", Keys.BACK_SPACE);
    browser.driver.navigate().refresh();
    browser.ready();
    assertThat(browser.at("#note").getAttribute("value")).isEmpty();
    browser.hasNothingToComplainOf();
  }

  @Test
  void aSeriesThatGrowsStaysSmallAndKeepsItsSpikes() {
    Object said =
        browser.run(
            """
            const of = (from, to, value) => Array.from({ length: to - from + 1 },
              (_, i) => [from + i, value(from + i)]);
            const plain = (points) => ({ points, of: points.length, means: [] });
            return import("/assets/reduce.js").then(({ grown, upTo }) => {
              let series = plain([]);
              for (let from = 1; from <= 50000; from += 500) {
                series = grown(series, plain(of(from, from + 499,
                  (step) => step === 777 ? "NaN" : step === 20001 ? 9 : step % 2)));
              }
              const n = series.means.reduce((sum, mean) => sum + mean[2], 0);
              const mean = series.means.reduce((sum, [, m, k]) => sum + (k ? m * k : 0), 0) / n;
              const cut = upTo(series, 25000);
              return [
                series.points.length <= 4000 && series.means.length <= 4000,
                series.of, n, Math.round(mean * 1e6) / 1e6,
                series.points.some(([, v]) => v === "NaN"), series.points.some(([, v]) => v === 9),
                series.points.at(-1)[0], series.points.every(([s], i, all) => !i || s > all[i - 1][0]),
                cut.points.at(-1)[0] <= 25000 && cut.of > 20000 && cut.of < 30000,
                grown(plain(of(1, 5, (s) => s)), plain(of(6, 7, (s) => s))).means.length,
              ];
            });
            """);
    // 25,000 ones, of which one is a 9 and one is not finite.
    assertThat(said)
        .isEqualTo(List.of(true, 50_000L, 49_999L, 0.500150, true, true, 50_000L, true, true, 0L));
    browser.hasNothingToComplainOf();
  }

  @Test
  void aPageWhoseRegistryIsBehindLoadsAnewOnce() throws IOException {
    // As an unwritable folder serves: the page says that the run goes on, its folder that it ended.
    String id = "dddd00000004";
    SeededUi.plain(ui.runs, id, "behind", RunStatus.FINISHED, 32, 0.5);
    browser.open(ui.url("/runs/" + id));
    browser.run(
        "sessionStorage.setItem('epochal.ended."
            + id
            + "', 'yes'); window.marked = true;"
            + " document.getElementById('run').dataset.over = 'false';");
    browser.run(
        "const copy = document.createElement('script'); copy.type = 'module';"
            + " copy.src = '/assets/run.js?again'; document.head.append(copy)");
    browser.until("document.getElementById('progress').textContent.includes('the run is over')");
    assertThat(browser.run("return window.marked")).isEqualTo(true);
  }
}
