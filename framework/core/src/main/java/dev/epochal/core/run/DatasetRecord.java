package dev.epochal.core.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.data.ImageShape;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The data that a run really used.
 *
 * @param requested the dataset that the spec names
 * @param used the dataset that was used: the same, or the fallback
 * @param reason why a fallback was used; null when none was
 * @param source where it came from: a folder, or {@code generated}
 * @param splits by {@code train}, {@code validation}, {@code test}
 * @param inTwoSplits images whose pixels stand in more than one of the used splits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DatasetRecord(
    String requested,
    String used,
    @Nullable String reason,
    String source,
    ImageShape shape,
    List<String> classNames,
    SortedMap<String, SplitRecord> splits,
    int inTwoSplits) {

  /**
   * One split as used.
   *
   * @param n images
   * @param sha256 of its content: shape, then labels and pixels image by image
   */
  public record SplitRecord(int n, String sha256) {}

  /** Said wherever the run is shown when a fallback was used; else null. */
  public @Nullable String notice() {
    return reason == null
        ? null
        : "FALLBACK DATA: " + used + " instead of " + requested + " (" + reason + ")";
  }
}
