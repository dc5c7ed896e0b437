#!/usr/bin/python3
"""What SciPy says of fixed numbers, for SciPyParityTest to repeat to 1e-6.

    make_fixture.py FILE.json

Every interval and every p that ./run answer can say is here. Where SciPy has no function for it
(ranks with ties, Satterthwaite's degrees of freedom, Holm, Hedges' g), it is counted or computed from
its definition. The bootstrap's resamples are those of Java's SplittableRandom, made again here, and
SciPy makes the interval of them.

Made with SciPy 1.17.1.
"""
import itertools
import json
import math
import sys

import numpy
from scipy import stats
from scipy.stats._resampling import BootstrapResult

MASK = (1 << 64) - 1


class SplittableRandom:
    """java.util.SplittableRandom, as far as nextInt(bound) goes."""

    GAMMA = 0x9E3779B97F4A7C15

    def __init__(self, seed):
        self.state = seed

    def next_int(self):
        self.state = (self.state + self.GAMMA) & MASK
        z = self.state
        z = ((z ^ (z >> 33)) * 0x62A9D9ED799705F5) & MASK
        z = ((z ^ (z >> 28)) * 0xCB24D0A5C88C35B3) & MASK
        return z >> 32

    def below(self, bound):
        r = self.next_int()
        if bound & (bound - 1) == 0:
            return r & (bound - 1)
        u = r >> 1
        while True:
            r = u % bound
            if u + (bound - 1) - r < (1 << 31):
                return r
            u = self.next_int() >> 1


def bootstrap(values):
    random = SplittableRandom(1)
    n = len(values)
    # Rounded, so that a resample which only has another order is a tie.
    means = [round(sum(values[random.below(n)] for _ in range(n)) / n, 12) for _ in range(10_000)]
    given = BootstrapResult(
        confidence_interval=None, bootstrap_distribution=numpy.array(means), standard_error=0.0)
    ci = stats.bootstrap(
        (values,), lambda sample: round(numpy.mean(sample), 12), n_resamples=0, method="BCa", bootstrap_result=given,
        vectorized=False).confidence_interval
    return [ci.low, ci.high]


def ranked(first, second):
    """Every way in which the ranks could have fallen, ties included."""
    ranks = stats.rankdata(first + second)
    n = len(first)
    mean = n * (len(ranks) + 1) / 2
    there = abs(sum(ranks[:n]) - mean)
    sums = [abs(sum(some) - mean) for some in itertools.combinations(ranks, n)]
    return sum(far >= there - 1e-9 for far in sums) / len(sums)


def signed(differences):
    """Every way in which the signs could have fallen; differences of 0 are left out."""
    moved = [d for d in differences if d != 0]
    ranks = stats.rankdata([abs(d) for d in moved])
    there = abs(sum(r for r, d in zip(ranks, moved) if d > 0) - sum(ranks) / 2)
    sums = [
        abs(sum(r for r, plus in zip(ranks, signs) if plus) - sum(ranks) / 2)
        for signs in itertools.product([0, 1], repeat=len(ranks))]
    return sum(far >= there - 1e-9 for far in sums) / len(sums)


def tost(difference, error, freedom, margin):
    return max(
        stats.t.cdf(-(difference + margin) / error, freedom),
        stats.t.cdf((difference - margin) / error, freedom))


def hedges(a, b):
    sd = math.sqrt((numpy.var(a, ddof=1) + numpy.var(b, ddof=1)) / 2)
    return (numpy.mean(b) - numpy.mean(a)) / sd * (1 - 3 / (4 * (len(a) + len(b) - 2) - 1))


