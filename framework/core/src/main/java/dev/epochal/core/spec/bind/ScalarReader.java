package dev.epochal.core.spec.bind;

import dev.epochal.core.plan.Words;
import dev.epochal.core.spec.yaml.Problems;
import dev.epochal.core.spec.yaml.Quoted;
import dev.epochal.core.spec.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A scalar's text as a value of the type that its key asks for; never what YAML 1.1 guesses. */
final class ScalarReader {
  private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
  private static final Pattern PADDED = Pattern.compile("[-+]?0[0-9]+");
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[-+]?\\.?(nan|inf|infinity)", Pattern.CASE_INSENSITIVE);
  private static final Set<String> YES = Set.of("yes", "on", "y", "true", "1");
  private static final Set<String> NO = Set.of("no", "off", "n", "false", "0");

  private final Problems problems;

  ScalarReader(Problems problems) {
    this.problems = problems;
  }

  /** The value, or null with a problem added. */
  @Nullable Object read(Scalar scalar, Class<?> type, String path) {
    if (type == String.class) {
      return scalar.text();
    }
    if (type.isEnum()) {
      return word(scalar, type, path);
    }
    if (!scalar.plain()) {
      return wrong(scalar, path, name(type), "remove the quotes");
    }
    if (type == Boolean.class) {
      return bool(scalar, path);
    }
    return type == Double.class ? decimal(scalar, path) : whole(scalar, type, path);
  }

  private @Nullable Object word(Scalar scalar, Class<?> type, String path) {
    List<String> words = Words.of(type);
    int index = words.indexOf(scalar.text());
    if (index >= 0) {
      return type.getEnumConstants()[index];
    }
    WrongWord.add(scalar, words, path, problems);
    return null;
  }

  private @Nullable Object bool(Scalar scalar, String path) {
    if (scalar.text().equals("true") || scalar.text().equals("false")) {
      return scalar.text().equals("true");
    }
    String text = scalar.text().toLowerCase(Locale.ROOT);
    String remedy = YES.contains(text) ? "write true" : NO.contains(text) ? "write false" : null;
    return wrong(scalar, path, name(Boolean.class), remedy);
  }

  private @Nullable Object decimal(Scalar scalar, String path) {
    String text = scalar.text();
    if (DECIMAL.matcher(text).matches() && Double.isFinite(Double.parseDouble(text))) {
      return Double.valueOf(text);
    }
    boolean infinite = DECIMAL.matcher(text).matches() || NOT_FINITE.matcher(text).matches();
    return wrong(scalar, path, infinite ? "a finite number" : name(Double.class), null);
  }

  private @Nullable Object whole(Scalar scalar, Class<?> type, String path) {
    String text = scalar.text();
    if (WHOLE.matcher(text).matches()) {
      try {
        return type == Long.class ? (Object) Long.valueOf(text) : (Object) Integer.valueOf(text);
      } catch (NumberFormatException e) {
        int bits = type == Long.class ? 64 : 32;
        return wrong(scalar, path, "a whole number of " + bits + " bits", null);
      }
    }
    // YAML 1.1 reads 010 as 8; most people read it as 10.
    String remedy = PADDED.matcher(text).matches() ? "write it without the leading zero" : null;
    return wrong(scalar, path, name(type), remedy);
  }

  private @Nullable Object wrong(
      Scalar scalar, String path, String wanted, @Nullable String remedy) {
    problems.add(scalar.place(), path, "must be " + wanted + " but was " + scalar.kind(), remedy);
    return null;
  }

  /** What a type is called in messages. */
  static String name(Class<?> type) {
    if (type == String.class) {
      return "a text";
    }
    if (type == Boolean.class) {
      return "true or false";
    }
    if (type.isEnum()) {
      return "one of " + String.join(", ", Words.of(type));
    }
    return type == Double.class ? "a number" : "a whole number";
  }

  /** A value as it was written, for a sentence. */
  static String said(Scalar scalar) {
    return scalar.plain() ? Quoted.raw(scalar.text()) : Quoted.text(scalar.text());
  }
}
