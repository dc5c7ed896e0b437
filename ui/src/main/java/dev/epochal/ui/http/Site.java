package dev.epochal.ui.http;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.problem.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;

/** The one door: every request comes in here, and every answer goes out. */
public final class Site extends Handler.Abstract {
  /** What a person adds to runs is far shorter, but for a note. */
  static final int MOST_BYTES = 512 << 10;

  private static final int WORTH_PACKING = 1_000;
  private static final List<String> ASKED_ABOUT =
      List.of("Host", "Origin", "Sec-Fetch-Site", "Sec-Fetch-Mode", "Content-Type", Guard.HEADER);

  private final Guard guard;
  private final Routes routes;
  private final BiFunction<Integer, String, String> errorPage;
  private final Consumer<Throwable> unexpected;
  private final Executor executor;

  /**
   * @param errorPage HTML that says what went wrong, from a status and a message
   * @param unexpected is told of errors in the program
   * @param executor carries out what changes something, once its body is there
   */
  public Site(
      Guard guard,
      Routes routes,
      BiFunction<Integer, String, String> errorPage,
      Consumer<Throwable> unexpected,
      Executor executor) {
    this.guard = guard;
    this.routes = routes;
    this.errorPage = errorPage;
    this.unexpected = unexpected;
    this.executor = executor;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    try {
      String path = Request.getPathInContext(request);
      guard.check(sender(request, path));
      if (request.getHttpURI().getFragment() != null || request.getHttpURI().getParam() != null) {
        throw new Refused(400, "no browser of ours sends such an address");
      }
      boolean looks = isLook(request);
      Routes.Match match = routes.find(looks ? "GET" : request.getMethod(), path);
      if (looks) {
        send(request, response, callback, carriedOut(request, match, new byte[0]));
      } else {
        change(request, response, callback, match);
      }
    } catch (RuntimeException e) {
      send(request, response, callback, failed(request, e));
    }
    return true;
  }

  private static boolean isLook(Request request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  /** No thread waits for a body that comes slowly. */
  private void change(Request request, Response response, Callback callback, Routes.Match match) {
    if (request.getLength() > MOST_BYTES) {
      throw tooLong();
    }
    Content.Source.asByteArrayAsync(
        request,
        MOST_BYTES,
        new Promise.Invocable.NonBlocking<>() {
          @Override
          public void succeeded(byte[] body) {
            executor.execute(
                () -> send(request, response, callback, changed(request, match, body)));
          }

          @Override
          public void failed(Throwable failure) {
            send(request, response, callback, Site.this.failed(request, tooLong()));
          }
        });
  }

  private Answer changed(Request request, Routes.Match match, byte[] body) {
    try {
      return carriedOut(request, match, body);
    } catch (RuntimeException e) {
      return failed(request, e);
    }
  }

  private static Refused tooLong() {
    return new Refused(413, "the body must be whole, and at most " + MOST_BYTES + " bytes long");
  }

  private static Answer carriedOut(Request request, Routes.Match match, byte[] body) {
    return match.route().action().answer(new Call(match.places(), query(request), body));
  }

  private static Map<String, String> query(Request request) {
    Map<String, String> query = new TreeMap<>();
    try {
      for (Fields.Field field : Request.extractQueryParameters(request)) {
        query.put(field.getName(), field.getValues().get(field.getValues().size() - 1));
      }
    } catch (RuntimeException e) { // Jetty's several kinds of what is no query
      throw new Refused(400, "the address has a query that cannot be read");
    }
    query.values().removeIf(String::isEmpty);
    return query;
  }

  private static Guard.Sender sender(Request request, String path) {
    Map<String, String> headers = new TreeMap<>();
    for (String name : ASKED_ABOUT) {
      List<String> values = request.getHeaders().getValuesList(name);
      if (values.size() > 1) {
        throw new Refused(400, name + " stands there twice");
      }
      values.forEach(value -> headers.put(name.toLowerCase(Locale.ROOT), value));
    }
    return new Guard.Sender(request.getMethod(), path, headers, cookie(request));
  }

  private static @Nullable String cookie(Request request) {
    for (HttpCookie cookie : Request.getCookies(request)) {
      if (cookie.getName().equals(Guard.COOKIE)) {
        return cookie.getValue();
      }
    }
    return null;
  }

  private Answer failed(Request request, RuntimeException failure) {
    if (failure instanceof Refused refused) {
      return error(request, refused.status(), refused.getMessage());
    }
    if (failure instanceof InvalidInputException) {
      return error(request, 400, failure.getMessage());
    }
    if (failure instanceof EpochalException) {
      return error(request, 500, failure.getMessage());
    }
    unexpected.accept(failure);
    return error(request, 500, "an error in the program; ./run ui --debug shows where");
  }

  private Answer error(Request request, int status, @Nullable String message) {
    String said = String.valueOf(message);
    String accept = request.getHeaders().get(HttpHeader.ACCEPT);
    boolean person = isLook(request) && accept != null && accept.contains("text/html");
    Answer answer =
        person
            ? Answer.text(status, "text/html; charset=utf-8", errorPage.apply(status, said))
            : Answer.json(status, Map.of("status", status, "error", said));
    return status == 401 && person ? Answer.elsewhere(Guard.LOGIN) : answer;
  }

  private static void send(Request request, Response response, Callback callback, Answer answer) {
    response.setStatus(answer.status());
    SafeHeaders.put(response.getHeaders());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    if (answer.body() instanceof Answer.Bytes bytes) {
      byte[] body = packed(request, response, answer.type(), bytes.bytes());
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
      response.write(true, ByteBuffer.wrap(body), callback);
    } else if (answer.body() instanceof Answer.OnDisk disk) {
      try {
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, Files.size(disk.file()));
        Content.copy(Content.Source.from(disk.file()), response, callback);
      } catch (IOException e) {
        callback.failed(e);
      }
    } else if (answer.body() instanceof Answer.Events events) {
      if (request.getMethod().equals("HEAD")) {
        callback.succeeded();
      } else {
        events.stream().open(new EventWriter(response, callback));
      }
    }
  }

  private static byte[] packed(Request request, Response response, String type, byte[] body) {
    String accepted = request.getHeaders().get(HttpHeader.ACCEPT_ENCODING);
    if (body.length < WORTH_PACKING
        || accepted == null
        || !accepted.contains("gzip")
        || type.startsWith("image/png")) {
      return body;
    }
    response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
    response.getHeaders().put(HttpHeader.VARY, "Accept-Encoding");
    return gzip(body);
  }

  private static byte[] gzip(byte[] body) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(body.length / 3);
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return packed.toByteArray();
  }
}
