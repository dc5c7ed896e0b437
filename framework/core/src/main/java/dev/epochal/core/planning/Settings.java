package dev.epochal.core.planning;

import dev.epochal.core.plan.Params;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.planning.PlannedRun.Setting;
import dev.epochal.core.spec.SpecSource;
import dev.epochal.core.spec.yaml.Place;
import java.util.SortedMap;
import java.util.TreeMap;

/** Says of each key of a plan what set it. */
final class Settings {
  private Settings() {}

  static SortedMap<String, Setting> of(RunPlan plan, SpecSource source) {
    SortedMap<String, String> values = Params.everything(plan);
    values.put("name", plan.experiment());
    if (plan.description() != null) {
      values.put("description", plan.description());
    }
    plan.tags().forEach((tag, value) -> values.put("tags." + tag, value));
    SortedMap<String, Setting> settings = new TreeMap<>();
    values.forEach((key, value) -> settings.put(key, new Setting(value, origin(key, source))));
    return settings;
  }

  private static String origin(String key, SpecSource source) {
    Place place = source.places().get(key);
    if (place != null) {
      return place.origin();
    }
    if (key.startsWith("seeds.")) {
      return "derived from seed";
    }
    if (key.equals("training.updater.schedule.length")) {
      return "the whole training";
    }
    if (key.equals("training.ui.every")) {
      return "a hundredth of the updates";
    }
    if (key.startsWith("data.subset.")) {
      return "the whole split";
    }
    if (key.equals("data.classes")) {
      return "the dataset's files";
    }
    boolean inferred = key.startsWith("network.layers.") && key.endsWith(".nOut");
    return inferred ? "the dataset's classes" : "default";
  }
}
