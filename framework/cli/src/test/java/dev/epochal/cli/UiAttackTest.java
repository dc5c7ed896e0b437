package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.epochal.cli.RawHttp.Got;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunStatus;
import dev.epochal.ui.http.Routes.Route;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every route against everything that worked on other trackers; over real HTTP. */
final class UiAttackTest {
  @TempDir private static Path folder;
  private static SeededUi ui;
  private static RawHttp http;

  @BeforeAll
  static void serve() throws IOException {
    ui = SeededUi.in(Files.createDirectories(folder.resolve("runs")));
    http = new RawHttp(ui.server.url());
  }

  @AfterAll
  static void stop() {
    ui.close();
    assertThat(ui.unexpected).isEmpty();
  }

  static List<Route> routes() {
    return ui.server.routes();
  }

  static List<Route> changes() {
    return routes().stream().filter(route -> route.method().equals("POST")).toList();
  }

  private static String path(Route route) {
    boolean ofSweep = route.path().startsWith("/sweeps/");
    return route
        .path()
        .replace("{id}", ofSweep ? SeededSweeps.HOSTILE : SeededUi.FIRST)
        .replace("{name*}", "log.txt")
        .replace("{name}", "style.css");
  }

  private static Map<String, String> rightHeaders() {
    return new TreeMap<>(
        Map.of(
            "Origin",
            "http://" + http.host(),
            "X-Epochal-Token",
            ui.server.token(),
            "Content-Type",
            "application/json"));
  }

  /** Nothing of the program, of its files, or of a hostile text as what it is not. */
  private static void isSafe(Got got) {
    assertThat(got.headers())
        .containsEntry("x-content-type-options", "nosniff")
        .containsKey("content-security-policy");
    assertThat(got.headers().get("content-security-policy"))
        .doesNotContain("unsafe")
        .contains("default-src 'none'", "frame-ancestors 'none'");
    assertThat(got.headers()).doesNotContainKeys("server", "access-control-allow-origin");
    assertThat(got.body()).doesNotContain("THE-SECRET", "\tat ", "java.lang.", "org.eclipse.jetty");
  }

