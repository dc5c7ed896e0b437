package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.cli.RawHttp.Got;
import dev.epochal.core.json.Json;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.UiFrame;
import dev.epochal.core.run.UiSession;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * DL4J's training UI as {@code ./run ui} starts it: what runs recorded, live and afterwards, in a
 * real browser; and what its port answers to those who should not ask.
 */
final class TrainingPageIT {
  private static final Pattern SERVES =
      Pattern.compile("training UI serves on http://[^:]+:(\\d+)/");
  private static final Pattern TOKEN = Pattern.compile("epochal-token\" content=\"([^\"]+)\"");
  private static final String UPDATES =
      "Number(document.getElementById('totalParamUpdates')?.textContent || 0)";

  @TempDir private static Path home;
  private static Program program;
  private static Program.Running serving;
  private static String url;
  private static String finished;
  private static RawHttp http;

  @BeforeAll
  static void serve() throws Exception {
    program = new Program(home);
    assertThat(program.run(program.spec("tiny.yaml", Specs.CONVOLUTIONS)).exit()).isZero();
    finished = program.runFolders().get(0).getFileName().toString();
    serving = serving();
    url = Files.readString(serving.out()).strip();
    askFor(url);
    http = new RawHttp("http://127.0.0.1:" + trainingPort(serving));
  }

