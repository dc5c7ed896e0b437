package dev.epochal.registry.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.run.ProcessRecord;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

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

  /** Its parent became one that does not ask how its children ended. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aProcessThatNobodyAskedAboutIsGone() throws Exception {
    Process parent = new ProcessBuilder("sh", "-c", "sleep 0.01 & echo $!; exec sleep 60").start();
    try (BufferedReader out = parent.inputReader()) {
      long pid = Long.parseLong(out.readLine());
      Path stat = Path.of("/proc", Long.toString(pid), "stat");
      while (!Files.readString(stat).contains(") Z")) {
        Thread.onSpinWait();
      }
      Instant started = ProcessHandle.of(pid).orElseThrow().info().startInstant().orElseThrow();
      assertThat(Processes.isGone(new ProcessRecord(self.host(), pid, started))).isTrue();
    } finally {
      parent.destroyForcibly();
    }
  }
}
