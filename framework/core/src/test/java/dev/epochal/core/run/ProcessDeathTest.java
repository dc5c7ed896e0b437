package dev.epochal.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ProcessDeathTest {
  @Test
  void saysWhatEndedAProcess() {
    assertThat(ProcessDeath.sentence(137, ""))
        .contains("SIGKILL", "memory")
        .doesNotContain("last lines");
    assertThat(ProcessDeath.sentence(134, "# SIGSEGV (0xb) at pc=0x00007f\n"))
        .contains("SIGABRT")
        .endsWith("its last lines:\n# SIGSEGV (0xb) at pc=0x00007f");
    assertThat(ProcessDeath.sentence(3, "")).contains("exit status 3");
    assertThat(ProcessDeath.sentence(160, "")).contains("signal 32");
  }

  @Test
  void knowsItsSentences() {
    for (int exit : new int[] {1, 129, 134, 137, 139, 143, 160}) {
      assertThat(ProcessDeath.isTheReason(ProcessDeath.sentence(exit, "x"))).isTrue();
    }
    assertThat(ProcessDeath.isTheReason(null)).isFalse();
    assertThat(ProcessDeath.isTheReason("asked to stop")).isFalse();
  }

  @Test
  void aSignalFromOutsideTellsNothingOfTheRun() {
    assertThat(ProcessDeath.isInterruption(ProcessDeath.sentence(137, "x"))).isTrue();
    assertThat(ProcessDeath.isInterruption(ProcessDeath.sentence(143, ""))).isTrue();
    assertThat(ProcessDeath.isInterruption(ProcessDeath.sentence(134, ""))).isFalse();
    assertThat(ProcessDeath.isInterruption(ProcessDeath.sentence(1, ""))).isFalse();
  }
}
