package dev.epochal.core.spec;

import java.util.ArrayList;
import java.util.List;

/** What stands as comments at the end of a run's {@code spec.yaml}: a command line, and files. */
public final class QuotedFiles {
  private static final String LINE = "#   ";

  private static final String COMMAND_LINE = "# command line:";

  private QuotedFiles() {}

  /** The overrides of the command line, a word each. */
  static List<String> overrides(String specText) {
    return specText
        .lines()
        .dropWhile(line -> !line.equals(COMMAND_LINE))
        .skip(1)
        .takeWhile(line -> line.startsWith(LINE))
        .map(line -> line.substring(LINE.length()))
        .toList();
  }

  /** The text of each, as {@link SpecText} quoted it; none of a spec that stands alone. */
  public static List<String> in(String specText) {
    List<String> files = new ArrayList<>();
    StringBuilder file = new StringBuilder();
    for (String line : (Iterable<String>) specText.lines()::iterator) {
      if (line.startsWith(LINE)) {
        file.append(line, LINE.length(), line.length()).append('\n');
      } else if (!file.isEmpty()) {
        files.add(file.toString());
        file.setLength(0);
      }
    }
    if (!file.isEmpty()) {
      files.add(file.toString());
    }
    return files;
  }
}
