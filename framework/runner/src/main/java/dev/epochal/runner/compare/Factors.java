package dev.epochal.runner.compare;

import dev.epochal.core.data.Split;
import dev.epochal.registry.RunDetail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every reason why two runs may have different numbers: params first, then the data, the
 * environment, the code. What follows from another reason is none of its own.
 */
public final class Factors {
  /** Fingerprints are of the images before they are normalised. */
  private static final Pattern OF_THE_DATA =
      Pattern.compile("data\\.(?!normalize).*|seed|seeds\\.split");

  private static final int SHORT_COMMIT = 7;

  private final Facts reference;
  private final Facts run;
  private final List<Factor> factors = new ArrayList<>();

  private Factors(Facts reference, Facts run) {
    this.reference = reference;
    this.run = run;
  }

  /** The reasons for different numbers of two runs, seeds last among the params. */
  public static List<Factor> between(RunDetail reference, RunDetail run) {
    return between(Facts.of(reference), Facts.of(run));
  }

  /** The same of each run, of which there may be thousands. */
  public static List<List<Factor>> ofEach(RunDetail reference, List<RunDetail> runs) {
    Facts common = Facts.of(reference);
    return runs.stream().map(run -> between(common, Facts.of(run))).toList();
  }

  static List<Factor> between(Facts reference, Facts run) {
    Factors factors = new Factors(reference, run);
    factors.factors.addAll(ParamFactors.between(reference, run));
    factors.data();
    factors.environment();
    factors.code();
    return List.copyOf(factors.factors);
  }

  private void data() {
    String used = reference.get(Kind.DATA, "used");
    String otherUsed = run.get(Kind.DATA, "used");
    if (used == null || otherUsed == null) {
      return; // a run that ended before its data were there has no numbers either
    }
    boolean asked = factors.stream().anyMatch(factor -> factor.name().equals("data.dataset"));
    boolean fallback =
        reference.get(Kind.DATA, "fallback") != null || run.get(Kind.DATA, "fallback") != null;
    if (!used.equals(otherUsed) && (fallback || !asked)) {
      factors.add(new Factor(Kind.DATA, "the dataset used", used, otherUsed, List.of()));
      return;
    }
    List<String> splits =
        Arrays.stream(Split.values())
            .map(Split::key)
            .filter(split -> differs(Kind.DATA, "splits." + split + ".sha256"))
            .toList();
    if (splits.isEmpty()) {
      return;
    }
    String images = "the images of " + String.join(", ", splits);
    for (int i = 0; i < factors.size(); i++) {
      Factor factor = factors.get(i);
      boolean brings =
          Stream.concat(Stream.of(factor.name()), factor.brings().stream())
              .anyMatch(key -> OF_THE_DATA.matcher(key).matches());
      if (brings) {
        List<String> more = new ArrayList<>(factor.brings());
        more.add(images);
        factors.set(
            i, new Factor(factor.kind(), factor.name(), factor.reference(), factor.run(), more));
        return;
      }
    }
    factors.add(
        new Factor(
            Kind.DATA,
            images,
            fingerprint(reference, splits),
            fingerprint(run, splits),
            List.of()));
  }

  private static String fingerprint(Facts run, List<String> splits) {
    String sha256 =
        Objects.requireNonNull(run.get(Kind.DATA, "splits." + splits.get(0) + ".sha256"));
    return "sha256 " + cut(sha256) + "…";
  }

  private void environment() {
    for (Map.Entry<String, Pattern> part : Relevance.ENVIRONMENT) {
      TreeSet<String> keys = new TreeSet<>(reference.of(Kind.ENVIRONMENT).keySet());
      keys.removeIf(
          key -> !differs(Kind.ENVIRONMENT, key) || !part.getValue().matcher(key).matches());
      if (!keys.isEmpty()) {
        String first = keys.first();
        factors.add(
            new Factor(
                Kind.ENVIRONMENT,
                part.getKey(),
                text(reference, first),
                text(run, first),
                List.of()));
      }
    }
  }

  private static String text(Facts run, String key) {
    String value = Objects.requireNonNull(run.get(Kind.ENVIRONMENT, key));
    return value.equals("true")
        ? "with " + last(key)
        : value.equals("false") ? "without " + last(key) : value;
  }

  private static String last(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  private void code() {
    if (differs(Kind.CODE, "git.commit")) {
      factors.add(new Factor(Kind.CODE, "the code", commit(reference), commit(run), List.of()));
    } else if (!Objects.equals(changes(reference), changes(run))) {
      factors.add(
          new Factor(
              Kind.CODE, "uncommitted changes", changes(reference), changes(run), List.of()));
    }
  }

  private static String commit(Facts run) {
    String changes = changes(run);
    return cut(Objects.requireNonNull(run.get(Kind.CODE, "git.commit")))
        + (changes.equals("none") ? "" : " with changes");
  }

  private static String changes(Facts run) {
    String diff = run.get(Kind.CODE, "git.diff");
    return diff == null ? "none" : diff.length() < 16 ? diff : diff.substring(0, 14) + "…";
  }

  /** Whether both are known, and not the same. */
  private boolean differs(Kind kind, String key) {
    String one = reference.get(kind, key);
    String other = run.get(kind, key);
    return one != null && other != null && !one.equals(other);
  }

  private static String cut(String hash) {
    return hash.length() <= SHORT_COMMIT ? hash : hash.substring(0, SHORT_COMMIT);
  }
}
