package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium, without a window and without a network but this machine. */
final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private static final String AXE =
      """
      const done = arguments[arguments.length - 1];
      axe.run(document, { resultTypes: ["violations"] }).then(
        (found) => done(found.violations
          .filter((rule) => ["serious", "critical"].includes(rule.impact))
          .flatMap((rule) => rule.nodes.map((node) =>
            `${rule.id} at ${node.target.join(" ")}: ${node.failureSummary}`))),
        (problem) => done([String(problem)]));
      """;

  final ChromeDriver driver;

  Browser() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1280,900");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                .build(),
            options);
  }

  /** Opens a page and waits until its module has drawn it. */
  void open(String url) {
    driver.get(url);
    ready();
  }

  void ready() {
    until("document.documentElement.dataset.ready === 'yes'");
  }

  /** Waits until an expression is true in the page. */
  void until(String expression) {
    new WebDriverWait(driver, PATIENCE)
        .withMessage(() -> expression + " in " + driver.getCurrentUrl())
        .until(d -> Boolean.TRUE.equals(run("return Boolean(" + expression + ")")));
  }

  Object run(String script, Object... arguments) {
    return ((JavascriptExecutor) driver).executeScript(script, arguments);
  }

  long number(String expression) {
    return ((Number) run("return " + expression)).longValue();
  }

  WebElement at(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  List<String> texts(String css) {
    return driver.findElements(By.cssSelector(css)).stream().map(WebElement::getText).toList();
  }

  void theme(String name) {
    run("localStorage.setItem('epochal.theme', arguments[0])", name);
  }

  /** A picture for whoever wants to look, below {@code target}. */
  void picture(String name, int width, int height) throws IOException {
    driver.manage().window().setSize(new Dimension(width, height));
    until("document.fonts.status === 'loaded'");
    Files.createDirectories(SCREENSHOTS);
    Files.write(
        SCREENSHOTS.resolve(name + "-" + width + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }

  /** Whether the page is wider than the window. */
  boolean overflows() {
    return (boolean)
        run("return document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  /** Nothing was refused, missing or thrown. */
  void hasNothingToComplainOf() {
    List<LogEntry> logged =
        driver.manage().logs().get(LogType.BROWSER).getAll().stream()
            .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
            .toList();
    assertThat(logged).isEmpty();
  }

  /** What was logged so far does not count. */
  void forget() {
    driver.manage().logs().get(LogType.BROWSER);
  }

  /** How the system asks for dark or light. */
  void prefersDark() {
    prefers("dark");
  }

  void prefers(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** What axe-core finds serious or critical in the page, each with where it is. */
  List<?> inaccessible() throws IOException {
    try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
      run(new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8));
    }
    return (List<?>) driver.executeAsyncScript(AXE);
  }

  @Override
  public void close() {
    driver.quit();
  }
}
