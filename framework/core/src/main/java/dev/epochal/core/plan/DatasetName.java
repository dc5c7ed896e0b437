package dev.epochal.core.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.epochal.core.data.DatasetFacts;
import dev.epochal.core.data.ImageFolder;
import dev.epochal.core.data.ImageShape;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The datasets that can be asked for: those that are known before anything is read, and forms of
 * files of one's own.
 */
@SuppressWarnings("ImmutableEnumChecker") // a record that copies, and functions without state
public enum DatasetName {
  /** MNIST's 60,000 training images of handwritten digits. */
  MNIST(tenDigits()),
  /** Epochal's own drawn digits, in MNIST's form; always there. */
  DIGITS(tenDigits()),
  /** Pairs of IDX files in {@code data.path}. */
  IDX(ImageFolder::idx),
  /** {@code images.npy} and {@code labels.npy} in {@code data.path}. */
  NPY(ImageFolder::npy);

  private final @Nullable DatasetFacts known;
  private final @Nullable Function<Path, ImageFolder> form;

  DatasetName(DatasetFacts known) {
    this.known = known;
    this.form = null;
  }

  DatasetName(Function<Path, ImageFolder> form) {
    this.known = null;
    this.form = form;
  }

  private static DatasetFacts tenDigits() {
    List<String> names = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    return new DatasetFacts(60_000, new ImageShape(1, 28, 28), names);
  }

  /** The name in specs. */
  @JsonValue
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static DatasetName of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }

  /** What is known of it before anything is read; empty for files of one's own. */
  public Optional<DatasetFacts> known() {
    return Optional.ofNullable(known);
  }

  /** How a folder of files of one's own is opened; empty for what is known by its name. */
  public Optional<Function<Path, ImageFolder>> form() {
    return Optional.ofNullable(form);
  }
}
