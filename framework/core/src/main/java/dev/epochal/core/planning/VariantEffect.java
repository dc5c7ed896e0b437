package dev.epochal.core.planning;

import dev.epochal.core.spec.VariantKeys;
import java.util.Set;

/**
 * What choosing a variant sets.
 *
 * @param keys dotted, each for itself and all below it
 * @param overridden those that the command line set after it, likewise
 */
public record VariantEffect(Set<String> keys, Set<String> overridden) {
  /** Sets nothing. */
  public static final VariantEffect NONE = new VariantEffect(Set.of(), Set.of());

  private static final String TYPE = ".type";

  public VariantEffect {
    keys = Set.copyOf(keys);
    overridden = Set.copyOf(overridden);
  }

  /**
   * As a run's {@code spec.yaml} tells; nothing where it does not.
   *
   * @param specText a spec that stands alone, or one merged from files that it quotes
   */
  public static VariantEffect of(String specText, String variant) {
    return new VariantEffect(VariantKeys.of(specText, variant), VariantKeys.overridden(specText));
  }

  /**
   * Whether a param, or a group of them such as a layer, is, or may be, what it is because of the
   * variant.
   */
  public boolean sets(String param) {
    return overridden.stream().noneMatch(key -> isWithin(param, key))
        && keys.stream().anyMatch(key -> isWithin(param, whole(key)) || isWithin(key, param));
  }

  /** Another type has other defaults for all that stands beside it. */
  private static String whole(String key) {
    return key.endsWith(TYPE) ? key.substring(0, key.length() - TYPE.length()) : key;
  }

  private static boolean isWithin(String param, String key) {
    return param.equals(key) || param.startsWith(key + ".");
  }
}
