package dev.epochal.core.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What was added to a run or a sweep afterwards: {@code annotations.json}, beside the record, which
 * stays as the run left it.
 *
 * @param name null as long as the run has the name that it was recorded with
 * @param tags all of them once one was changed; null as long as the run has those recorded
 * @param notes in the order written
 * @param deleted since when the run is in no list; null when it is not deleted
 * @param pinned since when others are compared with it; of several the last one counts; null when
 *     it is not
 * @param verifications in the order made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Annotations(
    @Nullable String name,
    @Nullable SortedMap<String, String> tags,
    List<Note> notes,
    @Nullable Instant deleted,
    @Nullable Instant pinned,
    List<Verification> verifications) {
  /** Of a run that nobody has touched. */
  public static final Annotations NONE =
      new Annotations(null, null, List.of(), null, null, List.of());

  /** Far more than people write. */
  public static final int MOST_BYTES = 16 << 20;

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  public Annotations {
    if (tags != null) {
      tags.forEach((key, value) -> Objects.requireNonNull(value, key));
      tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }
    // A file need not have them.
    notes = notes == null ? List.of() : List.copyOf(notes);
    verifications = verifications == null ? List.of() : List.copyOf(verifications);
    requireUsual(deleted);
    requireUsual(pinned);
  }

  /** Refuses times that no database holds, as only a damaged or foreign file has. */
  static void requireUsual(@Nullable Instant at) {
    if (at != null && (at.isBefore(EARLIEST) || at.isAfter(LATEST))) {
      throw new IllegalArgumentException("no time of this world: " + at);
    }
  }

  /**
   * Those of a run or a sweep; {@link #NONE} where there is no file.
   *
   * @throws EpochalException naming the file, when it is not one of ours
   */
  public static Annotations of(RecordedFolder folder) {
    Path file = folder.annotations();
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return NONE;
    }
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new EpochalException(file + " is not a file");
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new EpochalException(file + " is longer than " + MOST_BYTES + " bytes");
      }
    } catch (IOException e) {
      throw new EpochalException("cannot read " + file + ": " + e, e);
    }
    Annotations read = Json.read(file, Annotations.class);
    if (read == null) { // the file says null
      throw new EpochalException(file + " is not a readable Annotations: it holds nothing");
    }
    return read;
  }

  /** Likewise; where they cannot be read, that is told, and it is as if there were none. */
  public static Annotations of(RecordedFolder folder, Consumer<String> notices) {
    try {
      return of(folder);
    } catch (EpochalException e) {
      notices.accept(
          "what was added to "
              + folder.kind()
              + " "
              + folder.id()
              + " is passed over: "
              + e.getMessage());
      return NONE;
    }
  }

  public Annotations named(String newName) {
    return new Annotations(newName, tags, notes, deleted, pinned, verifications);
  }

  /** With these tags alone. */
  public Annotations tagged(SortedMap<String, String> all) {
    return new Annotations(name, all, notes, deleted, pinned, verifications);
  }

  /** With one more note. */
  public Annotations noted(Note note) {
    return new Annotations(name, tags, with(notes, note), deleted, pinned, verifications);
  }

  /**
   * With another text of a note.
   *
   * @param place where the note is asked for, as in {@link Problem}
   * @param number of the note, from 1, in the order written
   * @throws InvalidInputException when there is no such note
   */
  public Annotations renoted(String place, int number, String text, Instant now) {
    checkNumber(place, number);
    List<Note> all = new ArrayList<>(notes);
    all.set(number - 1, notes.get(number - 1).saying(text, now));
    return new Annotations(name, tags, all, deleted, pinned, verifications);
  }

  /** Without a note, asked for likewise. */
  public Annotations unnoted(String place, int number) {
    checkNumber(place, number);
    List<Note> all = new ArrayList<>(notes);
    all.remove(number - 1);
    return new Annotations(name, tags, all, deleted, pinned, verifications);
  }

  private void checkNumber(String place, int number) {
    if (number < 1 || number > notes.size()) {
      throw new InvalidInputException(
          new Problem(
              place,
              "the number of a note",
              (notes.isEmpty()
                      ? "cannot be any, because there are no notes,"
                      : "must be 1 to " + notes.size())
                  + " but was "
                  + number,
              null));
    }
  }

  /** Deleted since then, and no baseline any more; null restores. */
  public Annotations deletedAt(@Nullable Instant at) {
    return new Annotations(name, tags, notes, at, at == null ? pinned : null, verifications);
  }

  /** Pinned as the baseline; null unpins. */
  public Annotations pinnedAt(@Nullable Instant at) {
    return new Annotations(name, tags, notes, deleted, at, verifications);
  }

  /** With one more verification. */
  public Annotations verified(Verification verification) {
    return new Annotations(name, tags, notes, deleted, pinned, with(verifications, verification));
  }

  private static <T> List<T> with(List<T> before, T one) {
    List<T> all = new ArrayList<>(before);
    all.add(one);
    return all;
  }
}
