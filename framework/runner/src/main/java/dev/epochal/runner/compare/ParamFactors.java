package dev.epochal.runner.compare;

import dev.epochal.core.planning.VariantEffect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The params that somebody set otherwise, told from those that follow from them: a layer that one
 * run lacks is one factor and not one per key, what only one type of updater has follows from the
 * type, and what a variant sets follows from the variant.
 */
final class ParamFactors {
  private static final String NONE = "none";
  private static final String VARIANT = "variant";
  private static final String TYPE = ".type";

  private final SortedMap<String, String> reference;
  private final SortedMap<String, String> run;
  private final List<VariantEffect> variants;

  /** By name; the values are keys that differ. */
  private final Map<String, List<String>> groups = new LinkedHashMap<>();

  private ParamFactors(Facts reference, Facts run) {
    this.reference = reference.of(Kind.PARAMS);
    this.run = run.of(Kind.PARAMS);
    this.variants = List.of(variant(reference), variant(run));
  }

  /** What a run's variant sets; nothing where it chose none, or its spec is gone. */
  private static VariantEffect variant(Facts run) {
    String name = run.get(Kind.PARAMS, VARIANT);
    return name == null
        ? VariantEffect.NONE
        : SpecTexts.kept(run.run())
            .map(text -> VariantEffect.of(text, name))
            .orElseGet(() -> VariantEffect.NONE);
  }

  /** The factors, seeds last. */
  static List<Factor> between(Facts reference, Facts run) {
    return new ParamFactors(reference, run).factors();
  }

  private List<Factor> factors() {
    TreeSet<String> keys = new TreeSet<>(reference.keySet());
    keys.addAll(run.keySet());
    keys.removeIf(
        key ->
            !Relevance.matters(Kind.PARAMS, key)
                || Objects.equals(reference.get(key), run.get(key)));
    boolean otherVariant = keys.remove(VARIANT);
    for (String key : keys) {
      String cause = cause(key, keys);
      // A variant is nothing but what it sets: one that sets nothing is no reason for anything.
      boolean follows = otherVariant && variants.stream().anyMatch(effect -> effect.sets(cause));
      groups.computeIfAbsent(follows ? VARIANT : cause, name -> new ArrayList<>()).add(key);
    }
    return groups.entrySet().stream()
        .map(group -> factor(group.getKey(), group.getValue()))
        .sorted(Comparator.comparing(factor -> factor.name().startsWith("seed")))
        .toList();
  }

  /** The key, or group of keys, because of which a key differs: often itself. */
  private String cause(String key, Set<String> differing) {
    if (key.equals("evaluate.model") && followsFromEarlyStopping()) {
      return "training.earlyStopping";
    }
    if (isOutputOf(key, reference) && isOutputOf(key, run) && differing.contains("data.dataset")) {
      return "data.dataset";
    }
    if (reference.containsKey(key) && run.containsKey(key)) {
      return key;
    }
    SortedMap<String, String> lacking = reference.containsKey(key) ? run : reference;
    for (int dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
      String group = key.substring(0, dot);
      if (differing.contains(group + TYPE) && hasBoth(group + TYPE)) {
        return group + TYPE;
      }
      if (lacking.subMap(group + ".", group + "/").isEmpty()) {
        return group;
      }
    }
    // As data.normalize: a word in one run, a group in the other.
    return key;
  }

  private boolean hasBoth(String key) {
    return reference.containsKey(key) && run.containsKey(key);
  }

  /** With early stopping the best model is evaluated unless the spec says otherwise. */
  private boolean followsFromEarlyStopping() {
    return isDefaultModel(reference) && isDefaultModel(run);
  }

  private static boolean isDefaultModel(SortedMap<String, String> params) {
    boolean stops = params.containsKey("training.earlyStopping.metric");
    return (stops ? "best" : "final").equals(params.get("evaluate.model"));
  }

  private static boolean isOutputOf(String key, SortedMap<String, String> params) {
    return key.endsWith(".nOut")
        && "output".equals(params.get(key.substring(0, key.length() - 4) + "type"));
  }

  private Factor factor(String name, List<String> keys) {
    // What a type has of its own is a matter of course.
    String own = name.endsWith(TYPE) ? name.substring(0, name.length() - TYPE.length()) : name;
    return new Factor(
        Kind.PARAMS,
        name,
        value(name, reference),
        value(name, run),
        keys.stream().filter(key -> !key.equals(name) && !key.startsWith(own + ".")).toList());
  }

  /** A key's value, or what a group of keys holds. */
  private static String value(String name, SortedMap<String, String> params) {
    String own = params.get(name);
    if (own != null) {
      return own;
    }
    SortedMap<String, String> group = new TreeMap<>(params.subMap(name + ".", name + "/"));
    @Nullable String type = group.get(name + TYPE);
    if (type != null) {
      return type;
    }
    List<String> parts = new ArrayList<>();
    group.forEach((key, value) -> parts.add(key.substring(name.length() + 1) + " " + value));
    return parts.isEmpty() ? NONE : String.join(", ", parts);
  }
}
