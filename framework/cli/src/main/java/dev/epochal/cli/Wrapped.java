package dev.epochal.cli;

/** Text whose lines end before a terminal's do. */
final class Wrapped {
  private static final int WIDTH = 80;

  private Wrapped() {}

  /**
   * Words in lines of at most 80 columns, each ended; a word that is longer stays whole.
   *
   * @param first what the first line begins with
   * @param indent what every other line begins with
   */
  static String lines(String first, String indent, String words) {
    StringBuilder text = new StringBuilder();
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : words.split(" ", 0)) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        text.append(line).append('\n');
        line = new StringBuilder(indent);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    return text.append(line).append('\n').toString();
  }
}
