package dev.epochal.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.run.Note;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.folder.Changed;
import dev.epochal.registry.folder.Fixtures;
import dev.epochal.registry.folder.RunRecorder;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several processes that add to one run, and one that is killed while it does. */
class AnnotatingProcessesIT {
  private static final int TIMES = 15;

  @TempDir Path runs;

  private final List<String> notices = new ArrayList<>();
  private Registry registry;

  @BeforeEach
  void record() {
    registry = Registry.in(runs, notices::add);
    RunRecorder recorder =
        registry.register(
            Fixtures.record("aaa111111111", "one", Instant.now()),
            named -> RunRecorder.start(runs, named, Fixtures.inputs()));
    registry.finish(recorder.finish(RunStatus.FINISHED, null, new TreeMap<>()));
  }

  /** Adds a tag and a note, again and again; says so after each. */
  static final class Tagger {
    public static void main(String[] arguments) {
      Registry registry = Registry.in(Path.of(arguments[0]), System.err::println);
      int times = Integer.parseInt(arguments[2]);
      for (int i = 0; i < times; i++) {
        String key = arguments[1] + i;
        registry.annotate(
            List.of("one"),
            (run, was) -> {
              SortedMap<String, String> tags = new TreeMap<>(run.tags());
              tags.put(key, "x");
              return was.tagged(tags).noted(new Note(Instant.now(), key));
            });
        System.out.println(key);
      }
    }
  }

  /** Is gone when the folder has the change, and the rows were never on the disk. */
  static final class Killed {
    public static void main(String[] arguments) {
      Path runs = Path.of(arguments[0]);
      new Database(DatabaseFile.in(runs), Duration.ofSeconds(10))
          .open(
              sql -> {
                new Annotator(sql, runs, System.err::println, announced -> {})
                    .edit(
                        List.of("aaa111111111"),
                        (run, was) -> was.named("two").noted(new Note(Instant.now(), "killed")));
                Runtime.getRuntime().halt(9);
                return 0;
              });
    }
  }

  @Test
  @Timeout(120)
  void whatTwoProcessesAddAtOnceIsAllThere() throws Exception {
    Process a = Children.start(Tagger.class, runs, "a", TIMES);
    Process b = Children.start(Tagger.class, runs, "b", TIMES);
    for (Process child : List.of(a, b)) {
      assertThat(child.waitFor(100, TimeUnit.SECONDS)).isTrue();
      assertThat(child.exitValue()).isZero();
    }
    RunDetail one = registry.show("one");
    assertThat(one.notes()).hasSize(2 * TIMES).doesNotHaveDuplicates();
    assertThat(one.summary().tags()).hasSize(2 * TIMES + 1);
    assertThat(notices).isEmpty();
  }

  @Test
  @Timeout(60)
  void aKillBetweenFolderAndRowsIsMadeGood() throws Exception {
    Process child = Children.start(Killed.class, runs);
    assertThat(child.waitFor(50, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isEqualTo(9);
    assertThat(Changed.in(runs)).hasSize(1);
    assertThat(registry.show("two").notes()).extracting(Note::text).containsExactly("killed");
    assertThat(Changed.in(runs)).isEmpty();
  }

  @Test
  @Timeout(120)
  void aKillAtAnyMomentLosesNothingThatWasSaid() throws Exception {
    List<String> said = new ArrayList<>();
    for (int kill = 0; kill < 4; kill++) {
      Process child = Children.start(Tagger.class, runs, "k" + kill + "-", 10_000);
      BufferedReader out = child.inputReader();
      for (int line = 0; line < 3 + 2 * kill; line++) {
        said.add(out.readLine());
      }
      child.toHandle().destroyForcibly();
      out.lines().forEach(said::add);
      child.waitFor();
    }
    RunDetail one = registry.show("one");
    assertThat(one.summary().tags()).containsKeys(said.toArray(new String[0]));
    assertThat(one.notes()).extracting(Note::text).containsAll(said);
    assertThat(Changed.in(runs)).isEmpty();
    assertThat(notices).isEmpty();
  }
}
