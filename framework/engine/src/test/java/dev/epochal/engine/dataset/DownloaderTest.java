package dev.epochal.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.data.IdxFile;
import dev.epochal.engine.dataset.Transfer.Patience;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from real servers on this machine. */
@Timeout(60)
final class DownloaderTest {
  private final MnistLike files = new MnistLike();
  private final Heard heard = new Heard();

  private static final Patience QUICK = new Patience(Duration.ofSeconds(30), Duration.ofMillis(1));

  @TempDir Path folder;

  @Test
  void aFileIsFetchedCheckedAndKept() throws IOException {
    try (Mirror mirror = Mirror.of(files)) {
      IdxFile labels = fetch(mirror.uri());

      assertThat(labels.n()).isEqualTo(30);
      assertThat(labels.data()[13]).isEqualTo((byte) 3);
      assertThat(Files.readAllBytes(target())).isEqualTo(files.archive(files.labels.archive()));
      assertThat(inFolder()).containsExactly(files.labels.archive());
      int size = files.archive(files.labels.archive()).length;
      assertThat(heard.progress).last().isEqualTo(files.labels.archive() + " " + size + "/" + size);
    }
  }

  @Test
  void theSecondMirrorIsAskedWhenTheFirstRefuses() {
    try (Mirror refusing = Mirror.refusing(403);
        Mirror mirror = Mirror.of(files)) {
      assertThat(fetch(refusing.uri(), mirror.uri()).n()).isEqualTo(30);
      assertThat(refusing.asked).containsExactly(files.labels.archive());
      assertThat(mirror.asked).containsExactly(files.labels.archive());
    }
  }

  @Test
  void theSecondMirrorIsNotAskedWhenTheFirstGivesTheFile() {
    try (Mirror mirror = Mirror.of(files);
        Mirror second = Mirror.of(files)) {
      fetch(mirror.uri(), second.uri());

      assertThat(second.asked).isEmpty();
    }
  }

  @Test
  void otherContentIsNotTaken() throws IOException {
    try (Mirror page =
            new Mirror(
                (exchange, file) ->
                    Mirror.send(exchange, "<html>moved</html>".getBytes(StandardCharsets.UTF_8)));
        Mirror other =
            new Mirror((exchange, file) -> Mirror.send(exchange, MnistLike.otherLabels()))) {
      assertThatThrownBy(() -> fetch(page.uri(), other.uri()))
          .isInstanceOf(DatasetUnavailableException.class)
          .hasMessageContaining("train-labels-idx1-ubyte.gz could not be downloaded (127.0.0.1: ")
          .hasMessageContaining("must begin with the IDX magic number")
          .hasMessageContaining("is not MNIST's train-labels-idx1-ubyte: its unpacked SHA-256 is")
          .hasMessageContaining(files.labels.sha256());
      assertThat(inFolder()).isEmpty();
    }
  }

  @Test
  void halfABodyIsNotTaken() throws IOException {
    byte[] whole = files.archive(files.labels.archive());
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    try (Mirror brokenOff =
            new Mirror(
                (exchange, file) -> {
                  exchange.sendResponseHeaders(200, whole.length);
                  exchange.getResponseBody().write(half);
                });
        Mirror shorter = new Mirror((exchange, file) -> Mirror.send(exchange, half))) {
      assertThatThrownBy(() -> fetch(brokenOff.uri(), shorter.uri()))
          .isInstanceOf(DatasetUnavailableException.class)
          .hasMessageContaining("is not a whole gzip file");
      assertThat(brokenOff.asked).hasSize(2);
      assertThat(shorter.asked).hasSize(1);
      assertThat(inFolder()).isEmpty();
    }
  }

