package dev.epochal.registry.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.run.ProcessRecord;
import org.junit.jupiter.api.Test;

class ProcessesTest {
  private final ProcessRecord self = Processes.current();

  @Test
  void thisProcessIsNotGone() {
    assertThat(Processes.isGone(self)).isFalse();
    assertThat(Processes.isGone(started(1))).isFalse();
  }

  @Test
  void aProcessThatTookOverTheNumberIsAnotherOne() {
    assertThat(Processes.isGone(started(-60))).isTrue();
  }

  @Test
  void aProcessThatEndedIsGone() throws Exception {
    Process child = new ProcessBuilder("true").start();
    ProcessRecord record = new ProcessRecord(self.host(), child.pid(), self.started());
    child.waitFor();
    assertThat(Processes.isGone(record)).isTrue();
  }

  @Test
  void aProcessOfAnotherHostIsLeftAlone() {
    assertThat(Processes.isGone(new ProcessRecord("elsewhere", 1, self.started()))).isFalse();
  }

  private ProcessRecord started(long secondsLater) {
    return new ProcessRecord(self.host(), self.pid(), self.started().plusSeconds(secondsLater));
  }
}
