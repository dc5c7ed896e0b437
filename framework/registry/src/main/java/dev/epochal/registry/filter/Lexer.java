package dev.epochal.registry.filter;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.registry.filter.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a filter apart into words. */
final class Lexer {
  /** Longer than anybody types; short enough that nothing here can take long. */
  private static final int LONGEST = 20_000;

  private static final Pattern SPACE = Pattern.compile("[\\s\\h]+");
  private static final Pattern TIME = Pattern.compile(Values.TIME + "(?![A-Za-z0-9_.])");
  private static final Pattern DURATION =
      Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?(ms|s|m|h|d|w)(?![A-Za-z0-9_])");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?(?![A-Za-z_])");
  private static final Pattern INFINITY = Pattern.compile("[-+](?i:infinity)(?![A-Za-z0-9_.])");
  private static final Pattern FIRST = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]*");
  private static final Pattern NEXT = Pattern.compile("[\\p{L}\\p{N}_-]+");
  private static final Pattern SYMBOL = Pattern.compile("<=|>=|!=|<>|==|[=<>(),]");

  private final String filter;
  private final FilterProblem problem;
  private int at;

  Lexer(String filter, FilterProblem problem) {
    this.filter = filter;
    this.problem = problem;
  }

  /**
   * Every word, and the end.
   *
   * @throws InvalidInputException where a word is none
   */
  List<Token> tokens() {
    if (filter.length() > LONGEST) {
      throw problem.at(LONGEST, "is longer than " + LONGEST + " characters");
    }
    List<Token> tokens = new ArrayList<>();
    for (take(SPACE); at < filter.length(); take(SPACE)) {
      tokens.add(next());
    }
    tokens.add(new Token(Kind.END, "", filter.length() + 1));
    return tokens;
  }

  private Token next() {
    int column = at + 1;
    char c = filter.charAt(at);
    if (c == '\'' || c == '"') {
      return new Token(Kind.TEXT, quoted(c), column);
    }
    if (c == '`') {
      return new Token(Kind.WORD, name(), column);
    }
    for (Kind kind : List.of(Kind.TIME, Kind.DURATION, Kind.NUMBER)) {
      String text = take(kind == Kind.TIME ? TIME : kind == Kind.DURATION ? DURATION : NUMBER);
      if (!text.isEmpty()) {
        return new Token(kind, text, column);
      }
    }
    String infinity = take(INFINITY);
    if (!infinity.isEmpty()) {
      return new Token(Kind.WORD, infinity, column);
    }
    if (matcher(FIRST).lookingAt()) {
      return new Token(Kind.WORD, name(), column);
    }
    String symbol = take(SYMBOL);
    if (!symbol.isEmpty()) {
      return new Token(Kind.SYMBOL, symbol, column);
    }
    int character = filter.codePointAt(at);
    throw problem.at(
        column,
        Character.isLetterOrDigit(character)
            ? "has a word that is none"
            : "has the character " + Shown.text(Character.toString(character)),
        "put texts between quotes");
  }

  /** Segments joined by dots; one between back-ticks may hold anything. */
  private String name() {
    StringBuilder name = new StringBuilder(segment(FIRST));
    while (at < filter.length() && filter.charAt(at) == '.') {
      at++;
      name.append('.').append(segment(NEXT));
    }
    return name.toString();
  }

  private String segment(Pattern plain) {
    if (at < filter.length() && filter.charAt(at) == '`') {
      return quoted('`');
    }
    String segment = take(plain);
    if (segment.isEmpty()) {
      throw problem.at(
          at + 1, "lacks a name after the dot", "put unusual names between `back-ticks`");
    }
    return segment;
  }

  /** Up to the same quote; a doubled one stands for itself. */
  private String quoted(char quote) {
    int start = at++;
    StringBuilder text = new StringBuilder();
    while (at < filter.length()) {
      char c = filter.charAt(at++);
      if (c != quote) {
        text.append(c);
      } else if (at < filter.length() && filter.charAt(at) == quote) {
        text.append(quote);
        at++;
      } else {
        return text.toString();
      }
    }
    throw problem.at(
        start + 1, "lacks the closing " + quote, "one that belongs to the text is written twice");
  }

  private String take(Pattern pattern) {
    Matcher matcher = matcher(pattern);
    if (!matcher.lookingAt()) {
      return "";
    }
    at = matcher.end();
    return matcher.group();
  }

  private Matcher matcher(Pattern pattern) {
    return pattern.matcher(filter).region(at, filter.length()).useTransparentBounds(true);
  }
}
