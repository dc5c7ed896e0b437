package dev.epochal.figures;

import dev.epochal.core.figure.FigureSubject;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole figure: blocks under each other on white paper.
 *
 * @param width in points, margins included
 */
record Sheet(int width, List<Block> blocks) {
  Sheet {
    blocks = List.copyOf(blocks);
  }

  /**
   * The order that every figure has: title, notice, remarks, the figure's own blocks, caption.
   *
   * @param facts what else the subtitle says, e.g. {@code n = 10,000 images}
   * @param remarks what a reader must know before looking, e.g. that a loss is NaN
   */
  static Sheet of(
      int width,
      String title,
      FigureSubject subject,
      List<String> facts,
      List<String> remarks,
      List<Block> body,
      String caption) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(TitleBlock.of(title, subject, facts));
    String notice = subject.notice();
    if (notice != null) {
      blocks.add(Callout.notice(notice));
    }
    remarks.forEach(remark -> blocks.add(Callout.remark(remark)));
    blocks.addAll(body);
    blocks.add(new Caption(caption));
    return new Sheet(width, blocks);
  }

  BufferedImage paint() {
    double inner = width - 2.0 * Style.MARGIN;
    double height = 2.0 * Style.MARGIN + (blocks.size() - 1.0) * Style.GAP;
    for (Block block : blocks) {
      height += block.height(inner);
    }
    BufferedImage image =
        new BufferedImage(
            width * Style.DENSITY,
            (int) Math.ceil(height) * Style.DENSITY,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHints(Looks.hints());
    g.setColor(Style.PAPER);
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    g.scale(Style.DENSITY, Style.DENSITY);
    g.translate(Style.MARGIN, Style.MARGIN);
    for (Block block : blocks) {
      Graphics2D own = (Graphics2D) g.create();
      block.paint(own, inner);
      own.dispose();
      g.translate(0, block.height(inner) + Style.GAP);
    }
    g.dispose();
    return image;
  }
}
