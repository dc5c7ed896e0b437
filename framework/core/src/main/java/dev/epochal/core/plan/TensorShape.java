package dev.epochal.core.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/**
 * The shape that a layer yields for one image: {@code [channels, height, width]} or {@code
 * [units]}.
 */
public record TensorShape(@JsonValue List<Integer> dimensions) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TensorShape {
    dimensions = List.copyOf(dimensions);
  }

  public static TensorShape of(Integer... dimensions) {
    return new TensorShape(List.of(dimensions));
  }

  /** Values in it. */
  public long size() {
    return dimensions.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }

  /** Whether it has height and width, as convolutions and pooling need. */
  public boolean isImage() {
    return dimensions.size() == 3;
  }

  @Override
  public String toString() {
    return dimensions.toString();
  }
}
