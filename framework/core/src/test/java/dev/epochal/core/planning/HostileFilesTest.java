package dev.epochal.core.planning;

import static dev.epochal.core.planning.SpecFixture.GOOD;
import static dev.epochal.core.planning.SpecFixture.problems;
import static dev.epochal.core.planning.SpecFixture.problemsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.problem.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are no specs, by accident or by intent: each is refused within a second. */
final class HostileFilesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- "})
  void twentyThousandNestedCollectionsAreRefusedAtTheFiftyFirst(String open) throws IOException {
    assertThat(problems(folder, "name: " + (open.equals("- ") ? "\n" : "") + open.repeat(20_000)))
        .singleElement()
        .asString()
        .contains("is nested deeper than 50 levels")
        .matches("\\d+:\\d+: .*");
  }

  @Test
  void anOverrideIsBoundedToo() throws IOException {
    assertThat(problems(folder, GOOD, "tags.a=" + "[".repeat(20_000)))
        .containsExactly("command line: tags.a is nested deeper than 50 levels");
  }

  @Test
  void aliasesThatMultiplyAreRefused() throws IOException {
    // Nine levels of nine: a billion values in half a kilobyte.
    String bomb =
        "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
            + IntStream.range(1, 9)
                .mapToObj(
                    i ->
                        "aN: &aN [*aM, *aM, *aM, *aM, *aM, *aM, *aM, *aM, *aM]\n"
                            .replace("N", "" + i)
                            .replace("M", "" + (i - 1)))
                .collect(Collectors.joining());

    assertThat(problems(folder, bomb))
        .containsExactly("5:10: holds more than 10000 values; is it a spec?");
  }

  @Test
  void manyAliasesAreRefused() throws IOException {
    assertThat(problems(folder, "a: &a x\nb: [" + "*a, ".repeat(51) + "]\n"))
        .containsExactly("2:205: has more than 50 aliases");
  }

  @Test
  void tenMegabytesAreRefused() throws IOException {
    assertThat(problems(folder, "# " + "x".repeat(10_000_000)))
        .singleElement()
        .asString()
        .endsWith("is larger than a spec may be (256 KiB); is it a spec?");
  }

  @Test
  void tenThousandWrongKeysAreNotAllListed() throws IOException {
    String keys =
        IntStream.range(0, 4_000).mapToObj(i -> "k" + i + ": 1\n").collect(Collectors.joining());

    List<String> problems = problems(folder, GOOD + keys);

    assertThat(problems).hasSize(101).last().isEqualTo("and 3900 more problems");
  }

  @Test
  void aQuarterMegabyteInOneWordIsNotRepeated() throws IOException {
    assertThat(problems(folder, GOOD.replace("xavier", "x".repeat(250_000))))
        .singleElement()
        .asString()
        .hasSizeLessThan(500);
  }

  @Test
  void aBinaryFileIsRefused() throws IOException {
    Path file = folder.resolve("model.zip");
    Files.write(file, new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0, (byte) 0xB7, (byte) 0xFF});

    assertThat(problemsOf(file)).containsExactly("1:11: is not UTF-8 text; a spec is a text file");
  }

  @Test
  void textThatIsNotUtf8IsRefusedWhereItStopsBeing() throws IOException {
    Path file = folder.resolve("latin.yaml");
    Files.write(file, "name: a\ndescription: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(problemsOf(file)).containsExactly("2:17: is not UTF-8 text; a spec is a text file");
  }

  @Test
  void utf16IsRefused() throws IOException {
    Path file = folder.resolve("wide.yaml");
    Files.write(file, GOOD.getBytes(StandardCharsets.UTF_16));

    assertThat(problemsOf(file)).containsExactly("1:1: is not UTF-8 text; a spec is a text file");
  }

  @Test
  void aByteOrderMarkIsNoHarm() throws IOException {
    assertThat(SpecFixture.planned(folder, "\uFEFF" + GOOD).plan().experiment()).isEqualTo("bad");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# only a comment\n", "---\n"})
  void anEmptyFileIsRefused(String text) throws IOException {
    assertThat(problems(folder, text))
        .containsExactly("1:1: is empty; a spec starts with a name: and a data: key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"- name: a\n", "[1, 2]\n"})
  void aListIsNoSpec(String text) throws IOException {
    assertThat(problems(folder, text))
        .containsExactly("1:1: a spec must be a mapping of keys but was a list");
  }

  @Test
  void aWordIsNoSpec() throws IOException {
    assertThat(problems(folder, "hello\n"))
        .containsExactly("1:1: a spec must be a mapping of keys but was hello");
  }

  @Test
  void aMissingFileIsNamed() {
    Path file = folder.resolve("nowhere.yaml");

    assertThatThrownBy(() -> Planner.plan(file, List.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(file + ": does not exist");
  }

  @Test
  void aDirectoryIsNoSpec() {
    assertThatThrownBy(() -> Planner.plan(folder, List.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(folder + ": is a directory, not a YAML file");
  }
}
