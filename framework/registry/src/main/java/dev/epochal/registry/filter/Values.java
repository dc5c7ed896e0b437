package dev.epochal.registry.filter;

import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.filter.Token.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads values: a Double, a String or an Instant, as the type asks. */
final class Values {
  private final Words words;
  private final Instant now;

  Values(Words words, Instant now) {
    this.words = words;
    this.now = now;
  }

  Object next(Operand operand) {
    Token token = words.next();
    if (operand == Operand.Field.STATUS) {
      return status(token);
    }
    Operand.Type type = operand.type();
    return switch (type) {
      case TEXT -> text(token);
      case NUMBER -> number(token, type);
      case NUMBER_OR_TEXT -> token.kind() == Kind.NUMBER ? number(token, type) : text(token);
      case TIME -> time(token);
      case DURATION ->
          token.kind() == Kind.DURATION ? (Object) seconds(token) : number(token, type);
    };
  }

  private String status(Token token) {
    String status = text(token).toUpperCase(Locale.ROOT);
    List<String> all = Arrays.stream(RunStatus.values()).map(Enum::name).toList();
    if (!all.contains(status)) {
      throw words.problem(
          token, "must be one of " + String.join(", ", all) + " but was " + token.said());
    }
    return status;
  }

  /** The next one, which must be a text. */
  String text() {
    return text(words.next());
  }

  private String text(Token token) {
    return switch (token.kind()) {
      case TEXT, WORD, NUMBER, DURATION, TIME -> token.text();
      case SYMBOL, END -> throw wrong(token, Operand.Type.TEXT);
    };
  }

  private Double number(Token token, Operand.Type type) {
    if (token.kind() == Kind.NUMBER) {
      return Double.valueOf(token.text());
    }
    if (token.isKeyword("nan")) {
      return Double.NaN;
    }
    throw wrong(token, type);
  }

  private Instant time(Token token) {
    if (token.kind() == Kind.DURATION && token.text().startsWith("-")) {
      return now.plus(Duration.ofMillis(Math.round(seconds(token) * 1000)));
    }
    if (token.kind() != Kind.TIME) {
      throw wrong(token, Operand.Type.TIME);
    }
    try {
      String text = token.text();
      if (!text.contains("T")) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      String local = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
      return LocalDateTime.parse(local).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw words.problem(token, token.text() + " is no date");
    }
  }

  private static double seconds(Token token) {
    String text = token.text();
    int unit = text.length();
    while (Character.isLetter(text.charAt(unit - 1))) {
      unit--;
    }
    double number = Double.parseDouble(text.substring(0, unit));
    return number
        * switch (text.substring(unit)) {
          case "ms" -> 0.001;
          case "m" -> 60;
          case "h" -> 3600;
          case "d" -> 86_400;
          case "w" -> 604_800;
          default -> 1;
        };
  }

  private RuntimeException wrong(Token token, Operand.Type type) {
    return words.problem(token, "must be " + type.said() + " but was " + token.said());
  }
}