def two(a, b):
    welch = stats.ttest_ind(b, a, equal_var=False)
    ci = welch.confidence_interval()
    error = math.sqrt(numpy.var(a, ddof=1) / len(a) + numpy.var(b, ddof=1) / len(b))
    case = {
        "a": a, "b": b,
        "welch": {
            "p": welch.pvalue, "ci": [ci.low, ci.high], "freedom": welch.df,
            "same": tost(numpy.mean(b) - numpy.mean(a), error, welch.df, 0.005)},
        "rank": ranked(a, b) if len(a) + len(b) <= 20 else stats.mannwhitneyu(
            a, b, method="exact" if len(set(a + b)) == len(a + b) and len(a + b) <= 50
            else "asymptotic").pvalue,
        "g": hedges(a, b)}
    if len(a) == len(b):
        paired = stats.ttest_rel(b, a)
        ci = paired.confidence_interval()
        differences = [round(y - x, 12) for x, y in zip(a, b)]
        case["paired"] = {
            "p": paired.pvalue, "ci": [ci.low, ci.high],
            "same": tost(
                numpy.mean(differences), stats.sem(differences), len(a) - 1, 0.005)}
        case["signed"] = signed(differences) if len(a) <= 14 else stats.wilcoxon(
            differences, method="exact" if len(a) <= 50 else "asymptotic",
            correction=True).pvalue
    return case


def one(values):
    n = len(values)
    ci = stats.t.interval(0.95, n - 1, loc=numpy.mean(values), scale=stats.sem(values))
    sd = numpy.std(values, ddof=1)
    chi = stats.chi2.ppf([0.975, 0.025], n - 1)
    return {
        "values": values, "mean": numpy.mean(values), "sd": sd, "ci": list(ci),
        "sdCi": list(sd * numpy.sqrt((n - 1) / chi)),
        "bootstrap": bootstrap(values)}


def trend(x, y, blocks):
    rho = stats.spearmanr(x, y)
    scaled = numpy.log2(x) if min(x) > 0 else numpy.array(x, dtype=float)
    dummies = [[float(block == each) for each in sorted(set(blocks))] for block in blocks]
    design = numpy.column_stack([scaled, dummies])
    beta, _, _, _ = numpy.linalg.lstsq(design, numpy.array(y), rcond=None)
    left = numpy.array(y) - design @ beta
    freedom = len(x) - design.shape[1]
    error = math.sqrt(left @ left / freedom * numpy.linalg.inv(design.T @ design)[0, 0])
    half = stats.t.ppf(0.975, freedom) * error
    return {
        "x": x, "y": y, "blocks": blocks, "rho": rho.statistic, "p": rho.pvalue,
        "slope": beta[0], "ci": [beta[0] - half, beta[0] + half]}


def variance(groups):
    """groups: {group: {level: value}}; crossed or nested."""
    cells = [v for group in groups.values() for v in group.values()]
    within = sum(
        (len(g) - 1) * numpy.var(list(g.values()), ddof=1) for g in groups.values())
    freedom = sum(len(g) - 1 for g in groups.values())
    estimate = within / freedom
    names = [set(g) for g in groups.values()]
    if len(groups) > 1 and all(each == names[0] for each in names):
        # Two-way analysis of variance without repetition: levels, and levels by groups.
        table = numpy.array([[g[level] for level in sorted(names[0])] for g in groups.values()])
        rows, columns = table.shape
        of_levels = rows * numpy.var(table.mean(axis=0), ddof=1)
        rest = table - table.mean(axis=0) - table.mean(axis=1)[:, None] + table.mean()
        of_rest = (rest ** 2).sum() / ((rows - 1) * (columns - 1))
        parts = [(of_levels / rows, columns - 1),
                 (of_rest * (rows - 1) / rows, (rows - 1) * (columns - 1))]
        assert abs(sum(part for part, _ in parts) - estimate) < 1e-12
        # Graybill and Wang (1980): quantiles of F with infinitely many degrees of freedom.
        low = estimate - math.sqrt(sum(
            (part * (1 - 1 / stats.f.ppf(0.975, df, 1e12))) ** 2 for part, df in parts))
        high = estimate + math.sqrt(sum(
            (part * (1 / stats.f.ppf(0.025, df, 1e12) - 1)) ** 2 for part, df in parts))
        freedom = estimate ** 2 / sum(part ** 2 / df for part, df in parts)
    else:
        low, high = estimate * freedom / stats.chi2.ppf([0.975, 0.025], freedom)
    return {
        "groups": groups, "variance": estimate, "freedom": freedom, "n": len(cells),
        "ci": [math.sqrt(low), math.sqrt(high)]}


