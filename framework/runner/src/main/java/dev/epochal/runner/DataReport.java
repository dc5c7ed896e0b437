package dev.epochal.runner;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.data.Duplicate;
import dev.epochal.core.data.ImageShape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a spec's data are, said before anything is trained on them.
 *
 * @param requested the dataset that the spec names
 * @param used the dataset that is used: the same, or the fallback
 * @param reason why a fallback is used; null when none is
 * @param source where it came from: a folder, or {@code generated}
 * @param parts its files, a line for each pair
 * @param pixelType what a pixel is there: {@code uint8}
 * @param pixels of the images used for training
 * @param splits by name, in the order train, validation, test
 * @param inTwoSplits images that stand in more than one split
 * @param warnings sentences about what should not be overlooked
 * @param items the images that were asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DataReport(
    String requested,
    String used,
    @Nullable String reason,
    @Nullable String notice,
    String source,
    List<String> parts,
    ImageShape shape,
    String pixelType,
    Pixels pixels,
    List<String> classNames,
    Map<String, SplitReport> splits,
    int inTwoSplits,
    List<Duplicate> duplicates,
    List<String> warnings,
    List<Item> items) {

  public DataReport {
    parts = List.copyOf(parts);
    classNames = List.copyOf(classNames);
    splits = Collections.unmodifiableMap(new LinkedHashMap<>(splits));
    duplicates = List.copyOf(duplicates);
    warnings = List.copyOf(warnings);
    items = List.copyOf(items);
  }

  /**
   * Values of pixels as they are stored, and what the network is given for the least and the
   * largest.
   *
   * @param normalize the plan's word for it
   */
  public record Pixels(
      int min, int max, double mean, double sd, String normalize, double from, double to) {}

  /**
   * One split.
   *
   * @param full images that belong to it
   * @param used images that are used of it, the spec's subset
   * @param sha256 of what is used
   * @param counts images used of each class
   * @param majority null for test, which is blind
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SplitReport(
      int full, int used, String sha256, List<Integer> counts, @Nullable Majority majority) {
    public SplitReport {
      counts = List.copyOf(counts);
    }
  }

  /**
   * The class of which most images are used.
   *
   * @param label its index
   * @param accuracy of always answering it
   */
  public record Majority(int label, double accuracy) {}

  /**
   * One image.
   *
   * @param item as it was asked for
   * @param row in the dataset
   */
  public record Item(String item, int row, int label, String className) {}
}
