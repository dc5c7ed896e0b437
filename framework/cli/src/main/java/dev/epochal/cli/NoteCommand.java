package dev.epochal.cli;

import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.AnnotationRules;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a note to a run, or a sweep, or prints those that it has. */
@Command(
    name = "note",
    description = "Add a note to a run, or a sweep; without a text, print its notes.")
final class NoteCommand implements Callable<Integer> {
  @Mixin
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private RunArgument run;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "TEXT",
      description = "What to note; - reads it from stdin.")
  private List<String> text = List.of();

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
    Optional<String> sweep = registry.sweeps().find(asked.reference());
    if (sweep.isPresent()) {
      ofSweep(registry, sweep.get(), asked.words());
    } else if (asked.words().isEmpty()) {
      print(registry.show(asked.reference()));
    } else {
      Note note = new Note(Instant.now(), written(asked.words()));
      RunRecord noted =
          registry.annotate(List.of(asked.reference()), (now, was) -> was.noted(note)).get(0);
      console.say("noted of " + Spoken.of(noted));
      if (json) {
        print(registry.show(noted.id()));
      }
    }
    return 0;
  }

  private void ofSweep(Registry registry, String id, List<String> words) {
    if (!words.isEmpty()) {
      Note note = new Note(Instant.now(), written(words));
      console.say("noted of sweep " + registry.sweeps().annotate(id, was -> was.noted(note)));
    }
    if (words.isEmpty() || json) {
      print(id, registry.sweeps().show(id).notes());
    }
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
    AnnotationRules.checkNote("command line", "TEXT", text);
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
