package dev.epochal.figures;

import dev.epochal.core.data.ImageShape;
import dev.epochal.core.figure.Raster;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * An image pixel by pixel, as large as fits, in its own proportions: grey from black (0) to white
 * (255), or red, green and blue; of other channels the first.
 */
record RasterPainter(Raster raster) implements Painter {

  @Override
  public void paint(Graphics2D g, double width, double height) {
    ImageShape shape = raster.shape();
    Pixels.paint(g, image(raster), width, height);
    double scale = Math.min(width / shape.width(), height / shape.height());
    g.setColor(Style.FAINT);
    g.setStroke(Style.HAIRLINE);
    g.draw(new Rectangle2D.Double(0, 0, scale * shape.width(), scale * shape.height()));
  }

  static BufferedImage image(Raster raster) {
    ImageShape shape = raster.shape();
    byte[] pixels = raster.bytes();
    int size = shape.height() * shape.width();
    int green = shape.channels() == 3 ? size : 0;
    int blue = shape.channels() == 3 ? 2 * size : 0;
    BufferedImage image =
        new BufferedImage(shape.width(), shape.height(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < size; i++) {
      int rgb =
          (pixels[i] & 0xff) << 16 | (pixels[green + i] & 0xff) << 8 | (pixels[blue + i] & 0xff);
      image.setRGB(i % shape.width(), i / shape.width(), rgb);
    }
    return image;
  }

  /** Draws small images large. */
  static final class Pixels {
    private Pixels() {}

    static void paint(Graphics2D g, BufferedImage image, double width, double height) {
      double scale = Math.min(width / image.getWidth(), height / image.getHeight());
      Graphics2D own = (Graphics2D) g.create();
      // Blurred pixels would show what no network sees.
      own.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
      own.drawImage(image, AffineTransform.getScaleInstance(scale, scale), null);
      own.dispose();
    }
  }
}