  @AfterAll
  static void stop() throws Exception {
    serving.interrupt();
    serving.end();
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      String mine = "epochal-training-ui-" + serving.process().pid() + "-";
      assertThat(all.filter(folder -> folder.getFileName().toString().startsWith(mine))).isEmpty();
    }
  }

  private static Program.Running serving() throws Exception {
    Program.Running started =
        program.start("ui", "--no-open", "--port", "0", "--training-port", "0");
    Await.until(() -> !Files.readString(started.out()).isEmpty(), () -> "the address");
    return started;
  }

  /** Until it serves; a machine with other work to do may take its time to answer at all. */
  private static void askFor(String address) throws Exception {
    RawHttp ours = new RawHttp(address);
    String page = ours.get("/runs/" + finished + "/training").body();
    assertThat(page).contains("does not run now");
    Matcher token = TOKEN.matcher(page);
    assertThat(token.find()).isTrue();
    Map<String, String> headers =
        Map.of("X-Epochal-Token", token.group(1), "Content-Type", "application/json");
    Got started = ours.send("POST", "/training", headers, "{\"run\":\"" + finished + "\"}");
    assertThat(started.body()).isEqualTo("{\"state\":\"starting\"}");
    Await.until(
        () -> ours.get("/runs/" + finished + "/training").status() == 302, () -> "DL4J's page");
  }

  private static int trainingPort(Program.Running of) throws Exception {
    Await.until(() -> SERVES.matcher(Files.readString(of.err())).find(), () -> "its port");
    Matcher said = SERVES.matcher(Files.readString(of.err()));
    assertThat(said.find()).isTrue();
    return Integer.parseInt(said.group(1));
  }

  private static RunFolder folder(String id) {
    return RunFolder.of(program.runs(), id);
  }

  private static List<UiFrame> frames(String id) throws IOException {
    return UiSession.read(folder(id).uiSession(), 0, Long.MAX_VALUE).frames();
  }

  private static String added(List<Path> before) throws IOException {
    List<Path> now = new ArrayList<>(program.runFolders());
    now.removeAll(before);
    return now.get(0).getFileName().toString();
  }

  @Test
  void thePagesOfAFinishedRunShowWhatItRecorded() throws Exception {
    try (Browser browser = new Browser()) {
      browser.open(url + "runs/" + finished);
      browser.at("#to-training").click();
      browser.until("location.pathname === '/train/" + finished + "/overview'");
      browser.until("document.getElementById('modelType').textContent === 'MultiLayerNetwork'");
      browser.until("document.querySelectorAll('#scoreiterchart .legend td').length > 0");
      browser.until("document.querySelectorAll('#updateRatioChart .legend td').length > 0");
      browser.until("document.querySelectorAll('#stdevChart .legend td').length > 0");
      browser.picture("training-overview", 1280, 900);
      for (String page : List.of("model", "system")) {
        browser.driver.get("http://" + http.host() + "/train/" + finished + "/" + page);
        browser.until("document.querySelectorAll('canvas').length > 0");
        browser.picture("training-" + page, 1280, 900);
      }
      browser.hasNothingToComplainOf();
    }
  }

  @Test
  void aRunsPageShowsItsRatios() throws Exception {
    try (Browser browser = new Browser()) {
      browser.open(url + "runs/" + finished);
      browser.until("document.getElementById('more')");
      browser.run("document.getElementById('more').open = true");
      browser.until("document.body.textContent.includes('update:parameter ratios')");
      browser.picture("run-ratios", 1280, 1400);
      browser.hasNothingToComplainOf();
    }
    JsonNode shown = program.run("show", finished, "--json").json();
    JsonNode ratios = shown.path("history").path("iteration.updateRatio.conv");
    assertThat(ratios).hasSize(frames(finished).size() - 1);
    assertThat(shown.path("metrics").path("time.ui.wall").asDouble()).isPositive();
    assertThat(shown.path("metrics").path("system.ui.share").asDouble()).isBetween(0.0, 1.0);
    assertThat(shown.path("artifacts").findValuesAsText("name")).contains("training-ui.bin");
  }

  @Test
  void aRunIsFollowedWhileItTrainsIsKilledAndGoesOn() throws Exception {
    List<Path> before = program.runFolders();
    Program.Running running =
        program.start(
            program.spec("long.yaml", Specs.CONVOLUTIONS),
            "training.epochs=20000",
            "training.checkpoint.every=5",
            "training.ui.every=1");
    Await.until(() -> program.runFolders().size() > before.size(), () -> "the run");
    String id = added(before);
    try (Browser browser = new Browser()) {
      Await.until(() -> frames(id).size() > 3, () -> "its first reports");
      browser.driver.get(url + "runs/" + id + "/training");
      browser.until(UPDATES + " > 2");
      long seen = browser.number(UPDATES);
      browser.until(UPDATES + " > " + (seen + 5));
      browser.picture("training-live", 1280, 900);
      browser.hasNothingToComplainOf();
      Await.until(() -> Files.isDirectory(folder(id).checkpoints()), () -> "a checkpoint");

      running.process().destroyForcibly().waitFor();
      List<UiFrame> whole = frames(id);
      browser.driver.navigate().refresh();
      browser.until(UPDATES + " > " + seen);

      Program.Running again = program.start("resume", id);
      Await.until(() -> frames(id).size() > whole.size() + 5, () -> "further reports");
      assertThat(program.run("stop", id).exit()).isZero();
      again.end();
      assertThat(frames(id).subList(0, whole.size()))
          .usingRecursiveFieldByFieldElementComparator()
          .isEqualTo(whole);
      UiFrame resumed = frames(id).get(whole.size());
      assertThat(resumed.kind()).isEqualTo(UiFrame.Kind.RESUMED);
      assertThat(frames(id).get(whole.size() + 2).update()).isEqualTo(resumed.update() + 1);
      ascend(data(id).path("scoresIter"));
      browser.driver.navigate().refresh();
      browser.until(UPDATES + " > 0");
      browser.hasNothingToComplainOf();
    } finally {
      running.process().destroyForcibly();
    }
    List<Long> updates = new ArrayList<>();
    JsonNode history = program.run("show", id, "--json").json().path("history");
    history.path("iteration.updateRatio.out").forEach(point -> updates.add(point.get(0).asLong()));
    assertThat(updates).hasSizeGreaterThan(5).isSorted().doesNotHaveDuplicates();
  }

  private static JsonNode data(String id) throws IOException {
    String body = http.get("/train/" + id + "/overview/data").body();
    return Json.parse(body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1), JsonNode.class);
  }

  private static void ascend(JsonNode iterations) {
    List<Long> steps = new ArrayList<>();
    iterations.forEach(step -> steps.add(step.asLong()));
    assertThat(steps).hasSizeGreaterThan(5).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aRunWithoutASessionHasNoLinkAndNoPage() throws Exception {
    List<Path> before = program.runFolders();
    assertThat(program.run(program.spec("off.yaml", Specs.MLP), "training.ui=off").exit()).isZero();
    String id = added(before);
    assertThat(folder(id).uiSession()).doesNotExist();
    RawHttp ours = new RawHttp(url);
    assertThat(ours.get("/runs/" + id).body()).doesNotContain("to-training");
    assertThat(ours.get("/runs/" + id + "/training").status()).isEqualTo(404);
    assertThat(http.get("/train/" + id + "/overview").status()).isEqualTo(404);
  }

  @Test
  void aPersonStartsItFromARunsPageAndFromItsOwn() throws Exception {
    for (String from : List.of("#to-training", ".start-training")) {
      Program.Running other = serving();
      try (Browser browser = new Browser()) {
        String page = Files.readString(other.out()).strip() + "runs/" + finished;
        browser.driver.get(page + (from.startsWith("#") ? "" : "/training"));
        browser.until("document.readyState === 'complete'");
        browser.picture("training-start", 1280, 600);
        browser.at(from).click();
        browser.until("location.pathname === '/train/" + finished + "/overview'");
      } finally {
        other.interrupt();
        other.end();
      }
    }
  }

  @Test
  void itEndsWithItsParentHoweverThatEnds() throws Exception {
    Program.Running other = serving();
    askFor(Files.readString(other.out()).strip());
    RawHttp its = new RawHttp("http://127.0.0.1:" + trainingPort(other));
    assertThat(its.get("/train/" + finished + "/overview").status()).isEqualTo(200);
    ProcessHandle child = other.process().children().findFirst().orElseThrow();
    assertThat(listening(child.pid()))
        .isNotEmpty()
        .allSatisfy(address -> assertThat(address).contains("0100007F:"));
    other.process().destroyForcibly().waitFor();
    Await.until(() -> !child.isAlive(), () -> "the end of process " + child.pid());
  }

  /** The addresses that a process listens on, over all protocols. */
  private static List<String> listening(long pid) throws IOException {
    List<String> inodes = new ArrayList<>();
    try (Stream<Path> all = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      for (Path descriptor : all.toList()) {
        String target = String.valueOf(Files.readSymbolicLink(descriptor));
        if (target.startsWith("socket:[")) {
          inodes.add(target.substring("socket:[".length(), target.length() - 1));
        }
      }
    }
    List<String> addresses = new ArrayList<>();
    for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
      for (String line : Files.readAllLines(Path.of("/proc/net/" + table))) {
        String[] words = line.strip().split("\\s+");
        boolean open = words.length > 9 && (words[3].equals("0A") || table.startsWith("udp"));
        if (open && inodes.contains(words[9])) {
          addresses.add(words[1]);
        }
      }
    }
    return addresses;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "overview",
        "overview/data",
        "model",
        "model/graph",
        "model/data/1",
        "system",
        "system/data",
        "info"
      })
  void whatItsPagesAskForIsAnsweredToThemAlone(String page) throws IOException {
    String path = "/train/" + finished + "/" + page;
    Got got = http.get(path);
    assertThat(got.status()).isEqualTo(200);
    isSafe(got);
    for (String host : List.of("evil.example", "evil.example:80", "127.0.0.1", "localhost:1", "")) {
      Got other = http.send("GET", path, Map.of("Host", host), "");
      assertThat(other.status()).as(host).isIn(400, 421);
      isSafe(other);
    }
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "FOO")) {
      assertThat(http.send(method, path, Map.of(), "").status()).as(method).isIn(400, 405, 501);
    }
    for (Map.Entry<String, String> foreign :
        List.of(
            Map.entry("Origin", "http://evil.example"),
            Map.entry("Origin", "null"),
            Map.entry("Origin", "https://" + http.host()),
            Map.entry("Sec-Fetch-Site", "cross-site"))) {
      Got other = http.send("GET", path, Map.of(foreign.getKey(), foreign.getValue()), "");
      assertThat(other.status()).as(foreign.toString()).isEqualTo(403);
      isSafe(other);
    }
  }

  private static void isSafe(Got got) {
    assertThat(got.body()).doesNotContain("root:", "\tat ", "java.lang.");
    if (got.status() == 400 || got.status() == 0) {
      return; // cut off before there was a request
    }
    assertThat(got.headers())
        .containsEntry("x-content-type-options", "nosniff")
        .containsEntry("x-frame-options", "DENY")
        .doesNotContainKeys("access-control-allow-origin", "server");
    assertThat(got.headers().get("content-security-policy"))
        .contains("default-src 'none'", "connect-src 'self'", "frame-ancestors 'none'");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /tsne/upload",
    "POST, /tsne/post/x",
    "GET, /tsne",
    "GET, /tsne/sessions",
    "POST, /remoteReceive",
    "GET, /remoteReceive",
    "GET, /setlang/ID/de",
    "GET, /train/sessions/set/ID",
    "GET, /train/sessions/current",
    "GET, /train/sessions/info",
    "GET, /train/workers/setByIdx/0",
    "GET, /activations",
    "GET, /activations/data",
    "GET, /samediff",
    "GET, /train",
    "GET, /",
    "GET, /train/overview",
  })
  void nothingElseOfDl4jsIsThere(String method, String path) throws IOException {
    Map<String, String> headers = new TreeMap<>(Map.of("Content-Type", "application/json"));
    String body =
        method.equals("POST")
            ? "{\"type\":\"MetaData\",\"class\":\"java.lang.Runtime\",\"data\":\"\"}"
            : "";
    Got got = http.send(method, path.replace("ID", finished), headers, body);
    assertThat(got.status()).isIn(404, 405);
    isSafe(got);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/train/../overview",
        "/train/%2e%2e/overview",
        "/train/..%2f..%2f..%2fetc/overview",
        "/train/%2e%2e%2f%2e%2e%2fsecret/overview/data",
        "/train/0123456789AB/overview",
        "/train/0123456789ab/overview",
        "/train/0123456789ab0/overview",
        "/train/ID%00/overview",
        "/train/ID/../ID/overview",
        "/train/ID;x/overview",
        "/train/ID/overview?sessionId=../../x",
        "/train/ID/overview/data?x=1",
        "/train/ID/model/data/..",
        "/train/ID/model/data/99999999",
        "/train//overview",
        "//train/ID/overview",
        "/train/datasets/overview",
        "/train/<script>/overview",
        "/assets/../../../../../../etc/passwd",
        "/assets/..%2f..%2f..%2fetc/passwd",
        "/assets//etc/passwd",
        "/assets/webjars/../../../../etc/passwd",
        "/assets/webjars/jquery/3.4.1/dist/../../../../../../dev/epochal/ui/training/Guard.class",
        "/assets/js/train",
        "/assets/",
        "/META-INF/MANIFEST.MF",
        "/assets/css/style.css?v=1",
        "/assets/x/fonts/y?v=1.2.3",
        "*",
        "http://evil.example/train/ID/overview",
      })
  void noAddressLeadsElsewhere(String path) throws IOException {
    Got got = http.get(path.replace("ID", finished));
    assertThat(got.status()).as(got.body()).isIn(400, 404);
    isSafe(got);
  }

  @Test
  void aLinkedADamagedAndAForeignSessionAreNotShown() throws IOException {
    Path linked = Files.createDirectories(program.runs().resolve("111111111111"));
    Files.createSymbolicLink(linked.resolve("training-ui.bin"), folder(finished).uiSession());
    Path damaged = Files.createDirectories(program.runs().resolve("222222222222"));
    Files.write(damaged.resolve("training-ui.bin"), new byte[4_000]);
    Path foreign = Files.createDirectories(program.runs().resolve("333333333333"));
    Files.copy(folder(finished).uiSession(), foreign.resolve("training-ui.bin"));
    for (String id : List.of("111111111111", "222222222222", "333333333333")) {
      assertThat(http.get("/train/" + id + "/overview").body()).doesNotContain("Model Score");
    }
  }

  @Test
  void longRequestsAndSlowOnesKeepNobodyOut() throws IOException {
    assertThat(http.get("/train/" + "x".repeat(60_000)).status()).isIn(0, 400, 404, 414, 431);
    Map<String, String> header = Map.of("X-Long", "x".repeat(60_000));
    assertThat(http.send("GET", "/train/" + finished, header, "").status()).isIn(0, 400, 431);
    List<Socket> open = new ArrayList<>();
    try {
      for (int i = 0; i < 400; i++) {
        Socket socket = http.connect();
        open.add(socket);
        socket.getOutputStream().write("GET / HTTP/1.1\r\nHo".getBytes(StandardCharsets.US_ASCII));
      }
      assertThat(http.get("/train/" + finished + "/overview").status()).isEqualTo(200);
    } finally {
      for (Socket socket : open) {
        socket.close();
      }
    }
  }
}
