package dev.epochal.ui.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MemoTest {
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void twentyWhoAskAtOnceAreAnsweredByOneAnswer() throws Exception {
    Memo memo = new Memo(Duration.ofMinutes(1), 5);
    CountDownLatch go = new CountDownLatch(1);
    ExecutorService people = Executors.newFixedThreadPool(20);
    try {
      List<Future<Integer>> answers =
          IntStream.range(0, 20)
              .mapToObj(
                  i ->
                      people.submit(
                          () -> {
                            go.await();
                            return memo.get("question", asked::incrementAndGet);
                          }))
              .toList();
      go.countDown();
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(1);
      }
    } finally {
      people.shutdownNow();
    }
  }

  @Test
  void anOldAnswerOneThatWasClearedAndAFailureAreAskedAgain() {
    Memo none = new Memo(Duration.ZERO, 5);
    none.get("q", asked::incrementAndGet);
    none.get("q", asked::incrementAndGet);
    assertThat(asked).hasValue(2);
    Memo memo = new Memo(Duration.ofMinutes(1), 5);
    memo.get("q", asked::incrementAndGet);
    memo.clear();
    memo.get("q", asked::incrementAndGet);
    assertThat(asked).hasValue(4);
    assertThatThrownBy(
            () ->
                memo.get(
                    "bad",
                    () -> {
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    assertThat(memo.<Integer>get("bad", asked::incrementAndGet)).isEqualTo(5);
  }
}
