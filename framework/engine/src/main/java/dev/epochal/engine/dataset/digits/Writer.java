package dev.epochal.engine.dataset.digits;

import java.util.List;
import java.util.function.UnaryOperator;

/** Moves a pen along a skeleton the way one hand would: untidily, bent, leaning and turned. */
final class Writer {
  private final Hand hand;
  private final SplitMix64 random;

  Writer(Hand hand, SplitMix64 random) {
    this.hand = hand;
    this.random = random;
  }

  Trace write(Skeleton skeleton) {
    List<List<Knot>> knots =
        skeleton.strokes().stream()
            .map(stroke -> stroke.stream().map(this::stray).toList())
            .toList();
    return Trace.through(knots).map(this::proportion).map(sway()).map(lean());
  }

  private Knot stray(Knot knot) {
    return knot.moved(hand.untidiness() * random.bell(), hand.untidiness() * random.bell());
  }

  // Skeletons are about 64 wide and 100 high; both ends stay at their height.
  private Knot proportion(Knot p) {
    double down = p.y() / 50 - 1;
    return p.moved(hand.taper() * down * (p.x() - 32), hand.waist() * (1 - down * down));
  }

  // Half a wave over the digit's height and width, so that neighbouring strokes bend together.
  private UnaryOperator<Knot> sway() {
    double phaseX = random.between(0, 2 * Math.PI);
    double phaseY = random.between(0, 2 * Math.PI);
    return p ->
        p.moved(
            hand.sway() * StrictMath.sin(phaseX + 0.05 * p.y()),
            hand.sway() * StrictMath.sin(phaseY + 0.05 * p.x()));
  }

  private UnaryOperator<Knot> lean() {
    double sin = StrictMath.sin(hand.turn());
    double cos = StrictMath.cos(hand.turn());
    return p -> {
      double x = hand.stretch() * p.x() - hand.slant() * p.y();
      return new Knot(cos * x - sin * p.y(), sin * x + cos * p.y(), false);
    };
  }
}
