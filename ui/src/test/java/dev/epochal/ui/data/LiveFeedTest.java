package dev.epochal.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.Registry;
import dev.epochal.registry.folder.Processes;
import dev.epochal.ui.http.EventStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** News of runs that go on, to several readers of which one gives trouble. */
final class LiveFeedTest {
  private static final String ONE = "aaaa00000001";
  private static final String OTHER = "aaaa00000002";
  private static final long PATIENCE_SECONDS = 60;

  @TempDir Path folder;

  private final List<Throwable> unexpected = new CopyOnWriteArrayList<>();
  private LiveFeed feed;

  @BeforeEach
  void open() {
    feed = new LiveFeed(new Runs(notices -> Registry.in(folder, notices)), unexpected::add);
  }

  @AfterEach
  void close() {
    feed.close();
  }

  /** Keeps what it is told. */
  private static class Reader implements EventStream.Reader {
    final List<String> told = new CopyOnWriteArrayList<>();
    final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public void send(String name, String json) {
      told.add(name + " " + json);
    }

    @Override
    public void stillHere() {}

    @Override
    public void end() {
      ended.countDown();
    }

    @Override
    public boolean isGone() {
      return false;
    }

    long lives() {
      return told.stream().filter(event -> event.startsWith("live ")).count();
    }
  }

  private Reader follow(String id, Reader reader) {
    feed.of(id, 0, -1).open(reader);
    return reader;
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("within %d s", PATIENCE_SECONDS).isLessThan(end);
      Thread.sleep(20);
    }
  }

  @Test
  void aReaderIsToldUntilTheRunIsOver() throws Exception {
    JournaledRun run = new JournaledRun(folder, ONE);
    Files.writeString(run.folder.log(), "begun\n");
    run.updates(1, 2);
    Reader reader = follow(ONE, new Reader());
    await(() -> reader.lives() == 1);
    run.updates(3, 3);
    await(() -> reader.lives() == 2);
    run.is(RunStatus.FINISHED, Processes.current());
    assertThat(reader.ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(reader.told.get(0)).startsWith("log ").contains("begun");
    assertThat(reader.told.get(1)).contains("[1,1.0]", "\"over\":false");
    assertThat(reader.told.get(2)).contains("[3,").doesNotContain("[2,");
    assertThat(reader.told.get(3)).contains("\"status\":\"FINISHED\"", "\"over\":true");
    assertThat(reader.told).hasSize(4);
    assertThat(unexpected).isEmpty();
  }

  @Test
  void anErrorWithOneEndsNobodyElsesNews() throws Exception {
    JournaledRun run = new JournaledRun(folder, ONE);
    run.updates(1, 1);
    Reader broken =
        follow(
            ONE,
            new Reader() {
              @Override
              public void send(String name, String json) {
                super.send(name, json);
                if (name.equals("live") && lives() > 1) {
                  throw new StackOverflowError("as in a program with a fault");
                }
              }
            });
    Reader sound = follow(ONE, new Reader());
    await(() -> broken.lives() == 1 && sound.lives() == 1);
    run.updates(2, 2);
    await(() -> broken.lives() == 2 && sound.lives() == 2);
    assertThat(broken.ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    run.updates(3, 3);
    await(() -> sound.lives() == 3);
    assertThat(broken.lives()).isEqualTo(2);
    assertThat(unexpected).singleElement().isInstanceOf(StackOverflowError.class);
  }

  @Test
  void oneThatTakesLongStallsNobodyElse() throws Exception {
    new JournaledRun(folder, ONE).updates(1, 1);
    JournaledRun other = new JournaledRun(folder, OTHER);
    other.updates(1, 1);
    CountDownLatch stalled = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    follow(
        ONE,
        new Reader() {
          @Override
          public void send(String name, String json) {
            stalled.countDown();
            try {
              free.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        });
    try {
      assertThat(stalled.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      Reader sound = follow(OTHER, new Reader());
      await(() -> sound.lives() == 1);
      other.updates(2, 2);
      await(() -> sound.lives() == 2);
      assertThat(free.getCount()).isEqualTo(1);
    } finally {
      free.countDown();
    }
  }

  @Test
  void aFolderThatGoesIsSaidAndIsNoFaultOfTheProgram() throws Exception {
    JournaledRun run = new JournaledRun(folder, ONE);
    Reader reader = follow(ONE, new Reader());
    await(() -> reader.lives() == 1);
    Files.delete(run.folder.record());
    assertThat(reader.ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(reader.told).last().asString().startsWith("problem ").contains("is gone");
    assertThat(unexpected).isEmpty();
  }
}
