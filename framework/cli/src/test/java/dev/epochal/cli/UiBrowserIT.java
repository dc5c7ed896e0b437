package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.openqa.selenium.support.ui.Select;

/** The pages in a real browser, on a registry of recorded runs. */
final class UiBrowserIT {
  private static final String ROWS = "document.querySelectorAll('#table tbody tr[data-id]').length";

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
    browser.run("localStorage.clear()");
    browser.forget();
  }

  private static List<String> names() {
    return browser.texts("#table tbody th.name a");
  }

  @Test
  void theTableIsFilteredSortedAndKeptInTheAddress() {
    browser.open(ui.url("/"));
    assertThat(names()).contains("first", "second", "broken", SeededUi.XSS).hasSize(4);
    browser.at("#filter").sendKeys("metrics.test.accuracy > 0.6", Keys.ENTER);
    browser.until(ROWS + " === 2");
    assertThat(browser.driver.getCurrentUrl()).contains("filter=metrics.test.accuracy");
    browser.at("#table thead th[title='metrics.test.accuracy'] button").click();
    browser.until("document.querySelector('th[aria-sort=descending]')");
    browser.until("document.querySelector('#table tbody th.name a').textContent === 'second'");
    browser.at("#table thead th[title='metrics.test.accuracy'] button").click();
    browser.until("document.querySelector('#table tbody th.name a').textContent === 'first'");
    String address = browser.driver.getCurrentUrl();
    browser.driver.navigate().refresh();
    browser.ready();
    assertThat(names()).containsExactly("first", "second");
    browser.driver.navigate().back();
    browser.until("document.querySelector('#table tbody th.name a').textContent === 'second'");
    browser.driver.navigate().forward();
    browser.until("location.href === '" + address.replace("'", "%27") + "'");
    browser.until("document.querySelector('#table tbody th.name a').textContent === 'first'");
    browser.hasNothingToComplainOf();
  }

  @Test
  void aWrongFilterIsShownAtItsColumn() {
    browser.open(ui.url("/?filter=metrics.test.accuracy%20is%20x"));
    browser.until("!document.getElementById('filter-problem').hidden");
    assertThat(browser.at(".caret").getAttribute("textContent"))
        .isEqualTo("metrics.test.accuracy is x\n" + " ".repeat(25) + "^");
    assertThat(browser.at("#filter-problem").getText()).contains("filter, column 26");
    browser.at("#filter").clear();
    browser.at("#filter").sendKeys("status = finished", Keys.ENTER);
    browser.until("document.getElementById('filter-problem').hidden && " + ROWS + " === 3");
  }

  @Test
  void namesAreCompletedByKeys() {
    browser.open(ui.url("/"));
    browser.at("#filter").sendKeys("metrics.test.acc");
    browser.until("!document.getElementById('suggestions').hidden");
    browser.at("#filter").sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
    assertThat(browser.at("#filter").getAttribute("value")).isEqualTo("metrics.test.accuracy ");
    browser.hasNothingToComplainOf();
  }

  @Test
  void columnsAreChosenAndRemembered() {
    browser.open(ui.url("/"));
    browser.at("#choose").click();
    browser.until("document.getElementById('columns').open");
    browser.at("#column-search").sendKeys("tags.course");
    browser.until("document.querySelectorAll('#column-list label').length === 1");
    browser.at("#column-list input").click();
    browser.at("#columns button[type=submit]").click();
    browser.until("document.querySelector('#table th[title=\"tags.course\"]')");
    assertThat(browser.driver.getCurrentUrl()).contains("columns=").contains("tags.course");
    browser.open(ui.url("/"));
    browser.until("document.querySelector('#table th[title=\"tags.course\"]')");
    browser.hasNothingToComplainOf();
  }

  @Test
  void failedRunsAreHiddenAndGroupsHaveMeans() {
    browser.open(ui.url("/"));
    browser.at("#hide-failed").click();
    browser.until(ROWS + " === 3");
    browser.run("document.getElementById('group').focus()");
    browser.until("document.querySelector('#group option[value=\"params.training.batchSize\"]')");
    new Select(browser.at("#group")).selectByValue("params.training.batchSize");
    browser.until("document.getElementById('count').textContent.startsWith('2 groups')");
    assertThat(browser.texts("#table tbody th")).containsExactly("64", "128");
    assertThat(browser.driver.getCurrentUrl()).contains("group=params").contains("hide=failed");
    browser.hasNothingToComplainOf();
  }

  @Test
  void runsAreTaggedPinnedDeletedAndRestored() throws IOException {
    SeededUi.plain(ui.runs, "dddd00000001", "mine", RunStatus.FINISHED, 32, 0.5);
    browser.open(
        ui.url("/?filter=name%20%3D%20%22mine%22&columns=tags.good,metrics.test.accuracy"));
    browser.until(ROWS + " === 1");
    browser.at("#table tbody input[type=checkbox]").click();
    browser.at("#tag").sendKeys("good=yes", Keys.ENTER);
    browser.until("document.querySelector('#table tbody td:nth-of-type(2)').textContent === 'yes'");
    browser.at("#pin").click();
    browser.until("document.querySelector('#table tbody .badge')");
    browser.at("#delete").click();
    browser.driver.switchTo().alert().accept();
    browser.until(ROWS + " === 0");
    browser.at("#deleted").click();
    browser.until(ROWS + " === 1");
    browser.at("#table tbody input[type=checkbox]").click();
    browser.at("#restore").click();
    browser.until(ROWS + " === 0");
    browser.at("#deleted").click();
    browser.until(ROWS + " === 1");
    browser.at("#table tbody input[type=checkbox]").click();
    browser.at("#delete").click();
    browser.driver.switchTo().alert().accept();
    browser.until(ROWS + " === 0");
    browser.hasNothingToComplainOf();
  }

  @Test
  void aRunsPageShowsAllOfIt() {
    browser.open(ui.url("/runs/" + SeededUi.FIRST));
    browser.until("document.querySelectorAll('#charts canvas').length === 3");
    assertThat(browser.texts(".notice")).first().asString().startsWith("FALLBACK DATA: digits");
    browser.until("document.getElementById('log-text').textContent.includes('line two')");
    browser.until("[...document.images].every(image => image.complete && image.naturalWidth > 0)");
    assertThat(browser.texts("#metrics td")).contains("91.00 %", "0.0900");
    assertThat(browser.at("#environment").getText()).contains("cpu.threads");
    assertThat(browser.texts("#commands code"))
        .contains("./run verify " + SeededUi.FIRST + " --runs " + ui.runs);
    assertThat(browser.at("#artifacts").getText()).contains("figures/loss-history.png");
    browser.at("#chart-controls input[type=checkbox]").click();
    browser.until("location.search.includes('logy=1')");
    browser.at("#note").sendKeys("looked at by a browser");
    browser.at("#note-form button").click();
    browser.until("document.querySelector('.note')?.textContent.includes('by a browser')");
    browser.ready();
    browser.hasNothingToComplainOf();
  }

  @Test
  void runsAreCompared() {
    browser.open(ui.url("/"));
    for (String id : List.of(SeededUi.FIRST, SeededUi.SECOND)) {
      browser.at("tr[data-id='" + id + "'] input[type=checkbox]").click();
    }
    browser.at("#compare").click();
    browser.until("location.pathname === '/compare'");
    browser.ready();
    browser.until("document.querySelectorAll('#charts canvas').length === 4");
    assertThat(browser.at("#sentences").getText()).contains("training.batchSize (64, 128)");
    assertThat(browser.texts("#metrics .best")).anyMatch(text -> text.contains("93.00 %"));
    assertThat(browser.texts("#differences tbody tr")).anyMatch(row -> row.contains("batchSize"));
    long few = browser.number("document.querySelectorAll('#differences tbody tr').length");
    browser.at("#only").click();
    browser.until("document.querySelectorAll('#differences tbody tr').length > " + few);
    browser.run("document.getElementById('figures').scrollIntoView()");
    browser.until("document.querySelector('#figure option[value=loss-history]')");
    new Select(browser.at("#figure")).selectByValue("loss-history");
    browser.until("document.querySelectorAll('#figures img').length === 2");
    browser.run(
        "const s = document.querySelector('#chart-controls input[type=range]');"
            + " s.value = '0.6'; s.dispatchEvent(new Event('input'))");
    browser.until("location.search.includes('smooth=0.6')");
    browser.hasNothingToComplainOf();
  }

  @Test
  void hostileTextsDoNothing() {
    for (String page :
        List.of(
            "/",
            "/?columns=experiment",
            "/runs/" + SeededUi.HOSTILE,
            "/compare?runs=" + SeededUi.HOSTILE + "," + SeededUi.FIRST)) {
      browser.open(ui.url(page));
      browser.until("document.body.textContent.includes('<script>alert(1)')");
      assertThat(browser.number("document.querySelectorAll('img[src=x]').length")).isZero();
      assertThat(browser.driver.getTitle()).isNotEmpty();
    }
    browser.hasNothingToComplainOf();
  }

  @Test
  void everyPageFitsBothThemesAndWidths() throws IOException {
    for (String theme : List.of("light", "dark")) {
      browser.theme(theme);
      for (var page :
          List.of(
              List.of("runs", "/?plot=validation.loss"),
              List.of("run", "/runs/" + SeededUi.FIRST),
              List.of(
                  "compare",
                  "/compare?runs="
                      + SeededUi.FIRST
                      + ","
                      + SeededUi.SECOND
                      + ","
                      + SeededUi.FAILED))) {
        for (int width : new int[] {1280, 800}) {
          browser.picture("blank", width, 1000);
          browser.open(ui.url(page.get(1)));
          browser.until("document.querySelector('canvas')");
          browser.picture(page.get(0) + "-" + theme, width, 1000);
          assertThat(browser.overflows()).as(page + " " + theme + " " + width).isFalse();
        }
      }
    }
    browser.hasNothingToComplainOf();
    browser.picture("blank", 1280, 900);
  }

  @Test
  void aSlashGoesToTheFilter() {
    browser.open(ui.url("/"));
    browser.run("document.activeElement.blur()");
    browser.at("body").sendKeys("/");
    assertThat(browser.run("return document.activeElement.id")).isEqualTo("filter");
  }
}
