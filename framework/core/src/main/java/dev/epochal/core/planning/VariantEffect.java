package dev.epochal.core.planning;

import dev.epochal.core.spec.VariantKeys;
import java.util.Set;

/**
 * What choosing a variant sets.
 *
 * @param keys dotted, each for itself and all below it
 */
public record VariantEffect(Set<String> keys) {
  public VariantEffect {
    keys = Set.copyOf(keys);
  }

  /**
   * As a run's {@code spec.yaml} tells; nothing where it does not.
   *
   * @param specText a spec that stands alone, or one merged from files that it quotes
   */
  public static VariantEffect of(String specText, String variant) {
    return new VariantEffect(VariantKeys.of(specText, variant));
  }

  /** Whether a param is, or may be, what it is because of the variant. */
  public boolean sets(String param) {
    return keys.stream().anyMatch(key -> param.equals(key) || param.startsWith(key + "."));
  }
}
