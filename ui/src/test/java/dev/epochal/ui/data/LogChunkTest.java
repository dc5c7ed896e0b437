package dev.epochal.ui.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogChunkTest {
  @TempDir private Path folder;

  @Test
  void aLongLogIsReadFromItsEndAndOnAsItGrows() throws IOException {
    RunFolder run = new RunFolder(folder);
    assertThat(LogChunk.of(run, -1).size()).isZero();
    Files.writeString(run.log(), "a".repeat(1_000_000) + "the end\n");
    LogChunk end = LogChunk.of(run, -1);
    assertThat(end.text()).hasSize(256 << 10).endsWith("the end\n");
    Files.writeString(run.log(), Files.readString(run.log()) + "and more\n");
    assertThat(LogChunk.of(run, end.to()).text()).isEqualTo("and more\n");
  }

  @Test
  void aCharacterThatIsHalfThereWaitsForItsRest() throws IOException {
    RunFolder run = new RunFolder(folder);
    Files.write(run.log(), new byte[] {'a', (byte) 0xE2, (byte) 0x80});
    LogChunk half = LogChunk.of(run, 0);
    assertThat(half.text()).isEqualTo("a");
    Files.write(run.log(), new byte[] {'a', (byte) 0xE2, (byte) 0x80, (byte) 0xA6});
    assertThat(LogChunk.of(run, half.to()).text()).isEqualTo("…");
  }

  @Test
  void aLinkIsNoLog() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    RunFolder run = new RunFolder(Files.createDirectory(folder.resolve("run")));
    Files.createSymbolicLink(run.log(), secret);
    assertThatThrownBy(() -> LogChunk.of(run, 0)).isInstanceOf(EpochalException.class);
  }
}
