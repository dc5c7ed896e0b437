package dev.epochal.core.spec.bind;

import dev.epochal.core.spec.yaml.Problems;
import dev.epochal.core.spec.yaml.YamlNode;
import dev.epochal.core.spec.yaml.YamlNode.Items;
import dev.epochal.core.spec.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Dotted keys. */
final class Paths {
  private Paths() {}

  static String child(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /**
   * The dotted key of each item: by its name where it has one of its own, else by its number. A
   * name that is taken is a problem.
   */
  static List<String> items(Items items, String path, Problems problems) {
    List<String> paths = new ArrayList<>();
    Map<String, YamlNode> taken = new HashMap<>();
    for (YamlNode item : items.items()) {
      Optional<String> name =
          item instanceof Mapping mapping ? mapping.text("name") : Optional.empty();
      String numbered = path + "[" + paths.size() + "]";
      if (name.isEmpty() || !name.get().matches("[A-Za-z0-9_-]+")) {
        paths.add(numbered);
      } else if (taken.putIfAbsent(name.get(), item) == null) {
        paths.add(child(path, name.get()));
      } else {
        problems.add(
            ((Mapping) item).get("name").orElseThrow().place(),
            child(path, name.get()),
            "is a name that another item has already",
            "the first one is at " + taken.get(name.get()).place());
        paths.add(numbered);
      }
    }
    return paths;
  }
}
