package dev.epochal.cli;

import dev.epochal.runner.DrawnFigure;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Where the program prints: data to {@code out}, everything else to {@code err}. */
final class Console {
  private final PrintWriter out;
  private final PrintWriter err;
  private final PrintStream outStream;
  private final PrintStream errStream;
  private final int columns;
  private final boolean terminal;
  private final boolean colour;
  private final boolean unicode;

  /**
   * @param environment {@code EPOCHAL_TERMINAL} is the number of columns when stderr is a terminal
   *     (the launcher knows, Java does not); {@code NO_COLOR} is respected; the locale's variables
   *     say whether it shows more than ASCII
   */
  Console(PrintStream out, PrintStream err, Map<String, String> environment) {
    this.out = new PrintWriter(out, true, StandardCharsets.UTF_8);
    this.err = new PrintWriter(err, true, StandardCharsets.UTF_8);
    this.outStream = out;
    this.errStream = err;
    this.columns = columns(environment.getOrDefault("EPOCHAL_TERMINAL", ""));
    this.terminal = columns > 0;
    this.colour = terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
    this.unicode =
        Stream.of("LC_ALL", "LC_CTYPE", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(locale -> !locale.isEmpty())
            .findFirst()
            .filter(locale -> locale.toLowerCase(Locale.ROOT).matches(".*utf-?8.*"))
            .isPresent();
  }

  /** One that nobody listens to. */
  static Console silent() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Console(nowhere, nowhere, Map.of());
  }

  /** Whether a person watches stderr. */
  boolean terminal() {
    return terminal;
  }

  /** The terminal's width; 0 without one. */
  int columns() {
    return columns;
  }

  private static int columns(String said) {
    return said.matches("[1-9]\\d{0,3}") ? Math.max(40, Integer.parseInt(said)) : 0;
  }

  boolean colour() {
    return colour;
  }

  /** Whether characters beyond ASCII arrive as what they are. */
  boolean unicode() {
    return unicode;
  }

  PrintWriter outWriter() {
    return out;
  }

  PrintWriter errWriter() {
    return err;
  }

  PrintStream outStream() {
    return outStream;
  }

  PrintStream errStream() {
    return errStream;
  }

  /** Data. */
  void print(String text) {
    out.print(Visible.text(text));
    out.flush();
  }

  /** Where a figure lies, or, for the person who watches, why there is none. */
  void print(DrawnFigure figure) {
    if (figure.leftOut() == null) {
      print(figure.drawing() + "\n");
    } else {
      say(figure.figure() + " is left out: " + figure.leftOut());
    }
  }

  /** A line for the person who watches. */
  void say(String line) {
    err.println(Visible.text(line));
  }

  /** Something loud: what must not be overlooked. */
  void shout(String line) {
    String visible = Visible.text(line);
    err.println(colour ? "\u001b[1;33m" + visible + "\u001b[0m" : visible);
  }

  /** What went wrong. */
  void problem(String line) {
    String visible = Visible.text(line);
    err.println(colour ? "\u001b[31m" + visible + "\u001b[0m" : visible);
  }
}
