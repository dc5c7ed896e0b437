package dev.epochal.core.sweep;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Several values of a key in one text, as the command line and a spec's {@code parameters} take
 * them:
 *
 * <pre>
 * 64,512,5000           these three
 * 1..5                  the whole numbers from 1 to 5, both included
 * range(0.1, 0.5, 0.1)  from 0.1 in steps of 0.1, the end left out as in Python
 * log(1e-4, 1e-1, 7)    seven numbers from 1e-4 to 1e-1, both included, at equal ratios
 * 1..3,10               parts of any kind after each other
 * </pre>
 *
 * A comma inside brackets or quotes separates nothing.
 */
public final class SeveralValues {
  /** More than anybody waits for. */
  static final int MOST = 10_000;

  /** Digits of a value of {@code log}: those that a person would write. */
  private static final MathContext WRITTEN = new MathContext(6);

  private static final String NUMBER = "[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d{1,3})?";
  private static final Pattern WHOLE = Pattern.compile("(-?\\d{1,18})\\.\\.(-?\\d{1,18})");
  private static final Pattern DOTS = Pattern.compile(NUMBER + "\\.\\." + NUMBER);
  private static final Pattern CALL = Pattern.compile("(range|log)\\((.*)\\)");

  private SeveralValues() {}

  /** Whether a text asks for more than one value, well or badly. */
  public static boolean isMeant(String text) {
    String value = text.strip();
    return parts(value).size() > 1
        || DOTS.matcher(value).matches()
        || CALL.matcher(value).matches();
  }

  /**
   * The values, each as it would be written alone, in the order written.
   *
   * @throws InvalidInputException when there are none, too many, or one of them twice
   */
  public static List<String> of(String text) {
    List<String> values = new ArrayList<>();
    for (String part : parts(text.strip())) {
      values.addAll(part(part.strip()));
      if (values.size() > MOST) {
        throw problem("asks for more than " + MOST + " values", "ask for fewer");
      }
    }
    for (String value : values) {
      if (value.isEmpty()) {
        throw problem("has no value between two commas", "write 1,2,3");
      }
      if (values.indexOf(value) != values.lastIndexOf(value)) {
        throw problem("has the value " + value + " twice", "give each once");
      }
    }
    return List.copyOf(values);
  }

  private static List<String> part(String part) {
    Matcher whole = WHOLE.matcher(part);
    if (whole.matches()) {
      return span(Long.parseLong(whole.group(1)), Long.parseLong(whole.group(2)));
    }
    if (DOTS.matcher(part).matches()) {
      throw problem(
          "has a span of numbers that are not whole: " + part, "write range(0.1, 0.5, 0.1)");
    }
    Matcher call = CALL.matcher(part);
    if (call.matches()) {
      List<BigDecimal> numbers = numbers(call.group(1), call.group(2));
      return call.group(1).equals("range") ? range(numbers) : log(numbers);
    }
    return List.of(part);
  }

  private static List<String> span(long from, long to) {
    if (Math.abs(to - from) >= MOST) {
      throw problem("asks for more than " + MOST + " values", "ask for fewer");
    }
    LongStream numbers =
        from <= to
            ? LongStream.rangeClosed(from, to)
            : LongStream.rangeClosed(to, from).map(number -> from + to - number);
    return numbers.mapToObj(Long::toString).toList();
  }

  private static List<String> range(List<BigDecimal> numbers) {
    if (numbers.size() < 2 || numbers.size() > 3) {
      throw problem("range takes a start, an end and maybe a step", "write range(0.1, 0.5, 0.1)");
    }
    BigDecimal end = numbers.get(1);
    BigDecimal step = numbers.size() == 3 ? numbers.get(2) : BigDecimal.ONE;
    int sign = step.signum();
    if (sign == 0 || numbers.get(0).compareTo(end) * sign >= 0) {
      throw problem("range has no value from its start to its end", "write range(0.1, 0.5, 0.1)");
    }
    List<String> values = new ArrayList<>();
    for (BigDecimal at = numbers.get(0); at.compareTo(end) * sign < 0; at = at.add(step)) {
      if (values.size() == MOST) {
        throw problem("asks for more than " + MOST + " values", "ask for fewer");
      }
      values.add(written(at));
    }
    return values;
  }

  private static List<String> log(List<BigDecimal> numbers) {
    String remedy = "write log(1e-4, 1e-1, 7)";
    if (numbers.size() != 3) {
      throw problem("log takes a first, a last and how many", remedy);
    }
    BigDecimal first = numbers.get(0);
    BigDecimal last = numbers.get(1);
    BigDecimal n = numbers.get(2);
    if (first.signum() <= 0 || last.signum() <= 0) {
      throw problem("log takes numbers above 0", remedy);
    }
    if (n.stripTrailingZeros().scale() > 0
        || n.compareTo(BigDecimal.valueOf(2)) < 0
        || n.compareTo(BigDecimal.valueOf(MOST)) > 0) {
      throw problem("log takes a whole number of values from 2 to " + MOST, remedy);
    }
    int count = n.intValue();
    double low = Math.log(first.doubleValue());
    double high = Math.log(last.doubleValue());
    List<String> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double value = Math.exp(low + (high - low) * i / (count - 1));
      values.add(written(new BigDecimal(value).round(WRITTEN)));
    }
    return values;
  }

  private static List<BigDecimal> numbers(String function, String arguments) {
    List<BigDecimal> numbers = new ArrayList<>();
    for (String argument : arguments.split(",", -1)) {
      if (!argument.strip().matches(NUMBER)) {
        throw problem(
            function + " takes numbers but has " + argument.strip(),
            "write " + function + (function.equals("log") ? "(1e-4, 1e-1, 7)" : "(0.1, 0.5, 0.1)"));
      }
      numbers.add(new BigDecimal(argument.strip()));
    }
    return numbers;
  }

  /** As a person writes it: 64, 0.001, 1E-7. */
  static String written(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    boolean plain = bare.precision() - bare.scale() <= 18 && bare.scale() <= 12;
    return plain ? bare.toPlainString() : bare.toString();
  }

  /** Parts between outer commas. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == ',' && depth == 0) {
        parts.add(text.substring(start, i));
        start = i + 1;
      } else {
        depth += "[{(".indexOf(c) >= 0 ? 1 : "]})".indexOf(c) >= 0 ? -1 : 0;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static InvalidInputException problem(String rule, String remedy) {
    return new InvalidInputException(Problem.of(rule, remedy));
  }
}
