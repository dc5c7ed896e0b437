package dev.epochal.engine.dataset.digits;

/**
 * How one image is written: the habits of its writer, the pen, and the scan.
 *
 * @param slant how far the top leans to the right of the foot, as a share of the height
 * @param turn rotation in radians
 * @param stretch width over height, relative to the skeleton's
 * @param untidiness how far knots stray, as a standard deviation in skeleton units
 * @param sway how far the whole digit bends, in skeleton units
 * @param size the longer side in pixels
 * @param pen the pen's width in pixels
 * @param nib the pen's narrow side over its broad side, 1 for a round pen
 * @param blur the standard deviation of the scan's blur in pixels
 * @param ink the gain after the blur: above 1 the middle of a stroke saturates, as in MNIST
 * @param grain the largest share of a pixel's ink that the paper takes away
 */
record Hand(
    double slant,
    double turn,
    double stretch,
    double untidiness,
    double sway,
    double size,
    double pen,
    double nib,
    double blur,
    double ink,
    double grain) {

  static Hand of(SplitMix64 random) {
    return new Hand(
        0.16 + 0.2 * random.bell(),
        0.09 * random.bell(),
        StrictMath.exp(-0.02 + 0.2 * random.bell()),
        random.between(1.5, 5.5),
        random.between(1, 5),
        19.3 + 1.1 * random.bell(),
        StrictMath.exp(0.85 + 0.23 * random.bell()),
        random.between(0.6, 1),
        random.between(0.45, 0.7),
        random.between(1.3, 1.9),
        random.between(0.05, 0.25));
  }
}
