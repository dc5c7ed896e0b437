package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.support.ui.Select;

/** What models said of images, in a real browser. */
final class UiImagesIT {
  private static final String CARDS = "document.querySelectorAll('.image-card').length";
  private static final String DRAWN =
      "document.getElementById('predictions-body').dataset.drawn === 'yes'";

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
  void forget() {
    browser.forget();
  }

  private static void predictions(String query) {
    browser.open(ui.url("/runs/" + SeededUi.FIRST + query + "#predictions"));
    browser.run("document.getElementById('predictions').scrollIntoView()");
    browser.until(DRAWN);
  }

  @Test
  void aCellLeadsToItsImages() {
    predictions("");
    assertThat(browser.texts(".matrix tbody tr")).containsExactly("0 3 1", "1 1 3");
    browser.until(CARDS + " === 8");
    browser.at("[aria-label='1 images of 0 taken for 1']").click();
    browser.until(CARDS + " === 1");
    assertThat(browser.at(".image-card").getText()).contains("truly 0", "✗ 1 with 70.0 %");
    assertThat(browser.at(".image-card").getAttribute("title")).contains("row 102 of the dataset");
    assertThat(browser.number("document.querySelector('.image-card canvas').width")).isEqualTo(28);
    assertThat(browser.driver.getCurrentUrl()).contains("true=0").contains("predicted=1");
    browser.driver.navigate().refresh();
    browser.ready();
    browser.until(CARDS + " === 1");
    assertThat(browser.at(".cell[aria-pressed='true']").getText()).isEqualTo("1");
    browser.driver.navigate().back();
    browser.until(CARDS + " === 8");
    browser.hasNothingToComplainOf();
  }

  @Test
  void predictionsAreFilteredAndOrdered() {
    predictions("");
    new Select(browser.at("#predictions-answer")).selectByValue("wrong");
    browser.until(CARDS + " === 2");
    new Select(browser.at("#predictions-order")).selectByValue("surest");
    browser.until("document.querySelector('.image-card').dataset.position === '7'");
    browser.at("#all-images").click();
    browser.until(CARDS + " === 8");
    browser.at("#predictions-low").sendKeys("0.9", Keys.TAB);
    browser.until(CARDS + " === 2");
    assertThat(browser.at(".count").getText()).isEqualTo("2 of 8 validation images");
    browser.at("#all-images").click();
    browser.until(CARDS + " === 8");
    new Select(browser.at("#predictions-true")).selectByVisibleText("1");
    browser.until(CARDS + " === 4");
    browser.hasNothingToComplainOf();
  }

  @Test
  void aSplitThatWasNotReadIsNotShown() {
    predictions("");
    assertThat(browser.texts("#predictions-split option")).containsExactly("validation");
    browser.driver.get(
        ui.url("/runs/" + SeededUi.FIRST + "/predictions.json").concat("?split=test"));
    assertThat(browser.at("body").getText()).contains("first has no predictions of test");
    browser.forget();
  }

  @Test
  void aFigureAnswersToThePointerWhereItsDataAreKept() {
    browser.open(ui.url("/runs/" + SeededUi.FIRST));
    browser.run("document.getElementById('figures').scrollIntoView()");
    browser.until("document.querySelector('[data-figure=confusion-matrices] canvas')");
    assertThat(browser.at("[data-figure=confusion-matrices] a").getAttribute("href"))
        .endsWith("/files/figures/confusion-matrices.png");
    assertThat(browser.texts("[data-figure=confusion-matrices] option"))
        .containsExactly("train", "validation");
    assertThat(browser.at("[data-figure=loss-history] img").isDisplayed()).isTrue();
    browser.hasNothingToComplainOf();
  }

  @Test
  void aRunWithoutPredictionsSaysSo() {
    browser.open(ui.url("/runs/" + SeededUi.FAILED));
    assertThat(browser.at("#predictions p").getText())
        .isEqualTo("There are no predictions: the run ended as FAILED, or its folder is gone.");
    browser.hasNothingToComplainOf();
  }

  @Test
  void twoRunsAreComparedImageByImage() {
    browser.open(
        ui.url("/compare?runs=" + SeededUi.FIRST + "," + SeededUi.SECOND + "," + SeededUi.FAILED));
    browser.run("document.getElementById('versus').scrollIntoView()");
    browser.until("document.getElementById('versus').dataset.drawn === 'yes'");
    assertThat(browser.texts(".areas li")).hasSize(2).allMatch(text -> text.contains("AUC 0.7500"));
    assertThat(browser.texts("#versus .matrix tbody tr").subList(0, 2))
        .containsExactly("0 +1 −1", "1 · ·");
    assertThat(browser.at("#disagreements .sentence").getText())
        .contains("Of 8 validation images first alone is right on 0, second alone on 1")
        .contains("a difference of +12.50 points")
        .contains("McNemar's exact test: p = 1.0000");
    browser.until(CARDS + " === 0");
    browser.at("#disagreements .bar button:last-child").click();
    browser.until(CARDS + " === 1");
    assertThat(browser.texts(".image-card .wrong")).containsExactly("✗ first: 1 with 70.0 %");
    assertThat(browser.driver.getCurrentUrl()).contains("right=b");
    new Select(browser.at("#versus-roc")).selectByValue("1");
    browser.until(
        "document.querySelector('#versus figcaption').textContent.includes('1 against the rest')");
    browser.driver.navigate().refresh();
    browser.ready();
    browser.run("document.getElementById('versus').scrollIntoView()");
    browser.until(CARDS + " === 1");
    browser.hasNothingToComplainOf();
  }
}
