package dev.epochal.runner.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.runner.machine.Machine;
import org.junit.jupiter.api.Test;

final class ThreadPlanTest {
  private static final long GIB = 1L << 30;
  private static final Machine MACHINE =
      new Machine("Linux", "amd64", 8, 32 * GIB, "2.36", true, "a CPU");

  @Test
  void usesEveryCoreForATrial() {
    assertThat(ThreadPlan.of(MACHINE, null, null, 100, GIB)).isEqualTo(new ThreadPlan(8, 1));
  }

  @Test
  void sharesTheCoresAmongFewTrials() {
    assertThat(ThreadPlan.of(MACHINE, null, null, 2, GIB)).isEqualTo(new ThreadPlan(2, 4));
    assertThat(ThreadPlan.of(MACHINE, null, null, 3, GIB)).isEqualTo(new ThreadPlan(3, 2));
  }

  @Test
  void startsNoMoreTrialsThanMemoryHolds() {
    assertThat(ThreadPlan.of(MACHINE, null, null, 100, 9 * GIB)).isEqualTo(new ThreadPlan(3, 2));
    assertThat(ThreadPlan.of(MACHINE, null, null, 100, 64 * GIB)).isEqualTo(new ThreadPlan(1, 8));
  }

  @Test
  void doesWhatIsAsked() {
    assertThat(ThreadPlan.of(MACHINE, 4, null, 100, GIB)).isEqualTo(new ThreadPlan(4, 2));
    assertThat(ThreadPlan.of(MACHINE, null, 4, 100, GIB)).isEqualTo(new ThreadPlan(2, 4));
    assertThat(ThreadPlan.of(MACHINE, 2, 1, 100, GIB)).isEqualTo(new ThreadPlan(2, 1));
    assertThat(ThreadPlan.of(MACHINE, null, 16, 100, GIB)).isEqualTo(new ThreadPlan(1, 16));
  }

  /** Nobody asked for so many at once: a sweep goes on with fewer, of as many threads each. */
  @Test
  void aPlanOfBeforeIsMadeToFit() {
    assertThat(new ThreadPlan(8, 1).fitting(MACHINE, 9 * GIB)).isEqualTo(new ThreadPlan(3, 1));
    assertThat(new ThreadPlan(2, 4).fitting(MACHINE, GIB)).isEqualTo(new ThreadPlan(2, 4));
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatThrownBy(() -> ThreadPlan.of(MACHINE, 8, null, 100, 9 * GIB))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("--jobs")
        .hasMessageContaining("must be at most 3")
        .hasMessageContaining("9.0 GiB");
  }
}
