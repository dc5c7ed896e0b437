package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.cli.RawHttp.Got;
import dev.epochal.ui.dl4j.TrainingPages;
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

  /** A browser does not run it: a page whose texts are escaped, or nothing that it would run. */
  private static void isInert(Got got) {
    isSafe(got);
    String type = got.headers().get("content-type");
    if (type.startsWith("text/html")) {
      assertThat(got.body())
          .doesNotContain("<script>alert", "<img src=x", "<svg onload")
          .doesNotContainPattern("<[^>]* on\\w+=");
    } else {
      assertThat(type)
          .matches(
              "application/(json|octet-stream)(;.*)?"
                  + "|text/(plain|csv|css|javascript|event-stream)(;.*)?|image/png");
    }
  }

  /** What routes need to be asked, so that they show what they have. */
  private static final Map<String, String> QUERIES =
      Map.of(
          "/groups.json", "?group=experiment&columns=metrics.test.accuracy",
          "/compare", "?runs=" + SeededUi.HOSTILE + "," + SeededUi.FIRST,
          "/compare.json", "?all=1&runs=" + SeededUi.HOSTILE + "," + SeededUi.FIRST,
          "/curves.json",
              "?metrics=validation.loss&runs=" + SeededUi.HOSTILE + "," + SeededUi.FIRST,
          "/confusion.json", "?runs=" + SeededUi.HOSTILE + "," + SeededUi.FIRST,
          "/roc.json", "?class=1&runs=" + SeededUi.HOSTILE + "," + SeededUi.FIRST,
          "/figures.json", "?runs=" + SeededUi.HOSTILE + "," + SeededUi.FIRST,
          "/disagreements.json", "?a=" + SeededUi.FIRST + "&b=" + SeededUi.SECOND,
          "/sentences.json", "?sweeps=" + SeededSweeps.HOSTILE);

  @ParameterizedTest
  @MethodSource("looks")
  void everyRouteShowsThoseWhoMayAskWhatItHas(Route route) throws IOException {
    for (String id : List.of(SeededUi.FIRST, SeededUi.HOSTILE)) {
      String path = path(route).replace(SeededUi.FIRST, id);
      Got got = http.get(path + QUERIES.getOrDefault(route.path(), ""));
      boolean lacking = id.equals(SeededUi.HOSTILE) && LACKING.contains(route.path());
      assertThat(got.status())
          .as(path + ": " + got.body())
          .isEqualTo(lacking ? 404 : route.path().equals("/runs") ? 302 : 200);
      isInert(got);
    }
  }

  /** What the hostile run has not recorded. */
  private static final List<String> LACKING =
      List.of("/runs/{id}/predictions.json", "/runs/{id}/training");

  static List<Route> looks() {
    return routes().stream().filter(route -> route.method().equals("GET")).toList();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void noOtherSitesPageReadsAnything(Route route) throws IOException {
    String path = path(route) + QUERIES.getOrDefault(route.path(), "");
    for (String site : List.of("cross-site", "same-site")) {
      for (String mode : List.of("cors", "no-cors", "websocket", "")) {
        Got got =
            http.send("GET", path, Map.of("Sec-Fetch-Site", site, "Sec-Fetch-Mode", mode), "");
        assertThat(got.status()).as(site + " " + mode).isEqualTo(403);
        isSafe(got);
      }
      Map<String, String> link = Map.of("Sec-Fetch-Site", site, "Sec-Fetch-Mode", "navigate");
      assertThat(http.send("GET", path, link, "").status()).isIn(200, 302);
    }
    for (String site : List.of("same-origin", "none")) {
      Map<String, String> own = Map.of("Sec-Fetch-Site", site, "Sec-Fetch-Mode", "cors");
      assertThat(http.send("GET", path, own, "").status()).isIn(200, 302);
    }
  }

  @Test
  void noLinkOfAnotherSiteStartsAProcess() throws IOException {
    String path = "/runs/" + SeededUi.FIRST + "/training";
    for (String site : List.of("cross-site", "same-site", "same-origin", "none")) {
      Map<String, String> link = Map.of("Sec-Fetch-Site", site, "Sec-Fetch-Mode", "navigate");
      assertThat(http.send("GET", path, link, "").status()).isEqualTo(200);
    }
    assertThat(ui.training.state()).isInstanceOf(TrainingPages.Stopped.class);
    Map<String, String> headers = rightHeaders();
    headers.remove("X-Epochal-Token");
    String body = "{\"run\":\"" + SeededUi.FIRST + "\"}";
    assertThat(http.send("POST", "/training", headers, body).status()).isEqualTo(403);
    assertThat(ui.training.state()).isInstanceOf(TrainingPages.Stopped.class);
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
    String body =
        ("{\"runs\":[\"%s\"],\"run\":\"%s\",\"key\":\"course\",\"value\":\"b\",\"text\":\"t\","
                + "\"number\":1,\"at\":\"\",\"name\":\"n\",\"token\":\"no\"}")
            .formatted(SeededUi.FIRST, SeededUi.FIRST);
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
        .contains("\"name\":\"first\"", "\"notes\":[]", "\"deleted\":null")
        .contains("\"tags\":{\"course\":\"intro\"}", "\"baseline\":false");
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

  /** A body that each change is carried out with, on a run and its first note. */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("/edit/tag", "{%s,\"key\":\"good\",\"value\":\"yes\"}"),
          Map.entry("/edit/untag", "{%s,\"key\":\"course\"}"),
          Map.entry("/edit/note", "{%s,\"text\":\"looked at\"}"),
          Map.entry("/edit/note/change", "{%s,%s,\"text\":\"looked at again\"}"),
          Map.entry("/edit/note/remove", "{%s,%s}"),
          Map.entry("/edit/rename", "{%s,\"name\":\"yours\"}"),
          Map.entry("/edit/baseline", "{%s}"),
          Map.entry("/edit/delete", "{%s}"),
          Map.entry("/edit/restore", "{%s}"),
          Map.entry("/login", "{\"token\":\"%s\"}"),
          Map.entry("/training", "{\"run\":\"\"}"));

  @Test
  void whoHasTheTokenMayChange(@TempDir Path other) throws IOException {
    try (SeededUi mine = seeded(other)) {
      String id = SeededUi.HOSTILE;
      String run = "\"runs\":[\"" + id + "\"]";
      String note = "\"number\":1,\"at\":\"2026-11-01T10:00:00Z\"";
      changed(mine, "/edit/tag", run);
      changed(mine, "/edit/note", run);
      changed(mine, "/edit/rename", run);
      changed(mine, "/edit/baseline", run);
      RawHttp raw = new RawHttp(mine.server.url());
      assertThat(raw.get("/runs/" + id + ".json").body())
          .contains("\"name\":\"yours\"", "\"good\":\"yes\"", "looked at", "\"baseline\":true");
      changed(mine, "/edit/note/change", run, note);
      assertThat(raw.get("/runs/" + id + ".json").body())
          .contains("\"text\":\"looked at again\",\"edited\":\"")
          .contains("\"text\":\"looked at\"}");
      changed(mine, "/edit/note/remove", run, note);
      changed(mine, "/edit/untag", "\"runs\":[\"" + SeededUi.FIRST + "\"]");
      assertThat(raw.get("/runs/" + id + ".json").body()).doesNotContain("looked at again");
      assertThat(raw.get("/runs/" + SeededUi.FIRST + ".json").body()).contains("\"tags\":{}");
      changed(mine, "/edit/delete", run);
      assertThat(raw.get("/runs.json").body()).contains("\"total\":3");
      assertThat(raw.get("/runs.json?deleted=1").body()).contains(id);
      assertThat(raw.get("/runs/" + id).body()).contains("it is in no list until");
      changed(mine, "/edit/restore", run);
      assertThat(raw.get("/runs.json").body()).contains("\"total\":4");
      changed(mine, "/login", mine.server.token());
      assertThat(send(mine, "/training", BODIES.get("/training")).status()).isEqualTo(400);
      assertThat(BODIES.keySet()).containsAll(changes().stream().map(Route::path).toList());
    }
  }

  private static SeededUi seeded(Path other) throws IOException {
    return SeededUi.in(Files.createDirectories(other.resolve("runs")));
  }

  private static void changed(SeededUi mine, String path, Object... words) throws IOException {
    Got got = send(mine, path, BODIES.get(path).formatted(words));
    assertThat(got.status()).as(path + ": " + got.body()).isEqualTo(200);
    isInert(got);
  }

  private static Got send(SeededUi mine, String path, String body) throws IOException {
    RawHttp raw = new RawHttp(mine.server.url());
    Map<String, String> headers =
        Map.of(
            "Origin",
            "http://" + raw.host(),
            "X-Epochal-Token",
            mine.server.token(),
            "Content-Type",
            "application/json");
    return raw.send("POST", path, headers, body);
  }

  @Test
  void whatIsNoNameOrNoNoteIsRefused(@TempDir Path other) throws IOException {
    try (SeededUi mine = seeded(other)) {
      String run = "\"runs\":[\"" + SeededUi.HOSTILE + "\"]";
      String note = "\"number\":1,\"at\":\"2026-11-01T10:00:00Z\"";
      for (Map.Entry<String, String> wrong :
          List.of(
              Map.entry("/edit/rename", "{%s,\"name\":\"a b\"}".formatted(run)),
              Map.entry("/edit/note/remove", "{%s}".formatted(run)),
              Map.entry("/edit/note/remove", "{%s,\"number\":2,\"at\":\"\"}".formatted(run)),
              Map.entry("/edit/note/remove", "{%s,\"number\":-1,\"at\":\"\"}".formatted(run)),
              Map.entry("/edit/note/remove", "{%s,\"number\":1,\"at\":\"x\"}".formatted(run)),
              Map.entry(
                  "/edit/note/remove",
                  "{%s,\"number\":1,\"at\":\"2026-11-01T10:00:01Z\"}".formatted(run)),
              Map.entry("/edit/note/change", "{%s,%s,\"text\":\" \"}".formatted(run, note)))) {
        Got got = send(mine, wrong.getKey(), wrong.getValue());
        assertThat(got.status()).as(wrong + ": " + got.body()).isEqualTo(400);
        isInert(got);
      }
      assertThat(new RawHttp(mine.server.url()).get("/runs/" + SeededUi.HOSTILE + ".json").body())
          .contains("\"at\":\"2026-11-01T10:00:00Z\"");
    }
  }

  @Test
  void aDeletedRunsPageShowsAllOfIt(@TempDir Path other) throws IOException {
    try (SeededUi mine = seeded(other)) {
      RawHttp raw = new RawHttp(mine.server.url());
      String id = SeededUi.FIRST;
      List<String> parts =
          List.of(
              "/runs/" + id,
              "/runs/" + id + ".json",
              "/runs/" + id + "/live.json",
              "/runs/" + id + "/events",
              "/runs/" + id + "/log.json",
              "/runs/" + id + "/predictions.json",
              "/runs/" + id + "/training",
              "/runs/" + id + "/files/figures/loss-history.png",
              "/confusion.json?runs=" + id,
              "/figures.json?runs=" + id + "," + SeededUi.SECOND,
              "/runs/" + id + "/readings.json",
              "/roc.json?runs=" + id,
              "/disagreements.json?a=" + id + "&b=" + SeededUi.SECOND,
              "/curves.json?runs=" + id,
              "/curves.json?metrics=validation.loss&runs=" + id + "," + SeededUi.SECOND);
      assertThat(send(mine, "/edit/delete", "{\"runs\":[\"" + id + "\"]}").status()).isEqualTo(200);
      for (String part : parts) {
        Got got = raw.get(part);
        assertThat(got.status()).as(part + ": " + got.body()).isEqualTo(200);
      }
      assertThat(raw.get(parts.get(parts.size() - 1)).body())
          .contains(id, SeededUi.SECOND, "\"validation.loss\":{\"points\":[[1,");
      assertThat(raw.get("/curves.json?runs=" + id + ",nobody").status()).isEqualTo(400);
    }
  }
}
