package dev.epochal.registry.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.run.UiFrame;
import dev.epochal.core.run.UiFrame.Kind;
import dev.epochal.core.run.UiSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session on the disk: what was handed over, and no trouble for the run. */
class UiSessionWriterTest {
  @TempDir private Path runs;
  private RunRecorder recorder;
  private RunFolder folder;

  @BeforeEach
  void start() {
    recorder = RunRecorder.start(runs, Fixtures.record("one"), Fixtures.inputs());
    folder = recorder.folder();
  }

  private void write(long from, long to) {
    try (UiSessionWriter session = UiSessionWriter.open(recorder)) {
      for (long update = from; update <= to; update++) {
        session.add(new UiFrame(Kind.REPORT, update, new byte[] {1, 2, 3}));
      }
    }
  }

  private List<Long> written() throws IOException {
    UiSession.Chunk all = UiSession.read(folder.uiSession(), 0, Long.MAX_VALUE);
    assertThat(all.damaged()).isFalse();
    return all.frames().stream().map(UiFrame::update).toList();
  }

  @Test
  void everythingIsThereOnceItIsClosed() throws IOException {
    write(1, 30);
    assertThat(written()).hasSize(30).startsWith(1L, 2L).endsWith(30L);
    RunRecord over = recorder.finish(RunStatus.FINISHED, null, new TreeMap<>());
    assertThat(over.recordingErrors()).isEmpty();
    assertThat(over.artifacts())
        .anyMatch(
            file -> file.name().equals("training-ui.bin") && file.kind().equals("training-ui"));
  }

  @Test
  void whatAKillTookHalfOfIsCutOff() throws IOException {
    write(1, 3);
    Files.write(folder.uiSession(), new byte[] {0, 0, 0}, StandardOpenOption.APPEND);
    write(4, 5);
    assertThat(written()).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void aPlaceThatCannotBeWrittenIsToldAndStopsNothing() throws IOException {
    Files.createDirectory(folder.uiSession());
    write(1, 3);
    RunRecord over = recorder.finish(RunStatus.FINISHED, null, new TreeMap<>());
    assertThat(over.recordingErrors())
        .hasSize(1)
        .allSatisfy(error -> assertThat(error).startsWith("training-ui.bin: "));
  }
}
