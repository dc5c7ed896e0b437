package dev.epochal.registry.filter;

import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.filter.Operand.Field;
import dev.epochal.registry.filter.Token.Kind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads values: a Double, a Long, a String, an Instant or a {@link Day}, as the operand asks. */
final class Values {
  /** A date, with a time or without one, in UTC or with an offset. */
  static final String TIME =
      "\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[-+]\\d{2}:\\d{2})?)?";

  private static final Pattern MOMENT = Pattern.compile(TIME);
  private static final Pattern OFFSET = Pattern.compile("[-+]\\d{2}:\\d{2}$");

  /** What a loss that diverged may be. */
  private static final Map<String, Double> SPECIAL =
      Map.of(
          "nan", Double.NaN,
          "infinity", Double.POSITIVE_INFINITY,
          "+infinity", Double.POSITIVE_INFINITY,
          "-infinity", Double.NEGATIVE_INFINITY);

  private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,18}");

  private final Words words;
  private final Instant now;

  Values(Words words, Instant now) {
    this.words = words;
    this.now = now;
  }

  Object next(Operand operand) {
    Token token = words.next();
    if (operand == Field.STATUS) {
      return status(token);
    }
    Operand.Type type = operand.type();
    return switch (type) {
      case TEXT -> text(token);
      case NUMBER -> number(operand, token);
      case NUMBER_OR_TEXT -> token.kind() == Kind.NUMBER ? number(operand, token) : text(token);
      case TIME -> time(token);
      case DURATION -> token.kind() == Kind.DURATION ? seconds(token) : number(operand, token);
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

  private Object number(Operand operand, Token token) {
    if (operand == Field.SEED && WHOLE.matcher(token.text()).matches()) {
      return Long.valueOf(token.text()); // a double has fewer digits than a seed
    }
    if (token.kind() == Kind.NUMBER) {
      return Double.valueOf(token.text());
    }
    Double special = SPECIAL.get(token.text().toLowerCase(Locale.ROOT));
    if (special == null || operand.type() != Operand.Type.NUMBER || operand == Field.SEED) {
      throw wrong(token, operand.type());
    }
    return special;
  }

  private Object time(Token token) {
    if (token.kind() == Kind.DURATION && token.text().startsWith("-")) {
      return now.plus(Duration.ofMillis(Math.round(seconds(token) * 1000)));
    }
    if (!MOMENT.matcher(token.text()).matches()) {
      throw wrong(token, Operand.Type.TIME);
    }
    try {
      String text = token.text().replace(' ', 'T');
      if (!text.contains("T")) {
        LocalDate day = LocalDate.parse(text);
        return new Day(midnight(day), midnight(day.plusDays(1)));
      }
      boolean local = text.indexOf('Z') < 0 && !OFFSET.matcher(text).find();
      return OffsetDateTime.parse(local ? text + "Z" : text).toInstant();
    } catch (DateTimeException e) {
      throw words.problem(token, token.text() + " is no date");
    }
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
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