  @ParameterizedTest
  @MethodSource("routes")
  void everyRouteAnswersThoseWhoMayAsk(Route route) throws IOException {
    Got got =
        route.method().equals("GET")
            ? http.get(path(route))
            : http.send("POST", path(route), rightHeaders(), "{}");
    assertThat(got.status()).isIn(200, 302, 400, 403);
    isSafe(got);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void noRouteAnswersToAnotherName(Route route) throws IOException {
    for (String host :
        List.of(
            "evil.example",
            "evil.example:80",
            "127.0.0.1",
            "127.0.0.1:1",
            "localhost.evil:8080",
            "")) {
      Map<String, String> headers = rightHeaders();
      headers.put("Host", host);
      Got got =
          http.send(
              route.method(), path(route), headers, route.method().equals("POST") ? "{}" : "");
      assertThat(got.status()).as(host).isIn(400, 421);
      isSafe(got);
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void noRouteKnowsOtherMethods(Route route) throws IOException {
    for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "FOO")) {
      Got got = http.send(method, path(route), rightHeaders(), "");
      assertThat(got.status()).as(method).isIn(400, 404, 405);
      isSafe(got);
    }
    String other = route.method().equals("GET") ? "POST" : "GET";
    boolean both =
        routes().stream().anyMatch(r -> r.path().equals(route.path()) && r.method().equals(other));
    if (!both) {
      assertThat(http.send(other, path(route), rightHeaders(), "").status()).isEqualTo(405);
    }
  }

  @ParameterizedTest
  @MethodSource("changes")
  void nothingIsChangedWithoutTheToken(Route route) throws IOException {
    boolean login = route.path().equals("/login");
    String body =
        "{\"runs\":[\"%s\"],\"key\":\"a\",\"value\":\"b\",\"text\":\"t\",\"name\":\"n\",\"token\":\"no\"}"
            .formatted(SeededUi.FIRST);
    for (String token : List.of("", "wrong", ui.server.token() + "x")) {
      Map<String, String> headers = rightHeaders();
      headers.put("X-Epochal-Token", token);
      assertThat(http.send("POST", path(route), headers, body).status()).isEqualTo(403);
    }
    for (Map.Entry<String, String> wrong :
        List.of(
            Map.entry("Origin", "http://evil.example"),
            Map.entry("Origin", "null"),
            Map.entry("Origin", "https://" + http.host()),
            Map.entry("Origin", "http://" + http.host() + ".evil.example"),
            Map.entry("Sec-Fetch-Site", "cross-site"),
            Map.entry("Sec-Fetch-Site", "same-site"))) {
      Map<String, String> headers = rightHeaders();
      headers.put(wrong.getKey(), wrong.getValue());
      Got got = http.send("POST", path(route), headers, body);
      assertThat(got.status()).as(wrong.toString()).isEqualTo(403);
      isSafe(got);
    }
    for (String type :
        List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
      Map<String, String> headers = rightHeaders();
      headers.put("Content-Type", type);
      assertThat(http.send("POST", path(route), headers, body).status()).isEqualTo(415);
    }
    assertThat(http.get("/runs/" + SeededUi.FIRST + ".json").body())
        .contains("\"name\":\"first\"", "\"notes\":[]", "\"deleted\":null");
    assertThat(login || !http.get("/runs.json").body().contains("\"a\":\"b\"")).isTrue();
  }

  @ParameterizedTest
  @MethodSource("changes")
  void bodiesAreBoundedAndMustBeWhatTheySay(Route route) throws IOException {
    String long600 = "{\"text\":\"" + "x".repeat(600_000) + "\"}";
    Got got = http.send("POST", path(route), rightHeaders(), long600);
    assertThat(got.status()).isEqualTo(413);
    Map<String, String> chunked = rightHeaders();
    chunked.put("Transfer-Encoding", "chunked");
    String chunk = "186a0\r\n" + "x".repeat(100_000) + "\r\n";
    assertThat(
            http.send("POST", path(route), without(chunked), chunk.repeat(6) + "0\r\n\r\n")
                .status())
        .isIn(400, 413);
    for (String body :
        List.of(
            "",
            "[]",
            "null",
            "{",
            "{\"runs\":1}",
            "[".repeat(50_000),
            "\u0000",
            "{\"runs\":[{}]}")) {
      Got bad = http.send("POST", path(route), rightHeaders(), body);
      assertThat(bad.status()).as(body).isIn(400, 403);
      isSafe(bad);
    }
  }

  private static Map<String, String> without(Map<String, String> headers) {
    headers.put("Content-Length", "0"); // two lengths: refused, or the chunks count
    return headers;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../secret.txt",
        "..%2f..%2fsecret.txt",
        "%2e%2e/%2e%2e/secret.txt",
        "%2e%2e%2f%2e%2e%2fsecret.txt",
        "%252e%252e%252f%252e%252e%252fsecret.txt",
        "%252e%252e/%252e%252e/secret.txt",
        "..%5c..%5csecret.txt",
        "..\\..\\secret.txt",
        "..;/..;/secret.txt",
        "..;a=b/..;a=b/secret.txt",
        "%c0%ae%c0%ae/%c0%ae%c0%ae/secret.txt",
        "%uff0e%uff0e/secret.txt",
        "./../../secret.txt",
        "log.txt/../../../secret.txt",
        "log.txt%00.png",
        "log.txt;x",
        "log.txt#x",
        "//etc/passwd",
        "%2fetc%2fpasswd",
        "/etc/passwd",
        "file:///etc/passwd",
        "link.txt",
        "gone.txt",
        "run.json",
        "annotations.json",
        "figures",
        "figures/",
        ".",
        "%2e",
        "",
        "%",
        "%zz",
        "\u00e4",
      })
  void noAddressLeadsOutOfARunsFiles(String name) throws IOException {
    for (String id : List.of(SeededUi.HOSTILE, SeededUi.FIRST, "..", "%2e%2e", "aaaa", "latest")) {
      Got got = http.get("/runs/" + id + "/files/" + name);
      assertThat(got.status()).as(id).isNotEqualTo(200).isNotEqualTo(500);
      assertThat(got.body()).doesNotContain("root:", "THE-SECRET");
      isSafe(got);
    }
    for (String place :
        List.of(
            "/assets/" + name,
            "/" + name,
            "/runs/" + name,
            "/sweeps/" + name,
            "/sweeps/" + name + "/answer.json",
            "/sweeps/" + name + ".json")) {
      Got got = http.get(place);
      assertThat(got.body()).doesNotContain("root:", "THE-SECRET");
      assertThat(got.status()).as(place).isNotEqualTo(500);
    }
  }