  @Test
  void aBrokenConnectionGoesOnWhereItBrokeOff() throws IOException {
    byte[] whole = files.archive(files.labels.archive());
    int half = whole.length / 2;
    List<String> ranges = new CopyOnWriteArrayList<>();
    try (Mirror mirror =
        new Mirror(
            (exchange, file) -> {
              String range = exchange.getRequestHeaders().getFirst("Range");
              ranges.add(range + " if " + exchange.getRequestHeaders().getFirst("If-Range"));
              exchange.getResponseHeaders().set("ETag", "\"1\"");
              if (range == null) {
                exchange.sendResponseHeaders(200, whole.length);
                exchange.getResponseBody().write(whole, 0, half);
              } else {
                exchange
                    .getResponseHeaders()
                    .set(
                        "Content-Range",
                        "bytes %d-%d/%d".formatted(half, whole.length - 1, whole.length));
                exchange.sendResponseHeaders(206, whole.length - half);
                exchange.getResponseBody().write(whole, half, whole.length - half);
              }
            })) {
      assertThat(fetch(mirror.uri()).n()).isEqualTo(30);
      assertThat(ranges).containsExactly("null if null", "bytes=" + half + "- if \"1\"");
      assertThat(heard.progress).last().asString().endsWith(whole.length + "/" + whole.length);
      assertThat(heard.sentences)
          .singleElement()
          .asString()
          .contains("127.0.0.1: ", " after " + half + " bytes of train-labels", "trying again");
    }
  }

  @Test
  void aMirrorThatCannotGoOnBeginsAnew() {
    byte[] whole = files.archive(files.labels.archive());
    AtomicInteger asked = new AtomicInteger();
    try (Mirror mirror =
        new Mirror(
            (exchange, file) -> {
              exchange.sendResponseHeaders(200, whole.length);
              int length = asked.incrementAndGet() == 1 ? whole.length / 2 : whole.length;
              exchange.getResponseBody().write(whole, 0, length);
            })) {
      assertThat(fetch(mirror.uri()).n()).isEqualTo(30);
      assertThat(asked).hasValue(2);
    }
  }

  @Test
  void aBusyMirrorIsAskedAgain() {
    AtomicInteger asked = new AtomicInteger();
    try (Mirror busy =
        new Mirror(
            (exchange, file) -> {
              if (asked.incrementAndGet() < 3) {
                exchange.sendResponseHeaders(503, -1);
              } else {
                Mirror.send(exchange, files.archive(file));
              }
            })) {
      assertThat(fetch(busy.uri()).n()).isEqualTo(30);
      assertThat(heard.sentences).hasSize(2).allMatch(said -> said.contains("HTTP status 503"));
    }
  }

  @Test
  void aMirrorThatSendsForEverIsGivenUp() throws IOException {
    try (Mirror endless =
        new Mirror(
            (exchange, file) -> {
              exchange.sendResponseHeaders(200, 0);
              byte[] zeros = new byte[1 << 20];
              for (int i = 0; i < 70; i++) {
                exchange.getResponseBody().write(zeros);
              }
            })) {
      assertThatThrownBy(() -> fetch(endless.uri()))
          .isInstanceOf(DatasetUnavailableException.class)
          .hasMessageContaining("more than 67108864 bytes");
      assertThat(endless.asked).hasSize(1);
      assertThat(inFolder()).isEmpty();
    }
  }

  @Test
  void whatAKilledProcessLeftIsSweptAndWhatAnotherIsFetchingStays() throws IOException {
    Path old = Files.createFile(folder.resolve("train-labels-idx1-ubyte.gz.1.partial"));
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    Path fresh = Files.createFile(folder.resolve("train-labels-idx1-ubyte.gz.2.partial"));
    try (Mirror mirror = Mirror.of(files)) {
      fetch(mirror.uri());
    }

    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
  }

  /** A folder stands where the file belongs: what the mirror sends is right and cannot be kept. */
  @Test
  void aCacheThatTakesNothingInIsNamedAndNoMirrorIsBlamed() throws IOException {
    Files.createDirectories(target().resolve("in the way"));
    try (Mirror mirror = Mirror.of(files);
        Mirror second = Mirror.of(files)) {
      assertThatThrownBy(() -> fetch(mirror.uri(), second.uri()))
          .isInstanceOf(DatasetUnavailableException.class)
          .hasMessageStartingWith("the cache folder " + folder + " cannot be written (")
          .hasMessageContaining("XDG_CACHE_HOME");
      assertThat(second.asked).isEmpty();
    }
  }

