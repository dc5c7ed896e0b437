package dev.epochal.core.spec;

import java.util.ArrayList;
import java.util.List;

/** The files that stand as comments at the end of a run's {@code spec.yaml}. */
final class QuotedFiles {
  private static final String LINE = "#   ";

  private QuotedFiles() {}

  /** The text of each, as {@link SpecText} quoted it; none of a spec that stands alone. */
  static List<String> in(String specText) {
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
