package dev.epochal.core.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.epochal.core.data.Split;
import java.util.regex.Pattern;

/**
 * An image by its place: {@code validation:1} is the second one of the validation split.
 *
 * @param position in the split, from 0
 */
public record ImagePlace(Split split, int position) {
  /** What it is written as. */
  public static final String FORM = "(train|validation|test):(0|[1-9][0-9]{0,8})";

  /** The same in words. */
  public static final String RULE =
      "must be a split and a position in it from 0, as in validation:1";

  private static final Pattern PATTERN = Pattern.compile(FORM);

  /**
   * The place that is written so.
   *
   * @throws IllegalArgumentException if it is not of the {@link #FORM}
   */
  @JsonCreator
  public static ImagePlace of(String text) {
    if (!PATTERN.matcher(text).matches()) {
      throw new IllegalArgumentException(RULE + " but was " + text);
    }
    int colon = text.indexOf(':');
    return new ImagePlace(
        Split.of(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
  }

  @Override
  @JsonValue
  public String toString() {
    return split.key() + ":" + position;
  }
}
