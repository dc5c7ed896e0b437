package dev.epochal.engine.dataset.digits;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The ways in which people write the ten digits, designed by hand. */
final class Skeletons {
  // digit, weight, then what the pen passes through; ";" lifts it, "!" is a corner.
  private static final String TABLE =
      """
      0 x4: 40,2 16,16 5,52 14,85 35,98 56,83 66,48 58,14 40,2
      0 x3: 34,6 12,26 8,64 24,96 48,88 62,54 56,16 38,3 24,14
      0 x2: 54,10 30,4 8,34 8,70 28,98 54,82 64,45 52,12 34,2
      0 x1: 26,8 6,44 12,82 34,98 56,78 60,38 46,10 34,12

      1 x6: 36,0 34,50 32,100
      1 x1: 30,0 37,48 34,100
      1 x2: 19,21 36,2! 35,50 34,100
      1 x1: 18,20 38,2! 37,50 36,97; 12,99 60,96

      2 x3: 8,20 28,2 52,12 48,42 24,80 8,94 5,84 18,79 40,92 68,93
      2 x3: 6,22 28,1 54,12 52,38 30,68 4,97! 34,95 66,96
      2 x2: 4,12 30,4 56,8 46,36 6,94! 66,90
      2 x1: 8,26 22,3 48,5 55,28 38,60 10,92 26,87 48,97 68,86

      3 x3: 8,12 32,1 54,14 48,36 24,47! 54,55 61,76 42,97 4,90
      3 x2: 8,5 58,3! 28,41! 56,53 58,82 34,99 4,88
      3 x2: 8,14 34,1 54,16 44,40 26,49 23,44 34,44 58,62 54,90 28,100 4,86
      3 x1: 6,8 38,2 52,20 32,44! 58,62 52,88 28,99 2,94

      4 x3: 14,4 6,53! 66,48; 52,4 46,100
      4 x2: 12,4 6,40 18,55 52,47; 58,4 50,50 44,100
      4 x2: 48,2 3,64! 70,61; 50,6 48,100
      4 x2: 12,6 5,42 22,55 48,42 60,6! 52,56 44,100
      4 x1: 40,0 4,58! 66,53; 46,30 40,100

      5 x3: 18,6 14,43! 42,38 60,60 50,90 24,100 4,91; 18,5 64,3
      5 x3: 62,4 22,6! 14,44! 42,39 59,62 48,92 22,100 4,90
      5 x1: 60,4 30,8 18,30 40,48 54,70 40,96 8,94

      6 x3: 48,2 18,32 5,68 22,97 48,90 54,66 36,53 12,72
      6 x2: 38,0 14,38 6,76 26,99 52,84 46,62 26,61 10,82
      6 x1: 28,0 10,56 14,90 38,98 52,78 38,60 13,78

      7 x4: 4,9 32,8 60,6! 38,52 27,100
      7 x2: 4,9 32,8 60,6! 38,52 27,100; 14,53 56,47
      7 x1: 5,24 8,7! 62,8! 38,50 31,100
      7 x2: 4,8 30,13 62,3! 40,44 28,100

      8 x3: 54,14 34,1 13,14 20,37 45,56 55,81 32,100 9,82 20,56 46,37 54,14
      8 x1: 32,2 13,22 32,46 53,22 32,2; 32,46 7,74 32,100 59,74 32,46
      8 x3: 60,9 32,2 13,20 28,44 50,66 46,94 22,97 10,78 28,53 52,32 61,8

      9 x3: 54,18 34,3 10,22 16,46 38,45 55,18! 52,60 47,100
      9 x2: 54,24 37,2 10,16 12,42 36,47 54,24 54,62 40,94 12,96
      9 x2: 50,13 28,3 6,24 20,46 43,38 55,10! 46,100
      9 x1: 56,10 28,6 8,28 22,48 46,36 56,11 50,56 34,98
      """;

  private static final Map<Integer, List<Skeleton>> BY_DIGIT =
      TABLE
          .lines()
          .filter(line -> !line.isBlank())
          .map(Skeleton::parse)
          .collect(Collectors.groupingBy(Skeleton::digit));

  private Skeletons() {}

  /** One of the digit's ways, drawn by weight. */
  static Skeleton pick(int digit, SplitMix64 random) {
    List<Skeleton> ways = BY_DIGIT.getOrDefault(digit, List.of());
    double left = random.unit() * ways.stream().mapToDouble(Skeleton::weight).sum();
    for (Skeleton way : ways) {
      left -= way.weight();
      if (left < 0) {
        return way;
      }
    }
    throw new IllegalArgumentException("digit must be between 0 and 9 but was " + digit);
  }
}
