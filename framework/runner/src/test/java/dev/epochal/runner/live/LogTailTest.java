package dev.epochal.runner.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LogTailTest {
  @TempDir Path home;

  private final List<String> texts = new ArrayList<>();
  private Path log;
  private LogTail tail;

  @BeforeEach
  void aLog() throws IOException {
    log = Files.createFile(home.resolve("log.txt"));
    tail = new LogTail(log, texts::add);
  }

  private void append(String text) throws IOException {
    Files.writeString(log, text, StandardOpenOption.APPEND);
  }

  private String read(boolean last) throws IOException {
    texts.clear();
    tail.read(last);
    return String.join("", texts);
  }

  @Test
  void aLineIsHandedOverWhenItIsWhole() throws Exception {
    append("one\ntw");
    assertThat(read(false)).isEqualTo("one\n");
    assertThat(read(false)).isEmpty();
    append("o\nthree");
    assertThat(read(false)).isEqualTo("two\n");
    assertThat(read(true)).isEqualTo("three");
  }

  @ParameterizedTest
  @CsvSource({"0,''", "1,c", "2,b|c", "3,a|b|c", "9,a|b|c"})
  void theLastLinesAreCountedFromTheEnd(int lines, String expected) throws Exception {
    append("a\nb\nc\n");
    tail.skipToLast(lines);
    assertThat(read(true).replace("\n", "|")).isEqualTo(expected.isEmpty() ? "" : expected + "|");
  }

  @Test
  void aLastLineWithoutANewlineIsALineToo() throws Exception {
    append("a\nb\nc");
    tail.skipToLast(2);
    assertThat(read(true)).isEqualTo("b\nc");
  }

  @Test
  void aLogOfManyWindowsComesWhole() throws Exception {
    String all =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "zeile " + i + " é\n")
            .collect(Collectors.joining());
    append(all);
    assertThat(read(false)).isEqualTo(all);
    assertThat(texts).hasSizeGreaterThan(2);
    tail = new LogTail(log, texts::add);
    tail.skipToLast(15_000);
    assertThat(read(true)).isEqualTo(all.substring(all.indexOf("zeile 5000 ")));
  }

  @Test
  void anEndlessLineLosesNoCharacter() throws Exception {
    String line = "x" + "é".repeat(2 * LogTail.WINDOW);
    append(line);
    assertThat(read(true)).isEqualTo(line);
    assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(3 * LogTail.WINDOW);
  }

  @Test
  void aLinkIsNotFollowed() throws Exception {
    Path link = Files.createSymbolicLink(home.resolve("link.txt"), log);
    assertThatThrownBy(() -> new LogTail(link, texts::add).read(true))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> new LogTail(home.resolve("none"), texts::add).read(true))
        .isInstanceOf(NoSuchFileException.class);
  }
}
