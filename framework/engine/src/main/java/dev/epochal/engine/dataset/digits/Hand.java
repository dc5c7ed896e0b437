package dev.epochal.engine.dataset.digits;

/**
 * How one image is written: the habits of its writer, the pen, and the scan.
 *
 * @param slant how far the top leans to the right of the foot, as a share of the height
 * @param turn rotation in radians
 * @param stretch width over height, relative to the skeleton's
 * @param taper how much wider the foot is than the middle, as a share of the width
 * @param waist how far down the middle lies, in skeleton units below its place
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
    double taper,
    double waist,
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
        StrictMath.exp(0.2 * random.bell()),
        0.12 * random.bell(),
        5 * random.bell(),
        random.between(1.5, 5.5),
        random.between(1, 6),
        19.3 + 1.1 * random.bell(),
        StrictMath.exp(0.85 + 0.23 * random.bell()),
        random.between(0.6, 1),
        random.between(0.45, 0.7),
        random.between(1.4, 2.2),
        random.between(0.1, 0.5));
  }
}
