package dev.epochal.engine.dataset;

import dev.epochal.core.data.IdxFile;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.engine.dataset.Transfer.CannotKeepException;
import dev.epochal.engine.dataset.Transfer.Patience;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Fetches a file from the first mirror that gives it whole and right. It is written under a name of
 * its own and moved into place when its checksum has been checked, so that two processes may fetch
 * at once and a reader never sees half a file.
 */
final class Downloader {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(30), Duration.ofSeconds(1));

  /** No download takes that long: what is older was left by a process that was killed. */
  private static final Duration ABANDONED = Duration.ofDays(1);

  private final List<URI> mirrors;
  private final Patience patience;
  private final DataListener listener;

  Downloader(List<URI> mirrors, DataListener listener) {
    this(mirrors, listener, PATIENCE);
  }

  Downloader(List<URI> mirrors, DataListener listener, Patience patience) {
    this.mirrors = List.copyOf(mirrors);
    this.patience = patience;
    this.listener = listener;
  }

  void say(String sentence) {
    listener.message(sentence);
  }

  /**
   * Fetches it into a folder.
   *
   * @throws DatasetUnavailableException if no mirror gives the file, with what each one answered,
   *     or if it cannot be kept
   */
  IdxFile fetch(MnistFile file, Path folder) {
    sweep(folder);
    List<String> failures = new ArrayList<>();
    for (URI mirror : mirrors) {
      URI uri = mirror.resolve(file.archive());
      try {
        return fetch(uri, file, folder);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new DatasetUnavailableException("interrupted while fetching " + uri, e);
      } catch (CannotKeepException e) {
        throw cannotKeep(folder, e);
      } catch (IOException | EpochalException e) {
        failures.add(uri.getHost() + ": " + reason(e));
      }
    }
    throw new DatasetUnavailableException(
        file.archive() + " could not be downloaded (" + String.join("; ", failures) + ")", null);
  }

  /** What is to be said when the cache takes nothing in. */
  static DatasetUnavailableException cannotKeep(Path folder, IOException e) {
    return new DatasetUnavailableException(
        "the cache folder %s cannot be written (%s): make room or name another with XDG_CACHE_HOME"
            .formatted(folder, e.getMessage()),
        e);
  }

  private IdxFile fetch(URI uri, MnistFile file, Path folder)
      throws IOException, InterruptedException {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    Path partial = folder.resolve(file.archive() + "." + UUID.randomUUID() + ".partial");
    try {
      new Transfer(client, uri, file.archive(), partial, patience, listener).run();
      IdxFile checked = file.read(partial);
      keep(partial, folder.resolve(file.archive()));
      return checked;
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static void keep(Path partial, Path target) throws IOException {
    try {
      Files.move(
          partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CannotKeepException(e);
    }
  }

  /** Removes what killed processes left; that it can is not necessary. */
  private static void sweep(Path folder) {
    Instant abandoned = Instant.now().minus(ABANDONED);
    try (DirectoryStream<Path> partials = Files.newDirectoryStream(folder, "*.partial")) {
      for (Path partial : partials) {
        if (Files.getLastModifiedTime(partial).toInstant().isBefore(abandoned)) {
          Files.deleteIfExists(partial);
        }
      }
    } catch (IOException e) {
      // Whoever removed it first, or may not: the download is what matters.
    }
  }

  /** The innermost reason, in words. */
  static String reason(Throwable e) {
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
