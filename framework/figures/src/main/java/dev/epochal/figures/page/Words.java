package dev.epochal.figures.page;

import java.util.List;

/** A text in which some words are links, code or emphasised. */
public record Words(List<Piece> pieces) {
  public Words {
    pieces = List.copyOf(pieces);
  }

  /** Text as it is. */
  public static Words plain(String text) {
    return new Words(List.of(new Piece(text, Kind.PLAIN, "")));
  }

  /** What a piece is. */
  public enum Kind {
    PLAIN,
    LINK,
    CODE,
    EMPHASIS
  }

  /**
   * Some of the text.
   *
   * @param target id that a link points at, on the same page; else empty
   */
  public record Piece(String text, Kind kind, String target) {}
}
