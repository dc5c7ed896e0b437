package dev.epochal.cli;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.runner.Workplace;
import dev.epochal.ui.UiServer;
import dev.epochal.ui.UiSettings;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the registry to a browser, until Ctrl-C. */
@Command(
    name = "ui",
    description = "Show the runs in a browser: table, curves, comparisons.",
    footer = {"", "For example:", "  ./run ui", "  ./run ui --port 9090 --no-open"})
final class UiCommand implements Callable<Integer> {
  private static final int USUAL_PORT = 8080;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port (default: 8080); when it is taken, the next free one.")
  private int port = USUAL_PORT;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description =
          "The address to listen on (default: 127.0.0.1, this machine alone). On another one"
              + " everybody must show a token, which is printed.")
  private String host = "127.0.0.1";

  @Option(names = "--no-open", description = "Do not open a browser.")
  private boolean noOpen;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;

  UiCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (port < 0 || port > 65_535) {
      throw new InvalidInputException(
          new Problem("command line", "--port", "must be 0 to 65535 but was " + port, null));
    }
    Workplace workplace = common.workplace();
    UiServer server =
        UiServer.start(
            new UiSettings(
                host,
                port,
                workplace.runs(),
                workplace::registry,
                new RunAnalyses(ExercisesCommand.folder()),
                failure -> unexpected(failure)));
    Thread stop = new Thread(() -> stopped(server), "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    say(server, workplace);
    if (!noOpen && console.terminal()) {
      open(server.url());
    }
    server.join();
    return 0;
  }

  private void say(UiServer server, Workplace workplace) {
    if (port != 0 && !server.url().endsWith(":" + port + "/")) {
      console.say("port " + port + " is taken; this is the next free one");
    }
    console.print(server.url() + "\n");
    console.say("serves the runs in " + workplace.runs() + "; Ctrl-C stops it");
    if (!server.askedToken().isEmpty()) {
      console.shout(
          "Everybody who can reach " + host + " can ask for pages; they need this token:");
      console.say(server.url() + "login#" + server.askedToken());
    }
  }

  private void stopped(UiServer server) {
    server.close();
    console.say("stopped");
  }

  private void unexpected(Throwable failure) {
    console.problem("unexpected " + failure + " (--debug shows where)");
    if (common.debug()) {
      failure.printStackTrace(console.errWriter());
    }
  }

  /** Where there is a desktop; its browser's own words are of no use here. */
  private static void open(String url) {
    try {
      new ProcessBuilder("xdg-open", url)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException noDesktop) {
      // The address was printed.
    }
  }
}