def share(part, whole):
    ratio = part["variance"] / whole["variance"]
    f = stats.f.ppf([0.975, 0.025], part["freedom"], whole["freedom"])
    return {"ci": list(ratio / f)}


def holm(p):
    order = sorted(range(len(p)), key=lambda i: p[i])
    adjusted, least = [0.0] * len(p), 0.0
    for k, i in enumerate(order):
        least = max(least, min(1, (len(p) - k) * p[i]))
        adjusted[i] = least
    return {"p": p, "adjusted": adjusted}


def size(sd, margin, alpha, samples):
    """The smallest n that finds the difference four times in five, by the noncentral t."""
    n = 2
    while True:
        df = samples * (n - 1)
        shift = margin / sd * math.sqrt(n)
        critical = stats.t.ppf(1 - alpha / 2, df)
        if 1 - stats.nct.cdf(critical, df, shift) >= 0.8:
            return {"sd": sd, "margin": margin, "alpha": alpha, "samples": samples, "n": n}
        n += 1


def numbers(random, n, mean=0.9, sd=0.01):
    return [round(float(v), 6) for v in random.normal(mean, sd, n)]


def main(file):
    random = numpy.random.default_rng(1729)
    grid = {g: {l: v for l, v in zip("abcde", numbers(random, 5))} for g in "123"}
    nested = {g: {g + l: v for l, v in zip("abcd", numbers(random, 4))} for g in "123"}
    alone = {"1": {l: v for l, v in zip("abcdefgh", numbers(random, 8))}}
    x = [8, 32, 128, 512] * 5
    y = [round(0.95 - 0.01 * math.log2(v) + e, 6) for v, e in zip(x, numbers(random, 20, 0, 0.01))]
    x0 = [0, 0.25, 0.5, 0, 0.25, 0.5, 0, 0.25, 0.5]
    parts = [variance(grid), variance(nested), variance(alone)]
    fixture = {
        "two": {
            "five": two(numbers(random, 5), numbers(random, 5, 0.91)),
            "uneven": two(numbers(random, 5), numbers(random, 9, 0.905, 0.02)),
            "ten": two(numbers(random, 10), numbers(random, 10, 0.904)),
            "ties": two([0.9, 0.9, 0.91, 0.92, 0.93, 0.93], [0.91, 0.93, 0.93, 0.94, 0.94, 0.95]),
            "many": two(numbers(random, 40), numbers(random, 35, 0.904)),
            "manyPairs": two(numbers(random, 60), numbers(random, 60, 0.904))},
        "one": {
            "five": one(numbers(random, 5)),
            "eight": one(numbers(random, 8)),
            "skewed": one([0.91, 0.92, 0.915, 0.918, 0.925, 0.9, 0.93, 0.922, 0.6, 0.75]),
            "loss": one([round(float(v), 6) for v in random.exponential(0.3, 12)])},
        "trend": {
            "crossed": trend(x, y, [i // 4 for i in range(20)]),
            "apart": trend(x, y, [0] * 20),
            "withZero": trend(x0, numbers(random, 9), [0, 0, 0, 1, 1, 1, 2, 2, 2])},
        "variance": dict(zip(["crossed", "nested", "alone"], parts)),
        "share": {"crossed": share(parts[0], parts[2]), "nested": share(parts[1], parts[2])},
        "holm": [holm([0.01, 0.04, 0.03, 0.005]), holm([0.5]), holm([0.02, 0.02, 0.9, 0.011])],
        "normal": [{"z": z, "p": 2 * stats.norm.sf(z)} for z in [0.1, 1, 1.96, 3, 6]],
        "wilson": [
            {"part": k, "all": n, "ci": list(
                stats.binomtest(k, n).proportion_ci(method="wilson"))}
            for k, n in [(8, 10), (0, 5), (5, 5), (973, 1000)]],
        "size": [
            size(0.01, 0.005, 0.05, 1), size(0.01, 0.005, 0.05 / 3, 1), size(0.01, 0.005, 0.05, 2),
            size(0.003, 0.005, 0.05, 1), size(0.02, 0.005, 0.05 / 10, 2)]}
    with open(file, "w") as out:
        json.dump(fixture, out, indent=1)
        out.write("\n")


if __name__ == "__main__":
    main(sys.argv[1])
