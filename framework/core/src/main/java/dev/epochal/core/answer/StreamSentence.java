package dev.epochal.core.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the streams of randomness do, in words. */
final class StreamSentence {
  private StreamSentence() {}

  static String of(String response, List<AnswerStream> streams) {
    Amounts amounts = Amounts.of(response);
    List<String> sentences = new ArrayList<>();
    AnswerStream first = streams.get(0);
    boolean whole = first.stream().equals("seed");
    if (whole) {
      sentences.add(
          ("%s changes with the seed: over %d runs its standard deviation is %s %s; %s. Two single"
                  + " runs must differ by more than %s before it is more than chance.")
              .formatted(
                  response,
                  first.n(),
                  amounts.difference(first.sd()),
                  amounts.interval(first.ci()),
                  bits(first),
                  amounts.difference(1.96 * Math.sqrt(2) * first.sd())));
    }
    List<AnswerStream> parts =
        streams.stream()
            .filter(stream -> !stream.stream().equals("seed"))
            .sorted(Comparator.comparingDouble(AnswerStream::sd).reversed())
            .toList();
    List<AnswerStream> moving =
        parts.stream().filter(part -> part.sd() > 0 || part.differentBits() > 1).toList();
    if (!moving.isEmpty()) {
      sentences.add(
          "By themselves, "
              + moving.stream().map(part -> said(part, amounts)).collect(Collectors.joining(", "))
              + ".");
    }
    String still =
        parts.stream()
            .filter(part -> !moving.contains(part))
            .map(part -> "seeds." + part.stream())
            .collect(Collectors.joining(", "));
    if (!still.isEmpty()) {
      sentences.add("The results are the same to the bit whatever " + still + " is.");
    }
    return String.join(" ", sentences);
  }

  private static String said(AnswerStream part, Amounts amounts) {
    String share =
        part.share() == null
            ? ""
            : String.format(Locale.ROOT, " (%.0f %% of the variance)", 100 * part.share());
    return "seeds.%s makes a standard deviation of %s %s%s"
        .formatted(
            part.stream(), amounts.difference(part.sd()), amounts.interval(part.ci()), share);
  }

  private static String bits(AnswerStream stream) {
    return stream.differentBits() <= 1
        ? "the parameters are the same to the bit"
        : stream.differentBits() >= stream.n()
            ? "no two end with the same parameters"
            : stream.differentBits() + " different sets of parameters come out";
  }
}
