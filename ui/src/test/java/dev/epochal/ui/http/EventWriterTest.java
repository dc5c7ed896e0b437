package dev.epochal.ui.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.AsyncContent;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

/** Events to readers that read at once, late, or not at all. */
final class EventWriterTest {
  private static final int MEGABYTE = 1 << 20;

  private final AsyncContent pipe = new AsyncContent();
  private final CompletableFuture<Boolean> whole = new CompletableFuture<>();
  private final EventWriter writer =
      new EventWriter(
          pipe, Callback.from(() -> whole.complete(true), failure -> whole.complete(false)));

  /** What can be read by now. */
  private String read() {
    StringBuilder text = new StringBuilder();
    for (Content.Chunk chunk = pipe.read(); chunk != null; chunk = pipe.read()) {
      text.append(StandardCharsets.UTF_8.decode(chunk.getByteBuffer()));
      chunk.release();
      if (chunk.isLast()) {
        break;
      }
    }
    return text.toString();
  }

  @Test
  void eventsComeInTheirOrder() {
    writer.send("live", "{}");
    writer.stillHere();
    writer.send("log", "1");
    assertThat(read()).isEqualTo("event: live\ndata: {}\n\n:\n\nevent: log\ndata: 1\n\n");
    assertThat(writer.isGone()).isFalse();
    writer.end();
    assertThat(read()).isEmpty();
    assertThat(whole).isCompletedWithValue(true);
    assertThat(writer.isGone()).isTrue();
  }

  @Test
  void aReaderThatLagsIsLeftBeforeTheMemoryIsFull() {
    String event = "x".repeat(MEGABYTE);
    int sent = 0;
    while (!writer.isGone()) {
      assertThat(++sent).as("megabytes kept").isLessThan(20);
      writer.send("live", event);
    }
    writer.send("live", "too late");
    String kept = read();
    assertThat(kept).hasSizeBetween(4 * MEGABYTE, (int) EventWriter.MOST_BYTES + 2 * MEGABYTE);
    assertThat(kept).endsWith("x\n\n").doesNotContain("too late");
    assertThat(whole).isCompletedWithValue(true);
  }

  @Test
  void manySmallEventsAreBoundedToo() {
    for (int i = 0; i < 10_000; i++) {
      writer.stillHere();
    }
    assertThat(writer.isGone()).isTrue();
    assertThat(read()).hasSizeLessThan(1_000);
  }

  @Test
  void oneEventAloneMayBeLong() {
    String event = "x".repeat((int) EventWriter.MOST_BYTES + MEGABYTE);
    writer.stillHere(); // which is on its way, and not taken yet
    writer.send("live", event);
    assertThat(writer.isGone()).isFalse();
    writer.send("live", "more");
    assertThat(writer.isGone()).isTrue();
    assertThat(read()).hasSizeGreaterThan((int) EventWriter.MOST_BYTES).doesNotContain("more");
  }

  @Test
  void aReaderThatWentAwayIsGone() {
    writer.send("live", "{}");
    pipe.fail(new java.io.IOException("closed"));
    assertThat(writer.isGone()).isTrue();
    assertThat(whole).isCompletedWithValue(false);
  }
}
