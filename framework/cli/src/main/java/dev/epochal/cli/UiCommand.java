package dev.epochal.cli;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.runner.Workplace;
import dev.epochal.ui.UiServer;
import dev.epochal.ui.UiSettings;
import dev.epochal.ui.dl4j.TrainingPages;
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
  private static final int USUAL_TRAINING_PORT = 9000;

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

  @Option(
      names = "--training-port",
      paramLabel = "N",
      description =
          "The port of DL4J's training UI, always on this machine alone (default: 9000); when it is"
              + " taken, the next free one.")
  private int trainingPort = USUAL_TRAINING_PORT;

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
    checkPort("--port", port);
    checkPort("--training-port", trainingPort);
    Workplace workplace = common.workplace();
    TrainingPages training =
        new TrainingPages(
            TrainingClassPath::get, workplace.runs(), trainingPort, this::trainingServed);
    UiServer server =
        UiServer.start(
            new UiSettings(
                host,
                port,
                workplace.runs(),
                workplace.runs().equals(CommonOptions.home().resolve("runs").normalize())
                    && workplace.runs().equals(CommonOptions.untold().runs()),
                workplace::registry,
                new RunAnalyses(ExercisesCommand.folder()),
                training,
                failure -> unexpected(failure)));
    Thread stop = new Thread(() -> stopped(server, training), "stop");
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

  private static void checkPort(String option, int given) {
    if (given < 0 || given > 65_535) {
      throw new InvalidInputException(
          new Problem("command line", option, "must be 0 to 65535 but was " + given, null));
    }
  }

  private void trainingServed(int at) {
    String taken =
        trainingPort == 0 || at == trainingPort
            ? ""
            : "; port " + trainingPort + " is taken, and this is the next free one";
    console.say("DL4J's training UI serves on http://127.0.0.1:" + at + "/" + taken);
  }

  private void stopped(UiServer server, TrainingPages training) {
    server.close();
    training.close();
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
