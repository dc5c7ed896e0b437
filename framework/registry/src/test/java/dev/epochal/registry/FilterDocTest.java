package dev.epochal.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.filter.Operand;
import dev.epochal.registry.folder.Fixtures;
import dev.epochal.registry.folder.RunRecorder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/filter.md} says what is so. */
final class FilterDocTest {
  private static final Path DOC = Path.of("../../docs/filter.md");
  private static final Pattern EXAMPLES = Pattern.compile("```filter\n(.*?)```", Pattern.DOTALL);

  @TempDir Path runs;

  static Stream<String> examples() throws Exception {
    return EXAMPLES
        .matcher(Files.readString(DOC))
        .results()
        .map(MatchResult::group)
        .flatMap(String::lines)
        .filter(line -> !line.startsWith("```"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleCanBeAsked(String filter) {
    Registry registry = Registry.in(runs, notice -> {});
    RunRecorder recorder =
        registry.register(
            Fixtures.record("first"), named -> RunRecorder.start(runs, named, Fixtures.inputs()));
    registry.finish(recorder.finish(RunStatus.FINISHED, null, new TreeMap<>()));
    int with = registry.list(RunQuery.parse(filter, List.of(), 10)).size();
    int without = registry.list(RunQuery.parse("not (" + filter + ")", List.of(), 10)).size();
    assertThat(with + without).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Operand.Field.class)
  void everyFieldIsExplained(Operand.Field field) throws Exception {
    assertThat(Files.readString(DOC)).containsPattern("(?m)^\\|.*`" + field.word() + "`.*\\|");
  }

  @Test
  void thereAreExamples() throws Exception {
    assertThat(examples()).hasSizeGreaterThan(30);
  }
}
