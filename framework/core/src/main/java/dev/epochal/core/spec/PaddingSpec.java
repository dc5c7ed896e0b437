package dev.epochal.core.spec;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The key {@code padding} of a layer with a window: a word, or rows and columns. */
public sealed interface PaddingSpec {
  /** What needs no numbers. */
  enum Way implements PaddingSpec {
    SAME
  }

  /** Rows above and below, columns left and right. */
  record Pixels(
      @JsonValue @Size(min = 2, max = 2) List<@Min(0) @Max(LayerSpec.LARGEST_WINDOW) Integer> size)
      implements PaddingSpec {}
}
