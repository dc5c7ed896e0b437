package dev.epochal.core.spec;

import dev.epochal.core.spec.yaml.Place;
import dev.epochal.core.spec.yaml.Problems;
import dev.epochal.core.spec.yaml.YamlNode;
import dev.epochal.core.spec.yaml.YamlNode.Entry;
import dev.epochal.core.spec.yaml.YamlNode.Mapping;
import dev.epochal.core.spec.yaml.YamlNode.Scalar;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes {@code data.path} absolute: it is relative to the file that says it, as {@code extends} is,
 * or to the working folder when the command line says it.
 */
public final class DataPath {
  private static final String DATA = "data";
  private static final String PATH = "path";

  private DataPath() {}

  /** A word of the command line that means the same from any folder. */
  public static String absolute(String word) {
    String key = DATA + "." + PATH + "=";
    if (!word.startsWith(key) || word.length() == key.length()) {
      return word;
    }
    try {
      return key + absolute(Place.COMMAND_LINE, Path.of(word.substring(key.length())));
    } catch (InvalidPathException e) {
      return word; // planning says what is wrong with it
    }
  }

  /** An equal tree when there is nothing to do. */
  static Mapping absolute(Mapping tree, Problems problems) {
    if (tree.get(DATA).orElse(null) instanceof Mapping data
        && data.get(PATH).orElse(null) instanceof Scalar written
        && !written.isNull()
        && !written.isEmpty()) {
      try {
        String absolute = absolute(written.place(), Path.of(written.text()));
        return absolute.equals(written.text())
            ? tree
            : with(tree, DATA, with(data, PATH, new Scalar(written.place(), absolute, false)));
      } catch (InvalidPathException e) {
        problems.add(written.place(), DATA + "." + PATH, "must be the path of a folder");
      }
    }
    return tree;
  }

  private static String absolute(Place said, Path path) {
    Path from = said.isCommandLine() ? path : Path.of(said.source()).resolveSibling(path);
    return (path.isAbsolute() ? path : from.toAbsolutePath().normalize()).toString();
  }

  private static Mapping with(Mapping mapping, String key, YamlNode value) {
    Map<String, Entry> entries = new LinkedHashMap<>(mapping.entries());
    entries.computeIfPresent(key, (same, old) -> new Entry(old.keyPlace(), value));
    return new Mapping(mapping.place(), entries);
  }
}
