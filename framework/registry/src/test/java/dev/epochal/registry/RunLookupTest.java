package dev.epochal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.registry.folder.Fixtures;
import dev.epochal.registry.folder.RunRecorder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLookupTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path runs;

  private final List<String> notices = new ArrayList<>();
  private Registry registry;

  @BeforeEach
  void fill() {
    registry = Registry.in(runs, notices::add);
    run("aaa111111111", "first", 0);
    run("aaa222222222", "twice", 1);
    run("bbb333333333", "twice", 2);
  }

  private void run(String id, String name, int second) {
    registry.register(
        Fixtures.record(id, name, START.plusSeconds(second)),
        named -> RunRecorder.start(runs, named, Fixtures.inputs()));
  }

  @Test
  void aRunIsFoundByItsIdAndByAUniqueStartOfIt() {
    assertThat(registry.find("aaa111111111")).isEqualTo("aaa111111111");
    assertThat(registry.find("aaa1")).isEqualTo("aaa111111111");
    assertThat(registry.find("b")).isEqualTo("bbb333333333");
  }

  @Test
  void latestIsTheRunThatWasStartedLast() {
    assertThat(registry.find("latest")).isEqualTo("bbb333333333");
  }

  @Test
  void aNameThatSeveralRunsHaveMeansTheNewestAndThatIsSaid() {
    assertThat(registry.find("twice")).isEqualTo("bbb333333333");
    assertThat(notices)
        .containsExactly("several runs are named \"twice\": taking the newest, bbb333333333");
  }

  @Test
  void aStartThatSeveralIdsShareNamesThem() {
    assertThatThrownBy(() -> registry.find("aaa"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "\"aaa\" is the start of several ids: aaa222222222 (twice), aaa111111111 (first);"
                + " write more of the one that you mean");
  }

  @Test
  void anUnknownRunIsSaidWithTheCommandThatListsThem() {
    assertThatThrownBy(() -> registry.show("nothing"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("there is no run \"nothing\"; ./run list shows the runs that there are");
    assertThatThrownBy(() -> registry.find("%")).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> registry.find("' or '1'='1"))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void anEmptyRegistryHasNoLatest() {
    Registry empty = Registry.in(runs.resolve("none"), notices::add);
    assertThatThrownBy(() -> empty.find("latest")).hasMessageContaining("registry is empty");
  }
}
