package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program's UI beside a run of another process. */
final class UiLiveIT {
  private static final String ROWS = "document.querySelectorAll('#table tbody tr[data-id]').length";

  @TempDir Path home;

  @Test
  void aRunOfAnotherProcessAppearsAndItsCurveMoves() throws Exception {
    Program program = new Program(home);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Browser browser = new Browser()) {
      Program.Running serving = program.start("ui", "--no-open", "--port", taken.getLocalPort());
      Await.until(() -> !Files.readString(serving.out()).isEmpty(), () -> "the address");
      String url = Files.readString(serving.out()).strip();
      assertThat(Files.readString(serving.err()))
          .contains("port " + taken.getLocalPort() + " is taken; this is the next free one");
      browser.open(url);
      browser.until("!document.getElementById('empty').hidden");

      Program.Running running =
          program.start(program.spec("tiny.yaml", Specs.MLP), "training.epochs=100000");
      browser.until(ROWS + " === 1");
      browser.until("document.querySelector('#table .status').textContent.includes('/100000')");
      String id = program.runFolders().get(0).getFileName().toString();

      browser.open(url + "runs/latest");
      assertThat(browser.driver.getCurrentUrl()).endsWith("/runs/" + id);
      String points = "Number(document.querySelector('#charts .chart-box')?.dataset.points ?? 0)";
      browser.until(points + " > 2");
      String epoch = "document.querySelector('#progress progress').value";
      long before = browser.number(epoch);
      browser.until(epoch + " > " + (before + 2));
      assertThat(browser.number(points)).isLessThanOrEqualTo(2 * 4_000); // of two metrics
      browser.until("document.getElementById('log-text').textContent.length > 10");
      assertThat(browser.run("return document.getElementById('run').dataset.told"))
          .isEqualTo("yes");
      assertThat(browser.texts("#network tfoot td")).last().asString().matches("[\\d,]+");

      assertThat(program.run("stop", id).exit()).isZero();
      running.end();
      browser.until("document.getElementById('run')?.dataset.status === 'KILLED'");
      browser.ready();
      assertThat(browser.texts("#commands code")).contains("./run resume " + id);

      assertThat(program.run(home.resolve("tiny.yaml").toString(), "training.epochs=2").exit())
          .isZero();
      browser.open(url + "runs/latest");
      browser.run("document.getElementById('figures').scrollIntoView()");
      browser.until("document.querySelectorAll('#figures .reading').length === 2");
      browser.until("document.querySelector('[data-figure=loss-history] canvas')");
      assertThat(browser.at("[data-figure='loss-history'] .reading").getAttribute("textContent"))
          .contains("Train values are of the training passes, before each update");
      browser.hasNothingToComplainOf();

      serving.interrupt();
      Program.Result served = serving.end();
      assertThat(served.exit()).isIn(130, 143);
      assertThat(served.err()).endsWith("stopped\n");
    }
  }
}
