package dev.epochal.registry.filter;

/**
 * A word of a filter.
 *
 * @param text what it says: quotes removed
 * @param column where it begins, from 1
 */
record Token(Kind kind, String text, int column) {
  enum Kind {
    /** A name or a keyword, of segments joined by dots. */
    WORD,
    /** Between quotes, or a name between back-ticks is a {@link #WORD} part. */
    TEXT,
    NUMBER,
    /** A number with a unit: {@code 90s}, {@code 5m}, {@code 2h}, {@code 7d}, {@code 1w}. */
    DURATION,
    /** {@code 2026-11-01} or {@code 2026-11-01T12:30:00Z}. */
    TIME,
    /** {@code = != <> < <= > >= ( ) ,}. */
    SYMBOL,
    END
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean isKeyword(String keyword) {
    return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
  }

  /** What it is, in a sentence. */
  String said() {
    return switch (kind) {
      case END -> "the end";
      case TEXT -> "the text '" + Shown.text(text) + "'";
      default -> Shown.text(text);
    };
  }
}
