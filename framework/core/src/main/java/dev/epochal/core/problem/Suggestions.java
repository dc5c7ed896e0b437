package dev.epochal.core.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** What a mistyped word was probably meant to be. */
public final class Suggestions {
  /** Longer words are no slips of the finger, and comparing them takes time. */
  private static final int LONGEST = 40;

  private Suggestions() {}

  /** The known word nearest to {@code word}, if one is near. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = plain(word);
    return known.stream()
        .filter(candidate -> distance(plain, plain(candidate)) <= allowed(word))
        .min(Comparator.comparingInt(candidate -> distance(plain, plain(candidate))));
  }

  /** A remedy: the nearest word, or all words when none is near. */
  public static String oneOf(String word, Collection<String> known) {
    return nearest(word, known)
        .map(Suggestions::didYouMean)
        .orElseGet(() -> "known here: " + String.join(", ", known));
  }

  /** The question that a suggestion is. */
  public static String didYouMean(String word) {
    return "did you mean \"" + word + "\"?";
  }

  /** Without what other writing styles add: {@code batch_size} is {@code batchSize} to the eye. */
  private static String plain(String word) {
    return word.replace("_", "").replace("-", "").replace(" ", "").toLowerCase(Locale.ROOT);
  }

  private static int distance(String a, String b) {
    // Two letters in the wrong order are one slip.
    return new DamerauLevenshteinDistance().apply(a, b);
  }

  private static int allowed(String word) {
    return word.length() <= 2 ? 0 : word.length() <= 5 ? 1 : word.length() / 3;
  }
}
