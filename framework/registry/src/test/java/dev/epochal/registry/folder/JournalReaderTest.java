package dev.epochal.registry.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.run.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalReaderTest {
  @TempDir Path folder;

  private Path journal;

  @BeforeEach
  void name() {
    journal = folder.resolve("journal.jsonl");
  }

  private void append(String text) throws IOException {
    Files.writeString(journal, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Test
  void aJournalThatIsNotThereYetIsEmpty() throws Exception {
    assertThat(JournalReader.read(journal, 0).entries()).isEmpty();
  }

  @Test
  void aTornLastLineIsTakenOnceItIsComplete() throws Exception {
    append("{\"entry\":\"update\",\"update\":1,\"loss\":2.5}\n{\"entry\":\"update\",\"upd");
    JournalChunk first = JournalReader.read(journal, 0);
    assertThat(first.entries()).containsExactly(new JournalEntry.Update(1, 2.5));
    assertThat(first.problems()).isEmpty();

    append("ate\":2,\"loss\":\"NaN\"}\n");
    JournalChunk second = JournalReader.read(journal, first.offset());
    assertThat(second.entries()).containsExactly(new JournalEntry.Update(2, Double.NaN));
    assertThat(second.offset()).isEqualTo(Files.size(journal));
  }

  @Test
  void anUnreadableLineInTheMiddleIsToldOfAndPassedOver() throws Exception {
    append("{\"entry\":\"update\",\"update\":1,\"loss\":2.5}\n");
    append("{\"entry\":\"update\",\0\0\0\n{\"entry\":\"leap\"}\n\n");
    append("{\"entry\":\"update\",\"update\":2,\"loss\":2.0}\n");
    JournalChunk chunk = JournalReader.read(journal, 0);
    assertThat(chunk.entries())
        .containsExactly(new JournalEntry.Update(1, 2.5), new JournalEntry.Update(2, 2.0));
    assertThat(chunk.problems()).hasSize(3).allMatch(problem -> problem.contains("journal.jsonl"));
  }

  @Test
  void aJournalLargerThanTheWindowComesInChunks() throws Exception {
    StringBuilder lines = new StringBuilder();
    int n = 0;
    while (lines.length() <= JournalReader.WINDOW) {
      lines.append("{\"entry\":\"update\",\"update\":").append(++n).append(",\"loss\":1.0}\n");
    }
    append(lines.toString());
    JournalChunk first = JournalReader.read(journal, 0);
    JournalChunk second = JournalReader.read(journal, first.offset());
    assertThat(first.atEnd()).isFalse();
    assertThat(second.atEnd()).isTrue();
    assertThat(first.entries().size() + second.entries().size()).isEqualTo(n);
  }

  @Test
  void aLineWithoutAnEndDoesNotStopTheReading() throws Exception {
    append("x".repeat(JournalReader.WINDOW + 10) + "\n");
    append("{\"entry\":\"update\",\"update\":1,\"loss\":2.5}\n");
    JournalChunk first = JournalReader.read(journal, 0);
    JournalChunk second = JournalReader.read(journal, first.offset());
    assertThat(first.problems()).hasSize(1);
    assertThat(second.entries()).containsExactly(new JournalEntry.Update(1, 2.5));
  }

  @Test
  void aJournalThatBecameShorterIsToldOf() throws Exception {
    append("{}\n");
    JournalChunk chunk = JournalReader.read(journal, 100);
    assertThat(chunk.problems()).singleElement().asString().contains("was cut");
    assertThat(chunk.offset()).isEqualTo(100);
  }
}
