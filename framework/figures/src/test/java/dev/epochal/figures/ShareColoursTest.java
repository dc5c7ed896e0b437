package dev.epochal.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.api.Test;

class ShareColoursTest {

  @Test
  void moreIsAlwaysDarker() {
    for (int i = 0; i < 100; i++) {
      assertThat(ShareColours.luminance(ShareColours.of(i / 100.0)))
          .isGreaterThan(ShareColours.luminance(ShareColours.of((i + 1) / 100.0)));
    }
  }

  /** WCAG asks for a contrast of at least 4.5 for text of this size. */
  @Test
  void countsAreReadableOnEveryColour() {
    for (int i = 0; i <= 1000; i++) {
      Color paper = ShareColours.of(i / 1000.0);
      assertThat(contrast(paper, ShareColours.inkOn(paper)))
          .as("share %s", i / 1000.0)
          .isGreaterThanOrEqualTo(4.5);
    }
  }

  private static double contrast(Color one, Color other) {
    double a = ShareColours.luminance(one) + 0.05;
    double b = ShareColours.luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }
}
