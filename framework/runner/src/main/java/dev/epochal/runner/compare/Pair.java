package dev.epochal.runner.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A run beside the reference: why they may differ, and whether they do.
 *
 * @param run its place among the runs compared
 * @param factors every reason why their numbers may differ, the one that was most likely meant
 *     first
 * @param bits whether training ended with the same parameters
 */
public record Pair(int run, List<Factor> factors, Bits bits, PairedTest test) {
  public Pair {
    factors = List.copyOf(factors);
  }

  /** Whether two trainings gave the same parameters, bit by bit. */
  public enum Bits {
    SAME,
    DIFFERENT,
    /** They trained for another number of epochs, or a hash is missing. */
    UNKNOWN
  }

  /**
   * The factors in words, without a subject: {@code differs in training.batchSize (64, 512) alone}.
   */
  public String sentence() {
    if (factors.isEmpty()) {
      return "differs in nothing that could change its numbers" + bitsSaid();
    }
    Factor first = factors.get(0);
    if (factors.size() == 1) {
      return "differs in " + first.said() + " alone" + brings(first) + same();
    }
    return "differs in more than "
        + first.said()
        + brings(first)
        + ": also "
        + others(factors.subList(1, factors.size()))
        + same();
  }

  /** What one brings must not read as if the next were part of it. */
  private static String others(List<Factor> factors) {
    List<String> said = new ArrayList<>();
    factors.forEach(factor -> said.add(factor.said() + brings(factor)));
    boolean lists = factors.stream().anyMatch(factor -> !factor.brings().isEmpty());
    return lists ? String.join("; ", said) : joined(said);
  }

  private static String brings(Factor factor) {
    return factor.brings().isEmpty() ? "" : ", which brings " + joined(factor.brings());
  }

  private String same() {
    return bits == Bits.SAME ? "; its parameters are the same to the bit" : "";
  }

  private String bitsSaid() {
    return switch (bits) {
      case SAME -> ", and its parameters are the same to the bit";
      case DIFFERENT -> ", yet its parameters are not the same";
      case UNKNOWN -> "";
    };
  }

  private static String joined(List<String> parts) {
    return parts.size() == 1
        ? parts.get(0)
        : parts.stream().limit(parts.size() - 1L).collect(Collectors.joining(", "))
            + " and "
            + parts.get(parts.size() - 1);
  }
}
