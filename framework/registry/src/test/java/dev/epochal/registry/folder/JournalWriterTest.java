package dev.epochal.registry.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.RunStatus;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class JournalWriterTest {
  @TempDir Path folder;

  private final List<String> trouble = new CopyOnWriteArrayList<>();

  @Test
  void everythingHandedOverIsInTheFileAfterClosing() throws Exception {
    Path journal = folder.resolve("journal.jsonl");
    JournalWriter writer = JournalWriter.create(journal, trouble::add);
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
        JournalWriter.to(
            FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE), trouble::add);
    for (int i = 1; i <= JournalWriter.CAPACITY + 100; i++) {
      writer.add(new JournalEntry.Update(i, 1.0));
    }
    writer.add(Fixtures.epoch(1, 1.0));
    int handedOver = JournalWriter.CAPACITY + 101;
    assertThat(writer.close()).contains(handedOver + " entries were lost", "No space left");
    assertThat(trouble).singleElement().asString().contains("tried again: No space left");
  }

  @Test
  void whatDoesNotFitOnTheDiskAtCloseIsUpdatesAndNeitherEpochsNorTheEnd() throws Exception {
    Path journal = folder.resolve("journal.jsonl");
    JournalEntry ended = new JournalEntry.Ended(Instant.EPOCH, RunStatus.FINISHED, null);
    try (LimitedChannel disk = new LimitedChannel(journal, 40_000)) {
      JournalWriter writer = JournalWriter.to(disk, trouble::add);
      // All but the first is handed over while that is being written, and so is written at once.
      synchronized (disk) {
        writer.add(Fixtures.epoch(1, 1.0));
        while (!disk.isAsked()) {
          Thread.onSpinWait();
        }
        for (int epoch = 2; epoch <= 50; epoch++) {
          for (int i = 0; i < 1_000; i++) {
            writer.add(new JournalEntry.Update(1_000 * epoch + i, 1.0));
          }
          writer.add(Fixtures.epoch(epoch, 1.0));
        }
        writer.add(ended);
      }
      assertThat(writer.close()).contains(" entries were lost", "No space left");
    }

    assertThat(all(journal)).contains(ended).anyMatch(JournalEntry.Update.class::isInstance);
    assertThat(epochs(journal)).hasSize(50);
  }

  @Test
  void whatAFullDiskGivesBackAtCloseIsForEpochsAndTheEnd() throws Exception {
    Path journal = folder.resolve("journal.jsonl");
    JournalEntry ended = new JournalEntry.Ended(Instant.EPOCH, RunStatus.FINISHED, null);
    try (LimitedChannel disk = new LimitedChannel(journal, 0)) {
      JournalWriter writer = JournalWriter.to(disk, trouble::add);
      for (int i = 1; i <= 10_000; i++) {
        writer.add(new JournalEntry.Update(i, 1.0));
      }
      writer.add(Fixtures.epoch(1, 1.0));
      while (trouble.isEmpty()) {
        Thread.onSpinWait();
      }
      for (int i = 1; i <= 10_000; i++) {
        writer.add(new JournalEntry.Update(i, 1.0));
      }
      writer.add(Fixtures.epoch(2, 1.0));
      writer.add(ended);
      disk.limit(20_000);
      assertThat(writer.close()).contains(" entries were lost", "No space left");
    }

    assertThat(all(journal)).contains(ended);
    assertThat(epochs(journal)).hasSize(2);
  }

  @Test
  void whatDoesNotFitInMemoryIsUpdatesAndNeverEpochs() throws Exception {
    Path journal = folder.resolve("run").resolve("journal.jsonl");
    Files.createDirectory(journal.getParent());
    JournalWriter writer = JournalWriter.create(journal, trouble::add);
    Files.delete(journal);
    Files.delete(journal.getParent());
    Path obstacle = Files.writeString(journal.getParent(), "no folder can be made here");
    for (int i = 1; i <= 3 * JournalWriter.CAPACITY; i++) {
      writer.add(new JournalEntry.Update(i, 1.0));
    }
    for (int epoch = 1; epoch <= 1_000; epoch++) {
      writer.add(Fixtures.epoch(epoch, 1.0));
    }
    Files.delete(obstacle);
    assertThat(writer.close()).contains(" entries were lost");

    assertThat(epochs(journal)).hasSize(1_000);
  }

  @Test
  void aJournalThatWasDeletedIsBegunAgainAndItsLossCounted() throws Exception {
    Path journal = folder.resolve("run").resolve("journal.jsonl");
    Files.createDirectory(journal.getParent());
    JournalWriter writer = JournalWriter.create(journal, trouble::add);
    writer.add(Fixtures.epoch(1, 1.0));
    writer.add(Fixtures.epoch(2, 0.5));
    while (JournalReader.read(journal, 0).entries().size() < 2) {
      Thread.onSpinWait();
    }
    Files.delete(journal);
    Files.delete(journal.getParent());
    writer.add(Fixtures.epoch(3, 0.25));
    assertThat(writer.close()).contains("2 entries were lost", "the file was deleted");
    assertThat(JournalReader.read(journal, 0).entries()).containsExactly(Fixtures.epoch(3, 0.25));
    assertThat(trouble).singleElement().asString().contains("the file was deleted");
  }

  @Test
  void handingOverTakesMicroseconds() throws Exception {
    JournalWriter writer = JournalWriter.create(folder.resolve("journal.jsonl"), trouble::add);
    int calls = 50_000;
    long start = System.nanoTime();
    for (int i = 1; i <= calls; i++) {
      writer.add(new JournalEntry.Update(i, 1.0));
    }
    long nanos = (System.nanoTime() - start) / calls;
    writer.close();
    assertThat(nanos).isLessThan(50_000);
  }

  private static List<JournalEntry> epochs(Path journal) throws IOException {
    return all(journal).stream().filter(JournalEntry.Epoch.class::isInstance).toList();
  }

  private static List<JournalEntry> all(Path journal) throws IOException {
    List<JournalEntry> entries = new ArrayList<>();
    JournalChunk chunk = JournalReader.read(journal, 0);
    entries.addAll(chunk.entries());
    while (!chunk.atEnd()) {
      chunk = JournalReader.read(journal, chunk.offset());
      entries.addAll(chunk.entries());
    }
    return entries;
  }

  @Test
  void goingOnCutsOffWhatAKillTore() throws Exception {
    Path journal = folder.resolve("journal.jsonl");
    JournalWriter writer = JournalWriter.create(journal, trouble::add);
    writer.add(new JournalEntry.Update(1, 0.5));
    writer.close();
    Files.writeString(
        journal, "{\"entry\":\"update\",\"upd" + "a".repeat(100_000), StandardOpenOption.APPEND);

    JournalWriter again = JournalWriter.append(journal, trouble::add);
    again.add(new JournalEntry.Update(2, 0.25));
    assertThat(again.close()).isNull();

    JournalChunk read = JournalReader.read(journal, 0);
    assertThat(read.problems()).isEmpty();
    assertThat(read.entries())
        .containsExactly(new JournalEntry.Update(1, 0.5), new JournalEntry.Update(2, 0.25));
  }

  @Test
  void goingOnWithAJournalThatIsGoneOrAllTornBeginsItAnew() throws Exception {
    Path torn = Files.writeString(folder.resolve("torn.jsonl"), "{\"entry\"");
    for (Path journal : List.of(folder.resolve("gone.jsonl"), torn)) {
      JournalWriter writer = JournalWriter.append(journal, trouble::add);
      writer.add(new JournalEntry.Update(1, 0.5));
      assertThat(writer.close()).isNull();
      assertThat(JournalReader.read(journal, 0).entries()).hasSize(1);
    }
  }

  @Test
  void whatWasHandedOverIsInTheFileAfterFlushing() throws Exception {
    Path journal = folder.resolve("journal.jsonl");
    JournalWriter writer = JournalWriter.create(journal, trouble::add);
    for (int i = 1; i <= 50; i++) {
      writer.add(new JournalEntry.Update(i, i));
      assertThat(writer.flush()).isTrue();
      assertThat(JournalReader.read(journal, 0).entries()).hasSize(i);
    }
    writer.close();
    assertThat(writer.flush()).as("nobody writes any more").isFalse();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void flushingToAFullDiskComesBack() throws Exception {
    JournalWriter writer =
        JournalWriter.to(
            FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE), trouble::add);
    writer.add(new JournalEntry.Update(1, 1));
    assertThat(writer.flush()).isFalse();
    writer.close();
  }
}
