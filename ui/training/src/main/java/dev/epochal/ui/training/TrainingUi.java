package dev.epochal.ui.training;

import dev.epochal.core.problem.EpochalException;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.deeplearning4j.ui.VertxUIServer;

/** DL4J's server on loopback, over the runs of a folder. */
final class TrainingUi implements AutoCloseable {
  /** The one address that is listened on: DL4J's own server would take all. */
  static final String LOOPBACK = "127.0.0.1";

  private static final int PORTS_TRIED = 100;
  private static final long LONGEST_START_SECONDS = 60;
  private static final int THREADS = 4;

  private final Vertx vertx;
  private final int port;

  private TrainingUi(Vertx vertx, int port) {
    this.vertx = vertx;
    this.port = port;
  }

  /**
   * Starts to serve, on the first port from the asked one on that is free.
   *
   * @throws EpochalException when it cannot be started
   */
  static TrainingUi start(Path runs, int firstPort) {
    int port = free(firstPort);
    Vertx vertx = Vertx.vertx(new VertxOptions().setWorkerPoolSize(THREADS));
    VertxUIServer.getMultiSession().set(true);
    Sessions sessions = new Sessions(runs);
    CompletableFuture<String> deployed = new CompletableFuture<>();
    vertx.deployVerticle(
        new GuardedServer(port, sessions),
        done -> {
          if (done.succeeded()) {
            deployed.complete(done.result());
          } else {
            deployed.completeExceptionally(done.cause());
          }
        });
    try {
      deployed.get(LONGEST_START_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) { // several kinds of not starting
      vertx.close();
      throw new EpochalException("DL4J's training UI does not start: " + e, e);
    }
    return new TrainingUi(vertx, port);
  }

  private static int free(int first) {
    if (first == 0) {
      return probe(0);
    }
    for (int port = first; port <= Math.min(65_535, first + PORTS_TRIED); port++) {
      int found = probe(port);
      if (found > 0) {
        return found;
      }
    }
    throw new EpochalException("the ports from " + first + " on are taken");
  }

  /** The port if it is free, 0 if not; for 0 any that is. */
  private static int probe(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException taken) {
      return 0;
    }
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    vertx.close(done -> closed.complete(null));
    closed.join();
  }
}
