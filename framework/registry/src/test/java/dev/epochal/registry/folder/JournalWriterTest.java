package dev.epochal.registry.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.run.JournalEntry;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class JournalWriterTest {
  @TempDir Path folder;

  @Test
  void everythingHandedOverIsInTheFileAfterClosing() throws Exception {
    Path journal = folder.resolve("journal.jsonl");
    JournalWriter writer = JournalWriter.create(journal);
    for (int i = 1; i <= 20_000; i++) {
      writer.add(new JournalEntry.Update(i, 1.0 / i));
    }
    assertThat(writer.close()).isNull();
    assertThat(JournalReader.read(journal, 0).entries()).hasSize(20_000);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskLosesEntriesAndSaysSoAndNeverThrows() throws Exception {
    JournalWriter writer =
        JournalWriter.to(FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE));
    for (int i = 1; i <= JournalWriter.CAPACITY + 100; i++) {
      writer.add(new JournalEntry.Update(i, 1.0));
    }
    writer.add(Fixtures.epoch(1, 1.0));
    int handedOver = JournalWriter.CAPACITY + 101;
    assertThat(writer.close()).contains(handedOver + " entries were lost", "No space left");
  }

  @Test
  void handingOverTakesMicroseconds() throws Exception {
    JournalWriter writer = JournalWriter.create(folder.resolve("journal.jsonl"));
    int calls = 50_000;
    long start = System.nanoTime();
    for (int i = 1; i <= calls; i++) {
      writer.add(new JournalEntry.Update(i, 1.0));
    }
    long nanos = (System.nanoTime() - start) / calls;
    writer.close();
    assertThat(nanos).isLessThan(50_000);
  }
}
