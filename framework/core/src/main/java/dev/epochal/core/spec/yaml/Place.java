package dev.epochal.core.spec.yaml;

import java.util.Comparator;

/**
 * Where something was written: a line and column of a file, or the command line.
 *
 * @param source the file as the user named it, or {@code command line}
 * @param line from 1; 0 for the source as a whole
 * @param column from 1; 0 for the source as a whole
 * @param variant the variant that it is part of; empty for none
 */
public record Place(String source, int line, int column, String variant)
    implements Comparable<Place> {
  /** An override's place. */
  public static final Place COMMAND_LINE = of("command line");

  /** By file, line and column; the command line, which has the last word, comes last. */
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::isCommandLine)
          .thenComparing(Place::source)
          .thenComparing(Place::line)
          .thenComparing(Place::column);

  public Place(String source, int line, int column) {
    this(source, line, column, "");
  }

  /** The source as a whole. */
  public static Place of(String source) {
    return new Place(source, 0, 0);
  }

  public boolean isCommandLine() {
    return source.equals("command line");
  }

  /** The same place, as part of a variant. */
  public Place in(String name) {
    return new Place(source, line, column, name);
  }

  /** What set the value that was written here. */
  public String origin() {
    return variant.isEmpty() ? toString() : "variant " + variant + " (" + this + ")";
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line + ":" + column;
  }
}
