package dev.epochal.ui.training;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one door to DL4J's server: asked for by a name of its own, only looked at, only where its
 * pages look, and only at sessions of runs. Everything else of DL4J's (uploads, the remote
 * receiver, its other modules, languages, sessions and workers set by GET) is not there. Files it
 * answers itself, because DL4J takes any path for one.
 */
final class Guard implements Handler<HttpServerRequest> {
  private static final String ID = "([0-9a-f]{12})";
  private static final Pattern PAGE = Pattern.compile("/train/" + ID + "/(overview|model|system)");
  private static final Pattern DATA =
      Pattern.compile(
          "/train/" + ID + "/(overview/data|model/graph|model/data/[0-9]{1,4}|system/data|info)");
  private static final Pattern LAST = Pattern.compile("/train/sessions/lastUpdate/" + ID);
  private static final Pattern ENTRY = Pattern.compile("/train/" + ID);
  private static final Pattern FONT = Pattern.compile("/assets/[\\w/.-]+\\?(v=)?[\\w.]{1,9}");
  private static final String MODE = "/train/multisession";

  /** DL4J's pages have their scripts inside them; nothing comes from or goes to elsewhere. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
              "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self'"
                  + " 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
                  + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Cache-Control", "no-store");

  private final Vertx vertx;
  private final Set<String> names;
  private final Sessions sessions;
  private final Handler<HttpServerRequest> dl4j;
  private final PageFiles files = new PageFiles();

  Guard(Vertx vertx, int port, Sessions sessions, Handler<HttpServerRequest> dl4j) {
    this.vertx = vertx;
    this.names = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
    this.sessions = sessions;
    this.dl4j = dl4j;
  }

  @Override
  public void handle(HttpServerRequest request) {
    HEADERS.forEach(request.response()::putHeader);
    Refusal refusal = refusal(request);
    if (refusal != null) {
      // What else it sends is not waited for.
      answer(request, refusal.status(), "text/plain", refusal.why());
      request.connection().close();
      return;
    }
    String path = request.path();
    PageFiles.PageFile file = files.find(path);
    if (file != null) {
      request
          .response()
          .putHeader("Content-Type", file.type())
          .end(io.vertx.core.buffer.Buffer.buffer(file.bytes()));
    } else if (path.equals(MODE)) {
      answer(request, 200, "text/plain", "true");
    } else if (ENTRY.matcher(path).matches()) {
      request.response().putHeader("Location", path + "/overview");
      answer(request, 302, "text/plain", "");
    } else {
      session(request, path);
    }
  }

  private record Refusal(int status, String why) {}

  private @Nullable Refusal refusal(HttpServerRequest request) {
    List<String> hosts = request.headers().getAll("Host");
    if (hosts.size() != 1 || !names.contains(hosts.get(0).toLowerCase(Locale.ROOT))) {
      return new Refusal(421, "this server does not answer to that name");
    }
    if (request.method() != HttpMethod.GET) {
      return new Refusal(405, "there is nothing here but to look at");
    }
    String origin = request.getHeader("Origin");
    boolean foreign =
        origin != null
            && !(origin.startsWith("http://")
                && names.contains(origin.substring("http://".length())));
    boolean fetched =
        "cross-site".equals(request.getHeader("Sec-Fetch-Site"))
            && !"navigate".equals(request.getHeader("Sec-Fetch-Mode"));
    if (foreign || fetched) {
      return new Refusal(403, "only pages of this server may ask");
    }
    if (!isPlain(request)) {
      return new Refusal(400, "no page of this server sends such an address");
    }
    return null;
  }

  /** A query has nobody but a font, whose style says its version so. */
  private static boolean isPlain(HttpServerRequest request) {
    String path = request.path();
    return path != null
        && (path.equals(request.uri())
            || (path.contains("/fonts/") && FONT.matcher(request.uri()).matches()));
  }

  private void session(HttpServerRequest request, String path) {
    Matcher page = PAGE.matcher(path);
    Matcher data = DATA.matcher(path);
    Matcher last = LAST.matcher(path);
    String id =
        page.matches()
            ? page.group(1)
            : data.matches() ? data.group(1) : last.matches() ? last.group(1) : null;
    if (id == null) {
      answer(request, 404, "text/plain", "there is no such page: runs link to theirs in ./run ui");
      return;
    }
    boolean person = page.matches();
    request.pause();
    vertx.<Sessions.State>executeBlocking(
        open -> open.complete(sessions.open(id)),
        false,
        opened -> {
          request.resume();
          if (opened.failed()) {
            answer(request, 500, "text/plain", "the session cannot be read");
          } else if (opened.result() == Sessions.State.SHOWN) {
            request
                .response()
                .putHeader("Content-Type", person ? "text/html; charset=utf-8" : "text/plain");
            dl4j.handle(request);
          } else if (opened.result() == Sessions.State.EMPTY && person) {
            request.response().putHeader("Refresh", "2");
            answer(
                request,
                200,
                "text/plain",
                "Run " + id + " has reported nothing yet. This page looks again by itself.");
          } else {
            answer(request, 404, "text/plain", "run " + id + " has no session that can be shown");
          }
        });
  }

  private static void answer(HttpServerRequest request, int status, String type, String text) {
    HttpServerResponse response = request.response();
    if (!response.ended() && !response.closed()) {
      response.setStatusCode(status).putHeader("Content-Type", type + "; charset=utf-8").end(text);
    }
  }
}
