package dev.epochal.engine.dataset;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on this machine that answers as a test says, and remembers what it was asked. */
final class Mirror implements AutoCloseable {
  /** What it does with a request for a file. */
  interface Answer {
    void to(HttpExchange exchange, String file) throws IOException;
  }

  final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  Mirror(Answer answer) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext(
        "/mnist/",
        exchange -> {
          String file = exchange.getRequestURI().getPath().substring("/mnist/".length());
          asked.add(file);
          try (exchange) {
            answer.to(exchange, file);
          }
        });
    server.start();
  }

  /** Serves the files whole. */
  static Mirror of(MnistLike files) {
    return new Mirror((exchange, file) -> send(exchange, files.archive(file)));
  }

  static Mirror refusing(int status) {
    return new Mirror((exchange, file) -> exchange.sendResponseHeaders(status, -1));
  }

  static void send(HttpExchange exchange, byte[] body) throws IOException {
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/mnist/");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
