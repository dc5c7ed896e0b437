package dev.epochal.core.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.run.UiFrame.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session's file: what was written is read, whatever a kill or a stranger left of it. */
class UiSessionTest {
  private static final long ALL = Long.MAX_VALUE;

  @TempDir private Path folder;
  private Path file;
  private byte[] three;

  @BeforeEach
  void writeThreeFrames() throws IOException {
    file = folder.resolve("training-ui.bin");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (UiFrame frame :
        List.of(
            new UiFrame(Kind.STATIC, 0, "about".getBytes(UTF_8)),
            new UiFrame(Kind.REPORT, 1L << 40, "a report".getBytes(UTF_8)),
            UiFrame.resumed(7))) {
      bytes.writeBytes(UiSession.encode(frame).array());
    }
    three = bytes.toByteArray();
    Files.write(file, three);
  }

  @Test
  void isReadAsItWasWritten() throws IOException {
    UiSession.Chunk all = UiSession.read(file, 0, ALL);
    assertThat(all.frames())
        .extracting(UiFrame::kind)
        .containsExactly(Kind.STATIC, Kind.REPORT, Kind.RESUMED);
    assertThat(all.frames()).extracting(UiFrame::update).containsExactly(0L, 1L << 40, 7L);
    assertThat(all.frames().get(1).bytes()).asString(UTF_8).isEqualTo("a report");
    assertThat(all.offset()).isEqualTo(three.length);
    assertThat(all.atEnd()).isTrue();
    assertThat(all.damaged()).isFalse();
  }

  @Test
  void tornAnywhereItsWholeFramesAreRead() throws IOException {
    int first = UiSession.encode(new UiFrame(Kind.STATIC, 0, "about".getBytes(UTF_8))).limit();
    for (int length = 0; length < three.length; length++) {
      Files.write(file, java.util.Arrays.copyOf(three, length));
      UiSession.Chunk chunk = UiSession.read(file, 0, ALL);
      assertThat(chunk.damaged()).isFalse();
      assertThat(chunk.atEnd()).isTrue();
      assertThat(chunk.frames().isEmpty()).isEqualTo(length < first);
      Files.write(file, three);
      assertThat(UiSession.read(file, chunk.offset(), ALL).frames())
          .hasSize(3 - chunk.frames().size());
    }
  }

  @Test
  void aBitThatFlippedAnywhereIsNoticed() throws IOException {
    for (int at = 0; at < three.length; at++) {
      byte[] flipped = three.clone();
      flipped[at] ^= 0x40;
      Files.write(file, flipped);
      UiSession.Chunk chunk = UiSession.read(file, 0, ALL);
      assertThat(chunk.frames().size()).isLessThan(3);
      assertThat(chunk.atEnd()).isTrue();
    }
  }

  @Test
  void isReadInPieces() throws IOException {
    UiSession.Chunk one = UiSession.read(file, 0, 1);
    assertThat(one.frames()).hasSize(1);
    assertThat(one.atEnd()).isFalse();
    UiSession.Chunk two = UiSession.read(file, one.offset(), 1);
    assertThat(two.frames().get(0).kind()).isEqualTo(Kind.REPORT);
  }

  @Test
  void oneThatIsNotThereIsEmpty() throws IOException {
    assertThat(UiSession.read(folder.resolve("none"), 0, ALL).frames()).isEmpty();
  }

  @Test
  void aStrangersFileIsDamaged() throws IOException {
    Files.writeString(file, "PK\3\4 and whatever else stands in such a file, long enough for all");
    assertThat(UiSession.read(file, 0, ALL).damaged()).isTrue();
  }
}
