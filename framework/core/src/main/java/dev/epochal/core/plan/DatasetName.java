package dev.epochal.core.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.epochal.core.data.ImageShape;
import java.util.List;
import java.util.Locale;

/** The datasets that can be asked for, with what is known of them before they are read. */
public enum DatasetName {
  /** MNIST's 60,000 training images of handwritten digits. */
  MNIST,
  /** Epochal's own drawn digits, in MNIST's form; always there. */
  DIGITS;

  private static final List<String> TEN_DIGITS =
      List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

  /** The name in specs. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static DatasetName of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }

  /** Images to split. */
  public int size() {
    return 60_000;
  }

  public ImageShape shape() {
    return new ImageShape(1, 28, 28);
  }

  public List<String> classNames() {
    return TEN_DIGITS;
  }
}