  @Test
  void filesAreServedAsWhatCannotRun() throws IOException {
    String files = "/runs/" + SeededUi.HOSTILE + "/files/";
    for (String name : List.of("page.html", "picture.svg")) {
      Got got = http.get(files + name);
      assertThat(got.status()).isEqualTo(200);
      assertThat(got.headers()).containsEntry("content-type", "application/octet-stream");
      assertThat(got.headers().get("content-disposition")).startsWith("attachment");
      isSafe(got);
    }
    assertThat(http.get(files + "odd%20name%3b%23%3f%25.txt").body()).isEqualTo("odd");
    assertThat(http.get("/runs/" + SeededUi.FIRST + "/files/figures/loss-history.png").headers())
        .containsEntry("content-type", "image/png");
    assertThat(http.get("/runs/" + SeededUi.FIRST + "/files/report.html").headers())
        .containsEntry("content-type", "application/octet-stream");
  }

  @Test
  void hostileTextsStayTexts() throws IOException {
    for (String page :
        List.of(
            "/runs/" + SeededUi.HOSTILE,
            "/",
            "/compare?runs=" + SeededUi.HOSTILE,
            "/sweeps",
            "/sweeps/" + SeededSweeps.HOSTILE,
            "/exercises",
            "/glossary")) {
      Got got = http.get(page);
      assertThat(got.status()).isEqualTo(200);
      assertThat(got.headers()).containsEntry("content-type", "text/html; charset=utf-8");
      assertThat(got.body())
          .doesNotContain("<script>alert", "<img src=x", "style=\"")
          .doesNotContainPattern("<[^>]* on\\w+=");
    }
    for (String page : List.of("/runs/" + SeededUi.HOSTILE, "/sweeps/" + SeededSweeps.HOSTILE)) {
      assertThat(http.get(page).body()).contains("&lt;script&gt;alert(1)");
    }
    for (String json :
        List.of(
            "/runs.json?columns=experiment",
            "/runs/" + SeededUi.HOSTILE + ".json",
            "/sweeps.json",
            "/sweeps/" + SeededSweeps.HOSTILE + ".json",
            "/sweeps/" + SeededSweeps.HOSTILE + "/answer.json",
            "/sentences.json?sweeps=" + SeededSweeps.HOSTILE,
            "/exercises.json",
            "/glossary.json",
            "/names.json")) {
      assertThat(http.get(json).headers())
          .containsEntry("content-type", "application/json; charset=utf-8");
    }
    Map<String, String> person = Map.of("Accept", "text/html");
    for (String of : List.of("runs", "sweeps")) {
      Got missing = http.send("GET", "/" + of + "/%3Cscript%3Ealert(1)%3C%2Fscript%3E", person, "");
      assertThat(missing.status()).isBetween(400, 404);
      assertThat(missing.body()).doesNotContain("<script>alert");
    }
  }

  @Test
  void filtersAreNoCode() throws IOException {
    for (String filter :
        List.of(
            "name%20=%20%22x%22;%20drop%20table%20runs",
            "1=1%20union%20select%20*%20from%20runs",
            "name%20=%20%22'%20or%201=1%20--%22",
            "__import__('os').system('x')",
            "(".repeat(5_000),
            "%00")) {
      Got got = http.get("/runs.json?filter=" + filter);
      assertThat(got.status()).as(filter).isIn(200, 400);
      isSafe(got);
    }
    Got wrong = http.get("/runs.json?filter=name%20is%20x");
    assertThat(wrong.body()).contains("filter, column 9");
    assertThat(http.get("/runs.json").body()).contains("\"total\":4");
  }

