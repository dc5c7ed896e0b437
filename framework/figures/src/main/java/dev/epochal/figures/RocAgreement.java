package dev.epochal.figures;

import dev.epochal.core.figure.Roc;
import java.util.Comparator;
import java.util.List;

/** Says in words whether the splits' ROC curves agree. */
final class RocAgreement {
  private static final double SIGNIFICANT = 0.05;

  private RocAgreement() {}

  static String sentence(Roc data) {
    List<Roc.Difference> tested =
        data.differences().stream().filter(d -> !Double.isNaN(d.adjusted())).toList();
    if (tested.isEmpty()) {
      return "No difference of AUC can be tested: areas of 0 or 1, or missing ones, have no variance.";
    }
    List<Roc.Difference> different =
        tested.stream().filter(d -> d.adjusted() < SIGNIFICANT).toList();
    Roc.Difference largest =
        (different.isEmpty() ? tested : different)
            .stream().max(Comparator.comparingDouble(d -> Math.abs(d.difference()))).orElseThrow();
    String most =
        "%s: %s − %s = %s"
            .formatted(
                Text.ellipsized(
                    "class " + ClassLabels.of(data.classNames(), largest.ofClass()),
                    Style.TEXT,
                    200),
                largest.first().key(),
                largest.second().key(),
                Numbers.value(largest.difference()));
    return different.isEmpty()
        ? "None of %d differences of AUC is significant at 5 %% (largest, %s)."
            .formatted(tested.size(), most)
        : "%d of %d differences of AUC %s significant at 5 %% (largest, %s)."
            .formatted(different.size(), tested.size(), different.size() == 1 ? "is" : "are", most);
  }
}
