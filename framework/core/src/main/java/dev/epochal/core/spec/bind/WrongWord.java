package dev.epochal.core.spec.bind;

import dev.epochal.core.spec.yaml.Problems;
import dev.epochal.core.spec.yaml.Suggestions;
import dev.epochal.core.spec.yaml.YamlNode.Scalar;
import java.util.Collection;
import java.util.Optional;

/** The problem that a word is none of those that its key knows. */
final class WrongWord {
  private WrongWord() {}

  static void add(Scalar scalar, Collection<String> words, String path, Problems problems) {
    String listed = String.join(", ", words);
    Optional<String> notYet = NotYet.value(path, scalar.text());
    if (notYet.isPresent()) {
      problems.add(scalar.place(), path, ": " + notYet.get(), "this version has " + listed);
      return;
    }
    String rule = "must be " + (words.size() == 1 ? "" : "one of ") + listed;
    problems.add(
        scalar.place(),
        path,
        rule + " but was " + ScalarReader.said(scalar),
        OtherWords.forValue(scalar.text())
            .filter(words::contains)
            .or(() -> Suggestions.nearest(scalar.text(), words))
            .map(Suggestions::didYouMean)
            .orElse(null));
  }
}
