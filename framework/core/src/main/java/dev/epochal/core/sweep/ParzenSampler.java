package dev.epochal.core.sweep;

import dev.epochal.core.sweep.Distribution.Categorical;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The tree-structured Parzen estimator: after some random trials, it draws candidates from a
 * density of the good trials and takes the one that is likeliest compared with a density of the
 * others (Bergstra, Bardenet, Bengio and Kégl 2011, "Algorithms for Hyper-Parameter Optimization").
 * Keys are taken to be independent of each other.
 */
public final class ParzenSampler implements Sampler {
  /** Random trials at the start; candidates; share of good trials: Optuna's defaults. */
  static final int RANDOM_TRIALS = 10;

  private static final int CANDIDATES = 24;
  private static final double GOOD = 0.1;
  private static final int MOST_GOOD = 25;

  private final long seed;
  private final List<Distribution> keys;
  private final RandomSampler random;

  public ParzenSampler(long seed, List<Distribution> keys) {
    this.seed = seed;
    this.keys = List.copyOf(keys);
    this.random = new RandomSampler(seed, keys.size());
  }

  @Override
  public double[] point(int trial, List<Observation> past) {
    if (past.size() < RANDOM_TRIALS) {
      return random.point(trial, past);
    }
    List<Observation> ordered = new ArrayList<>(past);
    // NaN, which Double.compare puts last, is a bad trial: it says where not to look.
    ordered.sort(Comparator.comparingDouble(Observation::value));
    int good = Math.min((int) Math.ceil(GOOD * past.size()), MOST_GOOD);
    SplittableRandom chance = RandomSampler.of(seed, trial);
    double[] point = new double[keys.size()];
    for (int key = 0; key < point.length; key++) {
      UnitDensity better = density(ordered.subList(0, good), key);
      UnitDensity worse = density(ordered.subList(good, ordered.size()), key);
      point[key] = likeliest(better, worse, chance);
    }
    return point;
  }

  private static double likeliest(UnitDensity better, UnitDensity worse, SplittableRandom chance) {
    double best = 0;
    double bestRatio = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < CANDIDATES; i++) {
      double candidate = better.draw(chance);
      double ratio = Math.log(better.at(candidate)) - Math.log(worse.at(candidate));
      if (ratio > bestRatio) {
        bestRatio = ratio;
        best = candidate;
      }
    }
    return best;
  }

  private UnitDensity density(List<Observation> trials, int key) {
    double[] points = trials.stream().mapToDouble(trial -> trial.point()[key]).toArray();
    return keys.get(key) instanceof Categorical categorical
        ? CategoryDensity.of(categorical, points)
        : ParzenDensity.of(points);
  }
}
