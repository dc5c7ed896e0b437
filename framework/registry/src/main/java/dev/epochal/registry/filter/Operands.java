package dev.epochal.registry.filter;

import dev.epochal.core.problem.Suggestions;
import dev.epochal.registry.filter.Operand.Field;
import dev.epochal.registry.filter.Token.Kind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads what of a run is asked about. */
final class Operands {
  private static final Map<String, Function<String, Operand>> KINDS =
      Map.of(
          "params", Operand.Param::new, "metrics", Operand.Metric::new, "tags", Operand.Tag::new);

  /** How names begin that lack their kind. */
  private static final Map<String, Pattern> WITHOUT_KIND =
      Map.of(
          "metrics", Pattern.compile("(train|validation|test|gap|time|best|model|system)\\."),
          "params", Pattern.compile("(training|network|data|seeds|evaluate)\\."));

  private final Words words;

  Operands(Words words) {
    this.words = words;
  }

  Operand next() {
    Token token = words.next();
    if (token.kind() != Kind.WORD) {
      throw words.problem(
          token, "must name a value of a run here but has " + token.said(), remedy());
    }
    boolean seconds = token.isKeyword("secondsTo");
    if ((seconds || token.isKeyword("epochsTo")) && words.take("(")) {
      return reached(seconds);
    }
    int dot = token.text().indexOf('.');
    if (dot > 0) {
      Function<String, Operand> kind = KINDS.get(token.text().substring(0, dot));
      if (kind != null) {
        return kind.apply(token.text().substring(dot + 1));
      }
    }
    Optional<Field> field = Field.of(token.text());
    return field.orElseThrow(
        () ->
            words.problem(
                token, Shown.text(token.text()) + " is no value of a run", remedy(token.text())));
  }

  /** {@code epochsTo(validation.accuracy, 0.9)}, after its bracket. */
  private Operand reached(boolean seconds) {
    Token metric = words.next();
    if (metric.kind() != Kind.WORD && metric.kind() != Kind.TEXT) {
      throw words.problem(metric, "must name a metric but has " + metric.said());
    }
    words.expect(",");
    Token value = words.next();
    if (value.kind() != Kind.NUMBER) {
      throw words.problem(value, "must be a number but was " + value.said());
    }
    words.expect(")");
    return new Operand.Reached(metric.text(), Double.parseDouble(value.text()), seconds);
  }

  private static String remedy() {
    return "there are "
        + String.join(", ", Field.words())
        + ", params.<key>, metrics.<name>, tags.<name>,"
        + " epochsTo(<metric>, <value>) and secondsTo(<metric>, <value>)";
  }

  private static String remedy(String word) {
    for (Map.Entry<String, Pattern> kind : WITHOUT_KIND.entrySet()) {
      if (kind.getValue().matcher(word).lookingAt()) {
        return "did you mean " + kind.getKey() + "." + Shown.text(word) + "?";
      }
    }
    int dot = word.indexOf('.');
    if (dot > 0) {
      Optional<String> kind = Suggestions.nearest(word.substring(0, dot), KINDS.keySet());
      if (kind.isPresent()) {
        return "did you mean " + kind.get() + Shown.text(word.substring(dot)) + "?";
      }
    }
    String lower = word.toLowerCase(Locale.ROOT);
    return Field.words().stream()
        .filter(field -> field.startsWith(lower) || lower.startsWith(field))
        .findFirst()
        .or(() -> Suggestions.nearest(word, Field.words()))
        .map(field -> "did you mean " + field + "?")
        .orElseGet(Operands::remedy);
  }
}
