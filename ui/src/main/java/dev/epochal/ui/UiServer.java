package dev.epochal.ui;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.ui.data.LiveFeed;
import dev.epochal.ui.data.Runs;
import dev.epochal.ui.data.ShellCommands;
import dev.epochal.ui.data.Sweeps;
import dev.epochal.ui.http.Assets;
import dev.epochal.ui.http.Guard;
import dev.epochal.ui.http.Hosts;
import dev.epochal.ui.http.PlainErrors;
import dev.epochal.ui.http.Routes;
import dev.epochal.ui.http.Site;
import dev.epochal.ui.http.Token;
import dev.epochal.ui.page.ComparePage;
import dev.epochal.ui.page.EditRoutes;
import dev.epochal.ui.page.EvaluationRoutes;
import dev.epochal.ui.page.ExercisesPage;
import dev.epochal.ui.page.FigureRoutes;
import dev.epochal.ui.page.FilesRoute;
import dev.epochal.ui.page.GlossaryPage;
import dev.epochal.ui.page.Layout;
import dev.epochal.ui.page.LoginPage;
import dev.epochal.ui.page.RunPage;
import dev.epochal.ui.page.RunsPage;
import dev.epochal.ui.page.SweepsPage;
import dev.epochal.ui.page.TrainingRoute;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The pages, served until it is closed. */
public final class UiServer implements AutoCloseable {
  private static final int PORTS_TRIED = 100;
  private static final int THREADS = 24;
  private static final int MOST_CONNECTIONS = 4_000;
  private static final int LONGEST_HEADERS = 16 << 10;
  private static final long IDLE_MILLIS = 30_000;
  private static final long LONGEST_STOP_MILLIS = 1_000;

  /** Every script and style of ours; a page's own is listed here too. */
  static final List<String> ASSETS =
      List.of(
          "style.css",
          "icon.svg",
          "answer.js",
          "api.js",
          "charts.js",
          "colours.js",
          "compare.js",
          "completion.js",
          "dom.js",
          "exercises.js",
          "fields.js",
          "figures.js",
          "format.js",
          "framed.js",
          "glossary.js",
          "hover.js",
          "images.js",
          "levels.js",
          "login.js",
          "matrix.js",
          "notes.js",
          "page.js",
          "parallel.js",
          "plot.js",
          "predictions.js",
          "reduce.js",
          "run.js",
          "runs.js",
          "scatter.js",
          "smooth.js",
          "sweep.js",
          "sweeps.js",
          "table.js",
          "theme.js",
          "training.js",
          "trialcounts.js",
          "trials.js",
          "versus.js");

  private final Server server;
  private final String url;
  private final Token token;
  private final boolean open;
  private final Routes routes;
  private final LiveFeed feed;

  private UiServer(Server server, String url, Guard guard, Routes routes, LiveFeed feed) {
    this.server = server;
    this.url = url;
    this.token = guard.token();
    this.open = guard.open();
    this.routes = routes;
    this.feed = feed;
  }

  /**
   * Starts to serve, on the first port from the asked one on that is free.
   *
   * @throws InvalidInputException when the host is none of this machine's
   */
  public static UiServer start(UiSettings settings) {
    InetAddress address = address(settings.host());
    Server server = new Server(new QueuedThreadPool(THREADS, 2));
    ServerConnector connector = connector(server);
    connector.setHost(address.getHostAddress());
    open(connector, settings);
    int port = connector.getLocalPort();
    Guard guard =
        new Guard(
            Hosts.of(address, settings.host(), port), Token.random(), address.isLoopbackAddress());
    Runs runs = new Runs(settings.registry());
    LiveFeed feed = new LiveFeed(runs, settings.unexpected());
    Routes routes = routes(settings, runs, feed, guard);
    server.setHandler(
        new Site(guard, routes, Layout::error, settings.unexpected(), server.getThreadPool()));
    server.setErrorHandler(new PlainErrors());
    server.setStopTimeout(LONGEST_STOP_MILLIS);
    try {
      server.start();
    } catch (Exception e) { // what Jetty declares
      throw new EpochalException("cannot start to serve: " + e, e);
    }
    String name = address.getHostAddress();
    return new UiServer(
        server,
        "http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port + "/",
        guard,
        routes,
        feed);
  }

