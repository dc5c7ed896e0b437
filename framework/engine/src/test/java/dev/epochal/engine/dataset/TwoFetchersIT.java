package dev.epochal.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes that fetch the same file into the same cache at once. */
@Timeout(120)
final class TwoFetchersIT {
  private final MnistLike files = new MnistLike();

  @TempDir Path folder;

  @Test
  void bothEndWithTheWholeFileAndLeaveNothingElse() throws Exception {
    byte[] whole = files.archive(files.images.archive());
    // Each has sent half before either is sent the rest.
    CountDownLatch halfway = new CountDownLatch(2);
    try (Mirror mirror =
        new Mirror(
            (exchange, file) -> {
              exchange.sendResponseHeaders(200, whole.length);
              exchange.getResponseBody().write(whole, 0, whole.length / 2);
              exchange.getResponseBody().flush();
              halfway.countDown();
              await(halfway);
              exchange
                  .getResponseBody()
                  .write(whole, whole.length / 2, whole.length - whole.length / 2);
            })) {
      Process first = fetcher(mirror.uri());
      Process second = fetcher(mirror.uri());

      for (Process process : List.of(first, second)) {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).isEqualTo("30 images []\n");
      }
      assertThat(mirror.asked).hasSize(2);
    }
    assertThat(folder.resolve(files.images.archive())).hasBinaryContent(whole);
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).hasSize(1);
    }
  }

  private Process fetcher(URI mirror) throws IOException {
    ProcessBuilder process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                FetchMain.class.getName(),
                mirror.toString(),
                folder.toString())
            .redirectErrorStream(true);
    // Java says on stderr that it picked it up.
    process.environment().remove("JAVA_TOOL_OPTIONS");
    return process.start();
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
