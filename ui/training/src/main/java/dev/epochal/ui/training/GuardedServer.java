package dev.epochal.ui.training;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.deeplearning4j.ui.VertxUIServer;
import org.jspecify.annotations.Nullable;

/**
 * DL4J's server, which listens on every address and hands every request to its routes, made to do
 * neither: it is given a {@link Vertx} whose HTTP server binds to loopback and puts {@link Guard}
 * before DL4J's routes.
 */
final class GuardedServer extends VertxUIServer {
  private static final int IDLE_SECONDS = 30;
  private static final int LONGEST_LINE = 1_024;
  private static final int LONGEST_HEADERS = 16 << 10;

  private final int port;
  private final Sessions sessions;

  GuardedServer(int port, Sessions sessions) {
    this.port = port;
    this.sessions = sessions;
  }

  @Override
  public void init(Vertx real, Context context) {
    sessions.showIn(this);
    super.init(
        proxy(
            Vertx.class,
            (proxy, method, arguments) ->
                method.getName().equals("createHttpServer")
                    ? server(real)
                    : call(real, method, arguments)),
        context);
  }

  private HttpServer server(Vertx real) {
    HttpServer server =
        real.createHttpServer(
            new HttpServerOptions()
                .setIdleTimeout(IDLE_SECONDS)
                .setMaxInitialLineLength(LONGEST_LINE)
                .setMaxHeaderSize(LONGEST_HEADERS)
                .setCompressionSupported(true));
    Connections.limit(server);
    return proxy(HttpServer.class, new Bound(real, server));
  }

  /** The HTTP server as DL4J sees it. */
  private final class Bound implements InvocationHandler {
    private final Vertx vertx;
    private final HttpServer server;

    Bound(Vertx vertx, HttpServer server) {
      this.vertx = vertx;
      this.server = server;
    }

    @Override
    @SuppressWarnings("unchecked") // as HttpServer declares them
    public Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      if (method.getName().equals("requestHandler") && arguments != null) {
        Guard guard = new Guard(vertx, port, sessions, (Handler<HttpServerRequest>) arguments[0]);
        server.requestHandler(guard);
        return proxy;
      }
      if (method.getName().equals("listen")) {
        if (arguments == null || arguments.length != 2) {
          throw new IllegalStateException("DL4J listens in another way than it did");
        }
        server.listen(port, TrainingUi.LOOPBACK, (Handler<AsyncResult<HttpServer>>) arguments[1]);
        return proxy;
      }
      Object result = call(server, method, arguments);
      return result == server ? proxy : result;
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object call(Object real, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
