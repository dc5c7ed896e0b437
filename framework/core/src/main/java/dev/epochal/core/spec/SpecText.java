package dev.epochal.core.spec;

import dev.epochal.core.spec.yaml.YamlNode.Mapping;
import dev.epochal.core.spec.yaml.YamlWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The text that a run keeps as its {@code spec.yaml}: the file itself when it stands alone; else
 * the keys after {@code extends} and overrides, which runs again from any folder, under comments
 * that hold every file as it was written.
 */
final class SpecText {
  private SpecText() {}

  /**
   * The text.
   *
   * @param tree everything merged
   * @param portable whether a file that stands alone means the same from any folder
   * @param files texts by name, the spec's own first
   */
  static String of(
      Mapping tree, boolean portable, Map<String, String> files, List<String> overrides) {
    if (portable && files.size() == 1 && overrides.isEmpty()) {
      return files.values().iterator().next();
    }
    StringBuilder text = new StringBuilder("# Merged from what is quoted below it.\n");
    text.append(YamlWriter.write(tree, "extends"));
    if (!overrides.isEmpty()) {
      text.append("\n# command line:\n");
      overrides.forEach(word -> quote(text, word));
    }
    files.forEach(
        (name, written) -> {
          text.append("\n# ").append(name.replaceAll("\\R|\\p{Cntrl}", "?")).append(":\n");
          quote(text, written);
        });
    return text.toString();
  }

  private static void quote(StringBuilder text, String written) {
    // \R and not only \n: YAML ends a line, and so a comment, at each of Unicode's line breaks.
    Arrays.stream(written.split("\\R"))
        .forEach(line -> text.append("#   ").append(line).append('\n'));
  }
}