  private static Routes routes(UiSettings settings, Runs runs, LiveFeed feed, Guard guard) {
    Sweeps sweeps = new Sweeps(runs, settings.analyses());
    Layout layout = new Layout(guard.token().text(), settings.runs().toString());
    ShellCommands shell = ShellCommands.on(settings.runs(), settings.found());
    Routes routes = new Routes();
    Assets assets =
        Assets.of(ASSETS, Map.of("echarts.js", Assets.webJar("echarts", "echarts.min.js")));
    routes.get("/assets/{name}", assets::answer);
    new LoginPage(guard).addTo(routes);
    new RunsPage(runs, settings.analyses(), layout).addTo(routes);
    new RunPage(runs, sweeps, feed, layout, shell).addTo(routes);
    new FilesRoute(runs).addTo(routes);
    new TrainingRoute(runs, settings.training(), layout, guard.open()).addTo(routes);
    new EvaluationRoutes(runs).addTo(routes);
    new FigureRoutes(runs, settings.analyses()).addTo(routes);
    new ComparePage(runs, settings.analyses(), layout).addTo(routes);
    new SweepsPage(sweeps, layout, shell).addTo(routes);
    new ExercisesPage(runs, settings.analyses(), layout).addTo(routes);
    new GlossaryPage(settings.analyses(), layout).addTo(routes);
    new EditRoutes(runs).addTo(routes);
    return routes;
  }

  private static ServerConnector connector(Server server) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(LONGEST_HEADERS);
    // Nothing that two readers could read differently; a % is decoded once, by Routes.
    http.setUriCompliance(
        UriCompliance.DEFAULT.with("EPOCHAL", UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING));
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setIdleTimeout(IDLE_MILLIS);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
    return connector;
  }

  private static void open(ServerConnector connector, UiSettings settings) {
    int last = settings.port() == 0 ? 0 : Math.min(65_535, settings.port() + PORTS_TRIED);
    for (int port = settings.port(); port <= last; port++) {
      connector.setPort(port);
      try {
        connector.open();
        return;
      } catch (IOException e) {
        if (!isTaken(e)) {
          throw new InvalidInputException(
              new Problem(
                  "command line",
                  "--host",
                  "cannot be listened on: " + settings.host() + ":" + port + " (" + why(e) + ")",
                  "leave --host out for 127.0.0.1, or name another --port"));
        }
      }
    }
    throw new EpochalException(
        "the ports from " + settings.port() + " to " + last + " are taken; name another --port");
  }

  private static boolean isTaken(Throwable failure) {
    return (failure instanceof BindException && why(failure).contains("in use"))
        || (failure.getCause() != null && isTaken(failure.getCause()));
  }

  private static String why(Throwable failure) {
    return failure.getCause() == null
        ? String.valueOf(failure.getMessage())
        : why(failure.getCause());
  }

  private static InetAddress address(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new InvalidInputException(
          new Problem(
              "command line",
              "--host",
              "must be a name or an address of this machine but was " + host,
              "leave it out for 127.0.0.1"));
    }
  }

  /** Where the first page is, with a slash at its end. */
  public String url() {
    return url;
  }

  /** What everybody must show first; empty on loopback, where the pages have it themselves. */
  public String askedToken() {
    return open ? "" : token.text();
  }

  /** What changes must come with. */
  public String token() {
    return token.text();
  }

  /** Every route, for those who attack each. */
  public List<Routes.Route> routes() {
    return routes.all();
  }

  /** Waits until the server is closed. */
  public void join() {
    try {
      server.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    feed.close();
    try {
      server.stop();
    } catch (TimeoutException e) {
      // Browsers keep connections open; what was under way had its time.
    } catch (Exception e) { // what Jetty declares
      throw new EpochalException("the server does not stop: " + e, e);
    }
  }
}
