package dev.epochal.engine.dataset;

import dev.epochal.core.data.IdxFile;
import dev.epochal.core.problem.EpochalException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches a file from the first mirror that gives it whole and right. It is written under a name of
 * its own and moved into place when its checksum has been checked, so that two processes may fetch
 * at once and a reader never sees half a file.
 */
final class Downloader {
  /** The largest of MNIST's files has 10 MB; a mirror that sends far more is not one. */
  private static final long MAX_BYTES = 64L << 20;

  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** For the answer to begin; a look-up of the mirror's name counts too. */
  private static final Duration ANSWER = Duration.ofSeconds(20);

  /** Silence after which a mirror is given up, however slow a line may be. */
  private static final Duration STALL = Duration.ofSeconds(30);

  private final List<URI> mirrors;
  private final Duration stall;
  private final DataListener listener;

  Downloader(List<URI> mirrors, DataListener listener) {
    this(mirrors, listener, STALL);
  }

  Downloader(List<URI> mirrors, DataListener listener, Duration stall) {
    this.mirrors = List.copyOf(mirrors);
    this.stall = stall;
    this.listener = listener;
  }

  void say(String sentence) {
    listener.message(sentence);
  }

  /**
   * @throws DatasetUnavailableException if no mirror gives the file, with what each one answered
   */
  IdxFile fetch(MnistFile file, Path target) {
    List<String> failures = new ArrayList<>();
    for (URI mirror : mirrors) {
      URI uri = mirror.resolve(file.archive());
      try {
        return fetch(uri, file, target);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new DatasetUnavailableException("interrupted while fetching " + uri, e);
      } catch (IOException | EpochalException e) {
        failures.add(uri.getHost() + ": " + reason(e));
      }
    }
    throw new DatasetUnavailableException(
        file.archive() + " could not be downloaded (" + String.join("; ", failures) + ")", null);
  }

  private IdxFile fetch(URI uri, MnistFile file, Path target)
      throws IOException, InterruptedException {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    HttpRequest request = HttpRequest.newBuilder(uri).build();
    CompletableFuture<HttpResponse<InputStream>> answer =
        client.sendAsync(request, BodyHandlers.ofInputStream());
    Path partial = target.resolveSibling(file.archive() + "." + UUID.randomUUID() + ".partial");
    try {
      HttpResponse<InputStream> response = await(answer);
      try (InputStream body = response.body()) {
        if (response.statusCode() != 200) {
          throw new IOException("HTTP status " + response.statusCode());
        }
        copy(body, partial, file, response.headers().firstValueAsLong("Content-Length").orElse(0));
      }
      IdxFile checked = file.read(partial);
      Files.move(
          partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return checked;
    } finally {
      answer.cancel(true);
      Files.deleteIfExists(partial);
    }
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

  private void copy(InputStream body, Path partial, MnistFile file, long total) throws IOException {
    try (StallGuard guard = new StallGuard(body, stall);
        OutputStream out = Files.newOutputStream(partial)) {
      byte[] buffer = new byte[1 << 16];
      long bytes = 0;
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        guard.progress();
        out.write(buffer, 0, n);
        bytes += n;
        listener.downloaded(file.archive(), bytes, total);
        if (bytes > MAX_BYTES) {
          throw new IOException("more than " + MAX_BYTES + " bytes");
        }
      }
      guard.check();
    }
  }

  private static String reason(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    if (root instanceof UnresolvedAddressException) {
      return "its name is not known here: no network?";
    }
    String message = root.getMessage();
    return message == null || message.isBlank() ? root.getClass().getSimpleName() : message;
  }
}
