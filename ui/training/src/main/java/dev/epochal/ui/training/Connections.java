package dev.epochal.ui.training;

import io.vertx.core.http.HttpServer;
import java.util.concurrent.atomic.AtomicInteger;

/** Bounds how many may be connected at once; a browser has six. */
final class Connections {
  private static final int MOST = 500;

  private Connections() {}

  static void limit(HttpServer server) {
    AtomicInteger open = new AtomicInteger();
    server.connectionHandler(
        connection -> {
          connection.closeHandler(closed -> open.decrementAndGet());
          if (open.incrementAndGet() > MOST) {
            connection.close();
          }
        });
  }
}
