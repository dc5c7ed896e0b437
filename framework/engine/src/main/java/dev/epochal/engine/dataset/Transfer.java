package dev.epochal.engine.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One file from one mirror. A connection that breaks is made again after a pause, and the file goes
 * on where it broke off if the mirror can do that; so a bad line needs several goes, not luck.
 */
final class Transfer {
  /** The largest of MNIST's files has 10 MB; a mirror that sends far more is not one. */
  private static final long MAX_BYTES = 64L << 20;

  /** For the answer to begin; a look-up of the mirror's name counts too. */
  private static final Duration ANSWER = Duration.ofSeconds(20);

  private static final int CONNECTIONS = 5;
  private static final int OK = 200;
  private static final int PARTIAL = 206;

  private final HttpClient client;
  private final URI uri;
  private final String name;
  private final Path partial;
  private final Patience patience;
  private final DataListener listener;
  private long bytes;
  private Optional<String> version = Optional.empty();

  /**
   * How long is waited.
   *
   * @param stall silence after which a connection is given up, however slow a line may be
   * @param pause before the second connection; doubled before each further one
   */
  record Patience(Duration stall, Duration pause) {}

  Transfer(
      HttpClient client,
      URI uri,
      String name,
      Path partial,
      Patience patience,
      DataListener listener) {
    this.client = client;
    this.uri = uri;
    this.name = name;
    this.partial = partial;
    this.patience = patience;
    this.listener = listener;
  }

  /** The file cannot be kept here, whatever a mirror sends. */
  static final class CannotKeepException extends IOException {
    private static final long serialVersionUID = 1L;

    CannotKeepException(IOException cause) {
      super(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
    }
  }

  /** The mirror is busy: asking again makes sense. */
  private static final class BusyException extends IOException {
    private static final long serialVersionUID = 1L;

    BusyException(int status) {
      super("HTTP status " + status);
    }
  }

  /** The mirror sends something else. */
  private static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLongException() {
      super("more than " + MAX_BYTES + " bytes");
    }
  }

  /** Fetches the file to its end. */
  void run() throws IOException, InterruptedException {
    long most = 0;
    for (int connection = 1; ; connection++) {
      try {
        connect();
        return;
      } catch (CannotKeepException | TooLongException e) {
        throw e;
      } catch (IOException e) {
        boolean further = bytes > most || e instanceof BusyException;
        if (!further || connection == CONNECTIONS) {
          throw e;
        }
        most = Math.max(most, bytes);
        Duration pause = patience.pause().multipliedBy(1L << (connection - 1));
        listener.message(
            "%s: %s after %,d bytes of %s; trying again in %d s"
                .formatted(uri.getHost(), Downloader.reason(e), bytes, name, pause.toSeconds()));
        Thread.sleep(pause.toMillis());
      }
    }
  }

  private void connect() throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (bytes > 0) {
      request.header("Range", "bytes=" + bytes + "-");
      version.ifPresent(known -> request.header("If-Range", known));
    }
    CompletableFuture<HttpResponse<InputStream>> answer =
        client.sendAsync(request.build(), BodyHandlers.ofInputStream());
    try {
      HttpResponse<InputStream> response = await(answer);
      try (InputStream body = response.body()) {
        begin(response);
        copy(body, bytes + response.headers().firstValueAsLong("Content-Length").orElse(-bytes));
      }
    } finally {
      answer.cancel(true);
    }
  }

  /** Goes on behind the bytes that are there, or from the first one. */
  private void begin(HttpResponse<InputStream> response) throws IOException {
    int status = response.statusCode();
    if (status == 429 || status >= 500) {
      throw new BusyException(status);
    }
    String range = response.headers().firstValue("Content-Range").orElse("");
    boolean continued = status == PARTIAL && range.startsWith("bytes " + bytes + "-");
    if (!continued && status != OK) {
      throw new IOException("HTTP status " + status);
    }
    if (!continued) {
      bytes = 0;
    }
    version =
        response
            .headers()
            .firstValue("ETag")
            .filter(tag -> !tag.startsWith("W/"))
            .or(() -> response.headers().firstValue("Last-Modified"));
  }

  private static HttpResponse<InputStream> await(
      CompletableFuture<HttpResponse<InputStream>> answer)
      throws IOException, InterruptedException {
    try {
      // Here, since a time-out of the request does not cover a name look-up that hangs.
      return answer.get(ANSWER.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IOException("no answer within " + ANSWER.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause() == null ? e : e.getCause());
    }
  }

  private void copy(InputStream body, long total) throws IOException {
    try (StallGuard guard = new StallGuard(body, patience.stall());
        OutputStream out = open()) {
      byte[] buffer = new byte[1 << 16];
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        guard.progress();
        write(out, buffer, n);
        bytes += n;
        listener.downloaded(name, bytes, total);
        if (bytes > MAX_BYTES) {
          throw new TooLongException();
        }
      }
      guard.check();
    }
  }

  private OutputStream open() throws IOException {
    try {
      return bytes == 0
          ? Files.newOutputStream(partial)
          : Files.newOutputStream(partial, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new CannotKeepException(e);
    }
  }

  private static void write(OutputStream out, byte[] buffer, int n) throws IOException {
    try {
      out.write(buffer, 0, n);
    } catch (IOException e) {
      throw new CannotKeepException(e);
    }
  }
}
