package dev.epochal.core.run;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A checkpoint's place in training, which is its file's name: {@code epoch-10.zip}, or {@code
 * epoch-10-batch-3.zip} in the middle of epoch 11.
 *
 * @param epochs completed
 * @param batches trained of the epoch after those
 */
public record CheckpointName(int epochs, int batches) implements Comparable<CheckpointName> {
  private static final Pattern FORM =
      Pattern.compile("epoch-(0|[1-9]\\d{0,8})(?:-batch-([1-9]\\d{0,8}))?\\.zip");

  private static final Comparator<CheckpointName> ORDER =
      Comparator.comparingInt(CheckpointName::epochs).thenComparingInt(CheckpointName::batches);

  /** What a file's name says; empty when it is not a checkpoint's. */
  public static Optional<CheckpointName> parse(String file) {
    Matcher form = FORM.matcher(file);
    return form.matches()
        ? Optional.of(
            new CheckpointName(
                Integer.parseInt(form.group(1)),
                form.group(2) == null ? 0 : Integer.parseInt(form.group(2))))
        : Optional.empty();
  }

  /** The file's name. */
  public String file() {
    return "epoch-" + epochs + (batches == 0 ? "" : "-batch-" + batches) + ".zip";
  }

  @Override
  public int compareTo(CheckpointName other) {
    return ORDER.compare(this, other);
  }
}
