package dev.epochal.runner.compare;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which recorded facts can change a run's numbers or how long it takes. */
final class Relevance {
  /** Params that are about what is looked at, kept, or found where. */
  private static final Pattern NO_EFFECT =
      Pattern.compile(
          "evaluate\\.(figures|examples|outcomes|featureMaps)(\\..*)?"
              + "|training\\.checkpoint\\..*|data\\.path|data\\.fallback");

  /** What a person calls a part of the environment, and the keys that tell of it. */
  static final List<Map.Entry<String, Pattern>> ENVIRONMENT =
      List.of(
          Map.entry("the thread count", Pattern.compile("native\\.threads")),
          Map.entry("the CPU", Pattern.compile("cpu\\..*")),
          Map.entry(
              "the native library",
              Pattern.compile(
                  "native\\.(?!threads).*|dependency\\.(nd4j-native.*|openblas|javacpp)")),
          Map.entry(
              "the version of Deeplearning4j",
              Pattern.compile("dependency\\.(deeplearning4j-.*|nd4j-(?!native).*|datavec-.*)")),
          Map.entry("Java", Pattern.compile("java\\..*")),
          Map.entry("the system", Pattern.compile("os\\.(name|arch)|glibc")),
          Map.entry(
              "settings of threads and memory",
              Pattern.compile("env\\.(OMP_WAIT_POLICY|OPENBLAS_THREAD_TIMEOUT|GLIBC_TUNABLES)")),
          Map.entry("the version of Epochal", Pattern.compile("dependency\\.epochal-.*")));

  private Relevance() {}

  /** Whether a difference here is a reason for others. */
  static boolean matters(Kind kind, String key) {
    return switch (kind) {
      case PARAMS -> !NO_EFFECT.matcher(key).matches();
      case DATA -> !key.equals("source") && !key.equals("requested") && !key.equals("fallback");
      case ENVIRONMENT ->
          ENVIRONMENT.stream().anyMatch(part -> part.getValue().matcher(key).matches());
      case CODE -> true;
    };
  }

  /** Whether a difference is shown to who did not ask for everything. */
  static boolean isShown(Kind kind, String key) {
    return kind == Kind.PARAMS || kind == Kind.DATA || matters(kind, key);
  }
}
