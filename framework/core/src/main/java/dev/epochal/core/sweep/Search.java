package dev.epochal.core.sweep;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the trials of a sweep come from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Search.Listed.class, name = "grid"),
  @JsonSubTypes.Type(value = Search.Drawn.class, name = "drawn"),
})
public sealed interface Search {
  /** How many trials there are. */
  int trials();

  /** Known before the first trial: values by key, trial by trial. */
  record Listed(List<Map<String, String>> values) implements Search {
    public Listed {
      values = List.copyOf(values);
    }

    @Override
    public int trials() {
      return values.size();
    }
  }

  /**
   * Drawn from distributions, each point once for each seed.
   *
   * @param bayes whether by what the trials before yielded
   * @param seed of the sampler
   * @param keys that vary
   * @param points how many are drawn
   * @param seeds values of the key {@code seed} for each point; empty for that of the spec
   */
  record Drawn(boolean bayes, long seed, List<DrawnKey> keys, int points, List<String> seeds)
      implements Search {
    public Drawn {
      keys = List.copyOf(keys);
      seeds = List.copyOf(seeds);
    }

    @Override
    public int trials() {
      return points * Math.max(1, seeds.size());
    }

    /** What chooses the points. */
    public Sampler sampler() {
      return bayes
          ? new ParzenSampler(seed, keys.stream().map(DrawnKey::distribution).toList())
          : new RandomSampler(seed, keys.size());
    }

    /** The values by key that a point means. */
    public Map<String, String> values(double... point) {
      Map<String, String> values = new LinkedHashMap<>();
      for (int i = 0; i < point.length; i++) {
        values.put(keys.get(i).key(), keys.get(i).distribution().at(point[i]));
      }
      return values;
    }
  }

  /** A key and where its values are drawn from. */
  record DrawnKey(String key, Distribution distribution) {}
}
