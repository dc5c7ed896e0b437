package dev.epochal.figures.report;

import dev.epochal.figures.Figures;
import dev.epochal.figures.caption.Caption;
import dev.epochal.figures.page.Block;
import java.nio.ByteBuffer;
import java.util.Base64;

/** Drawings as blocks of a page. */
final class Pictures {
  /** Where a PNG says its width: after its signature and the header's length and name. */
  private static final int WIDTH_AT = 16;

  private Pictures() {}

  static Block.Picture of(String file, Caption caption, byte[] png, Glossary glossary) {
    return new Block.Picture(
        "figure-" + file.replaceFirst("\\.json$", "").replaceAll("[^A-Za-z0-9]+", "-"),
        caption.title(),
        Base64.getEncoder().encodeToString(png),
        png.length < WIDTH_AT + 4 ? 0 : ByteBuffer.wrap(png).getInt(WIDTH_AT) / Figures.DENSITY,
        glossary.linked(caption.paragraphs()));
  }
}
