package dev.epochal.cli;

import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.run.AnnotationRules;
import dev.epochal.core.run.Annotations;
import dev.epochal.core.run.Note;
import dev.epochal.core.run.RunRecord;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunDetail;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a note to a run, or a sweep, changes one, takes one away, or prints those that it has. */
@Command(
    name = "note",
    description =
        "Add a note to a run, or a sweep, change one, or take one away; without a text, print its"
            + " notes, each with its number.",
    footer = {
      "",
      "For example:",
      "  ./run note latest \"looks promising\"",
      "  ./run note latest --edit 1 \"looks promising until epoch 30\"",
      "  ./run note latest --remove 1"
    })
final class NoteCommand implements Callable<Integer> {
  private static final String PLACE = "command line";

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private RunArgument run;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "TEXT",
      description = "What to note; - reads it from stdin.")
  private List<String> text = List.of();

  @Option(
      names = "--edit",
      paramLabel = "N",
      description = "Change the note with this number to TEXT; when it was changed is shown.")
  private @Nullable Integer edit;

  @Option(
      names = "--remove",
      paramLabel = "N",
      description = "Take the note with this number away.")
  private @Nullable Integer remove;

  @Option(names = "--json", description = "Print the run's notes as an array of JSON objects.")
  private boolean json;

  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommonOptions common;

  private final Console console;

  NoteCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Registry registry = common.workplace().registry(console::say);
    RunArgument.Named asked = run.with(text, registry, console);
    Change change = change(asked.words());
    Optional<String> sweep = registry.sweeps().find(asked.reference());
    if (sweep.isPresent()) {
      ofSweep(registry, sweep.get(), change);
    } else if (change == null) {
      print(registry.show(asked.reference()));
    } else {
      RunRecord noted =
          registry
              .annotate(List.of(asked.reference()), (now, was) -> change.edit().apply(was))
              .get(0);
      console.say(change.said() + Spoken.of(noted));
      if (json) {
        print(registry.show(noted.id()));
      }
    }
    return 0;
  }

  private void ofSweep(Registry registry, String id, @Nullable Change change) {
    if (change != null) {
      console.say(change.said() + "sweep " + registry.sweeps().annotate(id, change.edit()));
    }
    if (change == null || json) {
      print(id, registry.sweeps().show(id).notes());
    }
  }

  /**
   * What is to become of the notes.
   *
   * @param said before the run's name
   */
  private record Change(String said, UnaryOperator<Annotations> edit) {}

  /** Null when nothing is to be changed. */
  private @Nullable Change change(List<String> words) {
    Integer edited = edit;
    Integer removed = remove;
    if (removed != null && (edited != null || !words.isEmpty())) {
      throw new InvalidInputException(
          new Problem(
              PLACE,
              "--remove",
              edited != null ? "and --edit exclude each other" : "takes no TEXT",
              "./run note RUN --remove " + removed));
    }
    if (removed != null) {
      int number = removed;
      return new Change("took note " + number + " away from ", was -> was.unnoted(PLACE, number));
    }
    if (edited != null) {
      int number = edited;
      String text = written(words);
      Instant now = Instant.now();
      return new Change(
          "changed note " + number + " of ", was -> was.renoted(PLACE, number, text, now));
    }
    if (words.isEmpty()) {
      return null;
    }
    Note note = new Note(Instant.now(), written(words));
    return new Change("noted of ", was -> was.noted(note));
  }

  private void print(RunDetail detail) {
    print(detail.summary().id(), detail.notes());
  }

  private void print(String id, List<Note> notes) {
    if (json) {
      console.print(Json.pretty(notes));
    } else if (notes.isEmpty()) {
      console.say("no notes yet; ./run note " + id + " \"TEXT\" adds one");
    } else {
      console.print(Remarks.notes(notes));
    }
  }

  private static String written(List<String> words) {
    String text = (words.equals(List.of("-")) ? stdin() : String.join(" ", words)).strip();
    AnnotationRules.checkNote(PLACE, "TEXT", text);
    return text;
  }

  /** No more of it than shows that it is too long. */
  private static String stdin() {
    CharBuffer read = CharBuffer.allocate(2 * AnnotationRules.LONGEST_NOTE);
    try (Reader in = new InputStreamReader(System.in, StandardCharsets.UTF_8)) {
      while (read.hasRemaining() && in.read(read) >= 0) {
        // Reads until the buffer is full or the text ends.
      }
    } catch (IOException e) {
      throw new EpochalException("cannot read the note from stdin: " + e.getMessage(), e);
    }
    return read.flip().toString();
  }
}
