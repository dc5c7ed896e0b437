package dev.epochal.ui.data;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers that are good for a moment, so that twenty open pages ask the registry once. Whoever asks
 * while an answer is worked out waits for that one.
 */
final class Memo {
  private final long nanos;
  private final Map<Object, Kept> kept;

  private record Kept(CompletableFuture<Object> answer, long since) {}

  /**
   * @param most answers that are kept at once
   */
  Memo(Duration moment, int most) {
    nanos = moment.toNanos();
    kept =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Object, Kept> eldest) {
            return size() > most;
          }
        };
  }

  /** The answer to a question; failures are not kept. */
  @SuppressWarnings("unchecked") // a question always has an answer of one type
  <T> T get(Object question, Supplier<T> answer) {
    CompletableFuture<Object> mine = new CompletableFuture<>();
    CompletableFuture<Object> others = enter(question, mine);
    if (others != null) {
      try {
        return (T) others.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof RuntimeException cause ? cause : e;
      }
    }
    try {
      T made = answer.get();
      mine.complete(made);
      return made;
    } catch (RuntimeException | Error e) {
      remove(question, mine);
      mine.completeExceptionally(e);
      throw e;
    }
  }

  /** Forgets everything, since something was changed. */
  synchronized void clear() {
    kept.clear();
  }

  private synchronized @Nullable CompletableFuture<Object> enter(
      Object question, CompletableFuture<Object> mine) {
    kept.values().removeIf(this::isOld); // else they would fill the memory until somebody asks
    Kept there = kept.get(question);
    if (there != null) {
      return there.answer();
    }
    kept.put(question, new Kept(mine, System.nanoTime()));
    return null;
  }

  private boolean isOld(Kept there) {
    return there.answer().isDone() && System.nanoTime() - there.since() >= nanos;
  }

  private synchronized void remove(Object question, CompletableFuture<Object> mine) {
    Kept there = kept.get(question);
    if (there != null && there.answer() == mine) {
      kept.remove(question);
    }
  }
}
