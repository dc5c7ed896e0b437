package dev.epochal.runner.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What may have changed the bits, and what cannot have. */
final class EnvironmentChangeTest {
  private static final Map<String, String> BEFORE =
      Map.of(
          "cpu.name", "EPYC",
          "native.threads", "1",
          "env.OMP_NUM_THREADS", "1",
          "memory.bytes", "1000",
          "dependency.h2", "2.4");

  @Test
  void nothingChangesFromAnEnvironmentToItself() {
    assertThat(EnvironmentChange.between(BEFORE, BEFORE)).isEmpty();
  }

  @Test
  void otherThreadsAndCpuAreNamedWithBothValues() {
    Map<String, String> now =
        Map.of(
            "cpu.name", "Xeon",
            "native.threads", "2",
            "env.OMP_NUM_THREADS", "2",
            "memory.bytes", "2000",
            "dependency.h2", "2.4");

    assertThat(EnvironmentChange.between(BEFORE, now))
        .extracting(EnvironmentChange::sentence)
        .containsExactly("cpu.name is Xeon, was EPYC", "native.threads is 2, was 1");
  }

  @Test
  void whatIsNewOrGoneIsNamedToo() {
    Map<String, String> now =
        Map.of(
            "cpu.name", "EPYC",
            "native.threads", "1",
            "dependency.jline", "3.1");

    assertThat(EnvironmentChange.between(BEFORE, now))
        .extracting(EnvironmentChange::sentence)
        .containsExactly(
            "dependency.h2 is not there, was 2.4", "dependency.jline is 3.1, was not there");
  }

  @Test
  void ofAnEnvironmentThatIsNotKnownNothingIsSaid() {
    assertThat(EnvironmentChange.between(Map.of(), BEFORE)).isEmpty();
  }
}
