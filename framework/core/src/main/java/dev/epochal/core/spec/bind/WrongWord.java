package dev.epochal.core.spec.bind;

import dev.epochal.core.problem.Suggestions;
import dev.epochal.core.spec.yaml.Problems;
import dev.epochal.core.spec.yaml.YamlNode.Scalar;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The problem that a word is none of those that its key knows. */
final class WrongWord {
  private WrongWord() {}

  static void add(Scalar scalar, Collection<String> words, String path, Problems problems) {
    String listed = String.join(", ", words);
    Optional<String> notYet = NotYet.value(path, scalar.text());
    if (notYet.isPresent()) {
      problems.add(scalar.place(), path, notYet.get(), "this version has " + listed);
      return;
    }
    String rule = "must be " + (words.size() == 1 ? "" : "one of ") + listed;
    problems.add(
        scalar.place(),
        path,
        rule + " but was " + ScalarReader.said(scalar),
        OtherWords.forValue(scalar.text(), words::contains)
            .or(() -> Suggestions.nearest(scalar.text(), words))
            .map(Suggestions::didYouMean)
            .orElse(null));
  }

  /** Of a key that also takes a list of other words, or of numbers; there is no value, so null. */
  static @Nullable Object addOrList(
      Scalar scalar, List<String> words, List<String> inList, String path, Problems problems) {
    String said = ScalarReader.said(scalar);
    problems.add(
        scalar.place(),
        path,
        "must be "
            + String.join(", ", words)
            + " or a list of "
            + (inList.isEmpty() ? "whole numbers" : String.join(", ", inList))
            + " but was "
            + said,
        inList.contains(scalar.text())
            ? "write [" + said + "]"
            : inList.isEmpty() && scalar.text().matches("[0-9]{1,5}")
                ? "write [" + said + ", " + said + "]"
                : Suggestions.nearest(scalar.text(), words)
                    .map(Suggestions::didYouMean)
                    .orElse(null));
    return null;
  }
}
