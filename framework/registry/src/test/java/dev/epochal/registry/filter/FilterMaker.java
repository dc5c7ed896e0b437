package dev.epochal.registry.filter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Filters as nobody writes them, drawn from a seed: good ones, damaged ones, and mere noise. */
public final class FilterMaker {
  /** Parts of names and texts that have a meaning somewhere, or look as if. */
  public static final List<String> HOSTILE =
      List.of(
          "'",
          "\"",
          "`",
          "''; drop table runs; --",
          "?",
          "${x}",
          "{ts '2026-01-01'}",
          "\\",
          "%",
          "_",
          "/*",
          "\0",
          "\n",
          "\u202e gnp.exe",
          "e\u0301",
          "\ud83d\ude00",
          "\ud83d",
          "שלום",
          "a b",
          ", ) or (",
          "null",
          "x".repeat(10_000));

  private static final List<String> FIELDS =
      List.of(
          "id",
          "name",
          "experiment",
          "status",
          "seed",
          "started",
          "ended",
          "duration",
          "dataset",
          "sweep",
          "trial");
  private static final List<String> RELATIONS =
      List.of("=", "==", "!=", "<>", "<", "<=", ">", ">=");
  private static final String NOISE =
      "'\"`()<>=!,.-+%_\\/*;:?&|#~@^ \t\n\u00a0\u2028\u202eaéZ09٣\ud83d\ude00";

  private final SplittableRandom random;

  public FilterMaker(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A filter of the grammar. */
  public String good() {
    return tree(random.nextInt(5));
  }

  /** One that a cat walked over. */
  public String damaged() {
    StringBuilder text = new StringBuilder(good());
    for (int n = random.nextInt(1, 5); n > 0 && text.length() > 0; n--) {
      int at = random.nextInt(text.length());
      int to = Math.min(text.length(), at + random.nextInt(1, 8));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, to);
        case 1 -> text.insert(at, text.substring(at, to));
        case 2 -> text.insert(at, NOISE.charAt(random.nextInt(NOISE.length())));
        default -> text.insert(at, one(HOSTILE));
      }
    }
    return text.toString();
  }

  /** Bytes taken for a text, and characters that mean something. */
  public String noise() {
    if (random.nextBoolean()) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
    return random
        .ints(random.nextInt(60), 0, NOISE.length())
        .mapToObj(i -> NOISE.substring(i, i + 1))
        .collect(Collectors.joining());
  }

  /** A name between back-ticks. */
  public static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  private String tree(int depth) {
    if (depth == 0) {
      return condition();
    }
    return switch (random.nextInt(3)) {
      case 0 -> "not " + tree(depth - 1);
      case 1 -> "(" + tree(depth - 1) + ")";
      default ->
          IntStream.rangeClosed(0, random.nextInt(3))
              .mapToObj(i -> tree(depth - 1))
              .collect(Collectors.joining(random.nextBoolean() ? " and " : " OR "));
    };
  }

  private String condition() {
    String operand = operand();
    return switch (random.nextInt(5)) {
      case 0 -> operand + " is " + (random.nextBoolean() ? "not " : "") + "null";
      case 1 -> {
        List<String> values = new ArrayList<>();
        for (int n = random.nextInt(1, 5); n > 0; n--) {
          values.add(value(operand));
        }
        yield operand + not() + " in (" + String.join(", ", values) + ")";
      }
      case 2 -> operand + not() + " between " + value(operand) + " and " + value(operand);
      case 3 ->
          holdsText(operand)
              ? operand + not() + (random.nextBoolean() ? " like " : " ilike ") + text()
              : operand + " = " + value(operand);
      default -> operand + one(RELATIONS) + value(operand);
    };
  }

  private String not() {
    return random.nextBoolean() ? " not" : "";
  }

  private String operand() {
    return switch (random.nextInt(6)) {
      case 0 -> "params." + name();
      case 1 -> "metrics." + name();
      case 2 -> "tags." + name();
      case 3 -> "epochsTo(" + text() + ", 0.5)";
      case 4 -> "secondsTo(validation.loss, -1e-3)";
      default -> one(FIELDS);
    };
  }

  private String name() {
    return random.nextInt(3) == 0 ? "training.batchSize" : quoted(hostile());
  }

  private static boolean holdsText(String operand) {
    return operand.startsWith("params.")
        || operand.startsWith("tags.")
        || List.of("id", "name", "experiment", "dataset", "sweep").contains(operand);
  }

  private String value(String operand) {
    if (operand.equals("status")) {
      return one(List.of("finished", "'CRASHED'", "Killed"));
    }
    if (operand.equals("started") || operand.equals("ended")) {
      return one(
          List.of(
              "2026-11-01",
              "9999-12-31",
              "0000-01-01",
              "2026-11-01 12:30",
              "'2026-11-01T12:30:01.123456789-18:00'",
              "-999999999w",
              "-0.5ms"));
    }
    if (operand.equals("duration")) {
      return one(List.of("5m", "999999999.999999999w", "-3", "1e300", ".5", "0s"));
    }
    if (operand.equals("seed")) {
      return one(
          List.of("1729", "-0", "999999999999999999", "123456789012345678901", "1.5", "1e400"));
    }
    if (holdsText(operand)) {
      return random.nextInt(3) == 0 ? one(List.of("64", "-1e5", "word", "5m", "a.b-c")) : text();
    }
    return one(List.of("0.5", "nan", "-Infinity", "infinity", "-1e-320", "1e400", "64"));
  }

  private String text() {
    char quote = random.nextBoolean() ? '\'' : '"';
    return quote + hostile().replace("" + quote, "" + quote + quote) + quote;
  }

  private String hostile() {
    return random.nextInt(4) == 0
        ? one(HOSTILE)
        : one(HOSTILE.subList(0, HOSTILE.size() - 1)) + one(HOSTILE.subList(0, 20));
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