  @Test
  void aFileThatWasThereStaysWhenNoMirrorGivesABetterOne() throws IOException {
    Files.writeString(target(), "old");
    try (Mirror refusing = Mirror.refusing(500)) {
      assertThatThrownBy(() -> fetch(refusing.uri()))
          .isInstanceOf(DatasetUnavailableException.class)
          .hasMessage(
              "train-labels-idx1-ubyte.gz could not be downloaded (127.0.0.1: HTTP status 500)");
    }

    assertThat(target()).hasContent("old");
  }

  @Test
  void aServerThatIsNotThereIsNamed() {
    URI closed;
    try (Mirror mirror = Mirror.of(files)) {
      closed = mirror.uri();
    }

    assertThatThrownBy(() -> fetch(closed))
        .isInstanceOf(DatasetUnavailableException.class)
        .hasMessageMatching(".* could not be downloaded \\(127\\.0\\.0\\.1: .+\\)");
  }

  @Test
  void aRedirectIsFollowed() {
    try (Mirror mirror = Mirror.of(files);
        Mirror moved =
            new Mirror(
                (exchange, file) -> {
                  exchange.getResponseHeaders().set("Location", mirror.uri() + file);
                  exchange.sendResponseHeaders(302, -1);
                })) {
      assertThat(fetch(moved.uri()).n()).isEqualTo(30);
    }
  }

  @Test
  void twoMayFetchAtOnce() throws Exception {
    // Both requests must have come before either is answered.
    CountDownLatch both = new CountDownLatch(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (Mirror mirror =
        new Mirror(
            (exchange, file) -> {
              both.countDown();
              await(both);
              Mirror.send(exchange, files.archive(file));
            })) {
      Future<IdxFile> first = threads.submit(() -> fetch(mirror.uri()));
      Future<IdxFile> second = threads.submit(() -> fetch(mirror.uri()));

      assertThat(first.get().data()).isEqualTo(second.get().data()).hasSize(30);
      assertThat(mirror.asked).hasSize(2);
      assertThat(inFolder()).containsExactly(files.labels.archive());
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whoIsInterruptedStopsWaitingAndStaysInterrupted() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Throwable[] thrown = new Throwable[1];
    boolean[] interrupted = new boolean[1];
    try (Mirror silent =
        new Mirror(
            (exchange, file) -> {
              asked.countDown();
              await(end);
            })) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  fetch(silent.uri());
                } catch (DatasetUnavailableException e) {
                  thrown[0] = e;
                  interrupted[0] = Thread.currentThread().isInterrupted();
                }
              });
      thread.start();
      asked.await();
      thread.interrupt();
      thread.join();
      end.countDown();
    }

    assertThat(thrown[0]).hasMessageContaining("interrupted while fetching");
    assertThat(interrupted[0]).isTrue();
    assertThat(inFolder()).isEmpty();
  }

  @Test
  void aMirrorThatFallsSilentInTheMiddleIsGivenUpForTheNext() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try (Mirror silent =
            new Mirror(
                (exchange, file) -> {
                  exchange.sendResponseHeaders(200, 1_000);
                  exchange.getResponseBody().write(new byte[10]);
                  exchange.getResponseBody().flush();
                  await(end);
                });
        Mirror second = Mirror.of(files)) {
      new Downloader(
              List.of(silent.uri(), second.uri()),
              heard,
              new Patience(Duration.ofMillis(300), Duration.ofMillis(1)))
          .fetch(files.labels, folder);
      end.countDown();
    }

    assertThat(inFolder()).hasSize(1);
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private IdxFile fetch(URI... mirrors) {
    return new Downloader(List.of(mirrors), heard, QUICK).fetch(files.labels, folder);
  }

  private Path target() {
    return folder.resolve(files.labels.archive());
  }

  private List<String> inFolder() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).toList();
    }
  }
}