  @Test
  void longAddressesAndHeadersAreRefused() throws IOException {
    Got uri = http.get("/runs.json?filter=" + "x".repeat(60_000));
    assertThat(uri.status()).isIn(414, 431);
    Got header = http.send("GET", "/", Map.of("X-Long", "x".repeat(60_000)), "");
    assertThat(header.status()).isEqualTo(431);
    isSafe(header);
  }

  @Test
  void slowClientsAndAThousandConnectionsKeepNobodyOut() throws IOException {
    List<Socket> open = new ArrayList<>();
    try {
      for (int i = 0; i < 1_000; i++) {
        Socket socket = http.connect();
        open.add(socket);
        String begun =
            switch (i % 3) {
              case 0 -> "";
              case 1 -> "GET / HTTP/1.1\r\nHost: ";
              default ->
                  "POST /edit/note HTTP/1.1\r\nHost: %s\r\nX-Epochal-Token: %s\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
                      .formatted(http.host(), ui.server.token());
            };
        socket.getOutputStream().write(begun.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
      }
      assertThat(http.get("/").status()).isEqualTo(200);
      assertThat(http.get("/runs.json").body()).contains("\"total\":4");
    } finally {
      for (Socket socket : open) {
        socket.close();
      }
    }
    assertThat(http.get("/runs.json").status()).isEqualTo(200);
  }

  @Test
  void nothingListensOutsideOfLoopback() throws IOException {
    String port = "%04X".formatted(URI.create(ui.server.url()).getPort());
    List<String> listening = new ArrayList<>();
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      if (Files.exists(Path.of(table))) {
        for (String line : Files.readAllLines(Path.of(table))) {
          String[] words = line.strip().split("\\s+");
          if (words.length > 3 && words[3].equals("0A") && words[1].endsWith(":" + port)) {
            listening.add(words[1].toUpperCase(Locale.ROOT));
          }
        }
      }
    }
    assertThat(listening)
        .isNotEmpty()
        .allSatisfy(
            address ->
                assertThat(address).matches("0100007F:.*|0000000000000000FFFF00000100007F:.*"));
  }

  @Test
  void whoHasTheTokenMayChange(@TempDir Path other) throws IOException {
    SeededUi.plain(other, "cccc00000001", "mine", RunStatus.FINISHED, 64, 0.9);
    try (SeededUi mine = SeededUi.in(other)) {
      RawHttp raw = new RawHttp(mine.server.url());
      Map<String, String> headers =
          Map.of(
              "Origin",
              "http://" + raw.host(),
              "X-Epochal-Token",
              mine.server.token(),
              "Content-Type",
              "application/json");
      String run = "\"runs\":[\"cccc00000001\"]";
      for (Map.Entry<String, String> change :
          List.of(
              Map.entry("/edit/tag", "{%s,\"key\":\"good\",\"value\":\"yes\"}"),
              Map.entry("/edit/note", "{%s,\"text\":\"looked at\"}"),
              Map.entry("/edit/rename", "{%s,\"name\":\"yours\"}"),
              Map.entry("/edit/baseline", "{%s}"))) {
        Got got = raw.send("POST", change.getKey(), headers, change.getValue().formatted(run));
        assertThat(got.status()).as(got.body()).isEqualTo(200);
      }
      String json = raw.get("/runs/cccc00000001.json").body();
      assertThat(json)
          .contains("\"name\":\"yours\"", "\"good\":\"yes\"", "looked at", "\"baseline\":true");
      assertThat(
              raw.send("POST", "/edit/rename", headers, "{" + run + ",\"name\":\"a b\"}").status())
          .isEqualTo(400);
      raw.send("POST", "/edit/delete", headers, "{" + run + "}");
      assertThat(raw.get("/runs.json").body()).contains("\"total\":4");
      assertThat(raw.get("/runs.json?deleted=1").body()).contains("cccc00000001");
      assertThat(raw.get("/runs/cccc00000001").body()).contains("it is in no list until");
      raw.send("POST", "/edit/restore", headers, "{" + run + "}");
      assertThat(raw.get("/runs.json").body()).contains("\"total\":5");
      assertThatCode(() -> RunFolder.of(other, "cccc00000001")).doesNotThrowAnyException();
    }
  }
}
