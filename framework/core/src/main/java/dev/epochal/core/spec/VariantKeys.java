package dev.epochal.core.spec;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.spec.yaml.Dotted;
import dev.epochal.core.spec.yaml.Problems;
import dev.epochal.core.spec.yaml.YamlNode;
import dev.epochal.core.spec.yaml.YamlNode.Entry;
import dev.epochal.core.spec.yaml.YamlNode.Items;
import dev.epochal.core.spec.yaml.YamlNode.Mapping;
import dev.epochal.core.spec.yaml.YamlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which keys a variant sets, as far as a run's {@code spec.yaml} tells. */
public final class VariantKeys {
  private VariantKeys() {}

  /**
   * Dotted keys, each for itself and all below it; layers go by name. A text that is no spec tells
   * nothing: what it is wanted for is said without it.
   *
   * @param specText a spec that stands alone, or one merged from files that it quotes
   */
  public static Set<String> of(String specText, String variant) {
    Set<String> keys = new TreeSet<>();
    List<String> texts = new ArrayList<>(QuotedFiles.in(specText));
    texts.add(specText);
    for (String text : texts) {
      Problems problems = new Problems();
      try {
        YamlNode spec = new YamlParser(problems).file("spec.yaml", text);
        if (spec instanceof Mapping written
            && written.get(Variants.VARIANTS).orElse(null) instanceof Mapping variants
            && variants.get(variant).orElse(null) instanceof Mapping patch) {
          collect("", Dotted.nested(patch, problems), keys);
        }
      } catch (InvalidInputException e) {
        // The command line's words stand among the quoted texts, and are no YAML of a spec.
      }
    }
    return keys;
  }

  /** Dotted keys that the command line set, whatever the variant says of them. */
  public static Set<String> overridden(String specText) {
    return QuotedFiles.overrides(specText).stream()
        .map(word -> word.replaceFirst("^~", "").replaceFirst("=.*", ""))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void collect(String prefix, Mapping mapping, Set<String> keys) {
    for (Map.Entry<String, Entry> entry : mapping.entries().entrySet()) {
      collect(prefix + entry.getKey().replaceFirst("^~", ""), entry.getValue().value(), keys);
    }
  }

  private static void collect(String key, YamlNode value, Set<String> keys) {
    if (value instanceof Mapping inner && !inner.entries().isEmpty()) {
      collect(key + ".", inner, keys);
    } else if (value instanceof Items items && !items.items().isEmpty() && items.areNamed()) {
      for (YamlNode item : items.items()) {
        Mapping named = (Mapping) item;
        collect(key + "." + named.text("name").orElseThrow() + ".", named, keys);
      }
    } else {
      keys.add(key);
    }
  }
}
