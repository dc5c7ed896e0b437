package dev.epochal.core.data;

import dev.epochal.core.problem.InvalidInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What the classes of a dataset of one's own are called: {@code classes.txt}, a name per line. */
public final class ClassNames {
  private static final int LONGEST = 100;
  private static final long LARGEST_FILE = 1 << 20;

  /** They stand where a class's name stands in the names of metrics. */
  private static final Set<String> TAKEN = Set.of("macro", "micro");

  private ClassNames() {}

  /** The names that a folder's {@code classes.txt} gives; empty when there is none. */
  static Optional<List<String>> in(Path folder) {
    Path file = folder.resolve("classes.txt");
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    if (DataFile.size(file) > LARGEST_FILE) {
      throw DataFile.broken(file, "must have at most 1 MiB", null);
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
      List<String> names = plain.stripTrailing().lines().map(String::strip).toList();
      problem(names)
          .ifPresent(
              rule -> {
                throw DataFile.broken(file, rule, "write one name per line, in order of index");
              });
      return Optional.of(names);
    } catch (CharacterCodingException e) {
      throw DataFile.broken(file, "must be UTF-8 text", "save it as UTF-8");
    } catch (IOException e) {
      throw DataFile.unreadable(file, e);
    }
  }

  /** Where nobody gave names: {@code 0}, {@code 1}, … */
  static List<String> numbered(int classes) {
    return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
  }

  /** The rule that a list of names breaks. */
  public static Optional<String> problem(List<String> names) {
    if (names.size() < 2) {
      return Optional.of("must name at least 2 classes but names " + names.size());
    }
    if (names.size() > ImageFolder.MOST_CLASSES) {
      return Optional.of(
          "must name at most " + ImageFolder.MOST_CLASSES + " classes but names " + names.size());
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (name.isEmpty()
          || name.length() > LONGEST
          || name.chars().anyMatch(Character::isISOControl)) {
        return Optional.of(
            "must give class %d a name of 1 to %d printable characters".formatted(i, LONGEST));
      }
      if (TAKEN.contains(name)) {
        return Optional.of(
            "must not name a class %s: metrics use the word for means over classes"
                .formatted(name));
      }
      if (!seen.add(name)) {
        return Optional.of("must name each class once but has \"%s\" twice".formatted(name));
      }
    }
    return Optional.empty();
  }

  /** The first label that has no name. */
  static Optional<InvalidInputException> nameless(Path folder, int[] labels, List<String> names) {
    return IntStream.range(0, labels.length)
        .filter(row -> labels[row] >= names.size())
        .mapToObj(
            row ->
                DataFile.broken(
                    folder,
                    "must hold labels from 0 to %d, the last of its %d classes, but row %d is of class %d"
                        .formatted(names.size() - 1, names.size(), row, labels[row]),
                    "name the missing classes in data.classes or classes.txt"))
        .findFirst();
  }
}
