package dev.epochal.core.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Against SciPy 1.17.1; each value's command stands before it. */
final class AnswerStatisticsTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  private static final double[] A = {0.91, 0.925, 0.93, 0.915, 0.92};
  private static final double[] B = {0.94, 0.935, 0.95, 0.93, 0.955, 0.945};
  private static final double[] C = {0.93, 0.93, 0.945, 0.92, 0.921};

  @Test
  void welchAgreesWithSciPy() {
    // ttest_ind(B, A, equal_var=False)
    TTest t = TTest.welch(A, B);
    assertThat(t.difference() / t.standardError()).isCloseTo(4.323460152737333, CLOSE);
    assertThat(t.freedom()).isCloseTo(8.989361702127654, CLOSE);
    assertThat(t.p()).isCloseTo(0.0019287343508297412, CLOSE);
    assertThat(t.interval().low()).isCloseTo(0.010725236780177791, CLOSE);
    assertThat(t.interval().high()).isCloseTo(0.03427476321982192, CLOSE);
  }

  @Test
  void pairedAgreesWithSciPy() {
    // ttest_rel(C, A)
    TTest t = TTest.paired(A, C);
    assertThat(t.p()).isCloseTo(0.06083109380168138, CLOSE);
    assertThat(t.interval().low()).isCloseTo(-0.0006710335536008853, CLOSE);
    assertThat(t.interval().high()).isCloseTo(0.019071033553600857, CLOSE);
    // max(t.cdf(-(d.mean()+m)/se, 4), t.cdf((d.mean()-m)/se, 4))
    assertThat(t.sameWithin(0.005)).isCloseTo(0.8485470701622326, CLOSE);
    assertThat(t.sameWithin(0.02)).isCloseTo(0.019243726491774003, CLOSE);
  }

  @Test
  void equalNumbersAreTheSame() {
    double[] same = {0.5, 0.5, 0.5};
    assertThat(TTest.paired(same, same).p()).isEqualTo(1);
    assertThat(TTest.welch(same, same).p()).isEqualTo(1);
    assertThat(RankTest.paired(0, 0, 0)).isEqualTo(1);
    assertThat(RankTest.independent(same, same)).isEqualTo(1);
  }

  @Test
  void numbersThatDoNotVarySayNothingOfHowMuchOthersWould() {
    double[] first = {3, 4, 5};
    double[] second = {4, 5, 6};
    TTest paired = TTest.paired(first, second);
    assertThat(paired.difference()).isEqualTo(1);
    assertThat(paired.p()).isNaN();
    assertThat(paired.interval().low()).isNaN();
    assertThat(paired.sameWithin(2)).isNaN();
    assertThat(TTest.welch(new double[] {1, 1}, new double[] {2, 2}).p()).isNaN();
    // 0.1 each, but for what rounding adds
    double[] rounded = {0.8 + 0.1, 0.7 + 0.1, 0.3 + 0.1};
    assertThat(TTest.paired(new double[] {0.8, 0.7, 0.3}, rounded).p()).isNaN();
    assertThat(TTest.paired(first, first).sameWithin(1)).isNaN();
  }

  @Test
  void rankTestsAreExactWithTiesToo() {
    // itertools.combinations over rankdata, the share at least as far from the mean
    assertThat(RankTest.independent(A, B)).isCloseTo(0.006493506493506494, CLOSE);
    assertThat(RankTest.independent(new double[] {1, 2, 2, 3, 5}, new double[] {2, 4, 4, 6, 7, 7}))
        .isCloseTo(0.0670995670995671, CLOSE);
    // wilcoxon([1,2,3,-4,5,6,7], mode='exact'); the second by itertools.product over the signs
    assertThat(RankTest.paired(1, 2, 3, -4, 5, 6, 7)).isCloseTo(0.109375, CLOSE);
    assertThat(RankTest.paired(1, 1, 2, 2, 3, -1, 0, 4, 5, 5)).isCloseTo(0.015625, CLOSE);
  }

  @Test
  void rankTestsKnowTheWorst() {
    double[] bad = new double[5];
    java.util.Arrays.fill(bad, Double.POSITIVE_INFINITY);
    // 2 of 252 ways
    assertThat(RankTest.independent(A, bad)).isCloseTo(2.0 / 252, CLOSE);
    assertThat(RankTest.paired(bad)).isCloseTo(2.0 / 32, CLOSE);
  }

  @Test
  void manyNumbersAreTestedByTheNormalDistribution() {
    double[] first = new double[40];
    double[] second = new double[35];
    for (int i = 0; i < 40; i++) {
      first[i] = (7 * i) % 20;
    }
    for (int i = 0; i < 35; i++) {
      second[i] = (11 * i) % 23;
    }
    // x=[(7*i)%20 for i in range(40)]; y=[(11*i)%23 for i in range(35)]
    // mannwhitneyu(x, y, method='asymptotic')
    assertThat(RankTest.independent(first, second)).isCloseTo(0.18568049717900015, CLOSE);
    double[] differences = new double[70];
    for (int i = 0; i < 70; i++) {
      differences[i] = (13 * i) % 31 - 12;
    }
    // wilcoxon([(13*i)%31-12 for i in range(70)], mode='approx', correction=True)
    assertThat(RankTest.paired(differences)).isCloseTo(0.013178192733052436, CLOSE);
  }

  @Test
  void trendAgreesWithSciPy() {
    double[] x = {8, 8, 8, 32, 32, 32, 128, 128, 128};
    double[] y = {.95, .94, .955, .93, .925, .94, .90, .91, .89};
    Trend trend = Trend.of(x, y, new int[] {0, 1, 2, 0, 1, 2, 0, 1, 2});
    // spearmanr(x, y)
    assertThat(trend.rho()).isCloseTo(-0.9261982170436855, CLOSE);
    assertThat(trend.p()).isCloseTo(0.0003343418218120113, CLOSE);
    // least squares over log2(x) less the means of the blocks, t of 5 degrees of freedom
    assertThat(trend.log()).isTrue();
    assertThat(trend.slope()).isCloseTo(-0.012083333333333316, CLOSE);
    assertThat(trend.interval().low()).isCloseTo(-0.01748138517346614, CLOSE);
    assertThat(trend.interval().high()).isCloseTo(-0.006685281493200491, CLOSE);
  }

  @Test
  void spreadAgreesWithSciPy() {
    // sd * sqrt(4 / chi2.ppf([.975, .025], 4))
    Spread spread = Spread.of(A);
    assertThat(spread.sd()).isCloseTo(0.007905694150420955, CLOSE);
    assertThat(spread.interval().low()).isCloseTo(0.004736563353376122, CLOSE);
    assertThat(spread.interval().high()).isCloseTo(0.022717451967241353, CLOSE);
  }

  @Test
  void bootstrapAgreesWithSciPyAsFarAsChanceAllows() {
    // bootstrap((w,), np.mean, n_resamples=200000, method='BCa')
    Interval interval = Bootstrap.ofMean(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 30}, 1);
    assertThat(interval.low()).isCloseTo(3.889, within(0.15));
    assertThat(interval.high()).isCloseTo(16.667, within(1.2));
  }

  @Test
  void sampleSizesAreThoseOfTheNoncentralT() {
    // smallest n with 1 - nct.cdf(t.ppf(1 - alpha / 2, df), df, delta / sd * sqrt(n)) >= 0.8
    assertThat(SampleSize.of(0.01, 0.005, 0.05, 1)).isEqualTo(34);
    assertThat(SampleSize.of(0.01, 0.005, 0.05 / 3, 1)).isEqualTo(45);
    assertThat(SampleSize.of(0.01, 0.005, 0.05, 2)).isEqualTo(33);
    assertThat(SampleSize.of(0.003, 0.005, 0.05, 1)).isEqualTo(6);
    assertThat(SampleSize.of(0, 0.005, 0.05, 1)).isEqualTo(2);
  }
}
