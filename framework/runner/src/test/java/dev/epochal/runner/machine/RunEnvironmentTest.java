package dev.epochal.runner.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class RunEnvironmentTest {
  private static final SortedMap<String, String> BACKEND =
      new TreeMap<>(Map.of("native.threads", "2"));

  private static SortedMap<String, String> of(GitState git) {
    return RunEnvironment.of(Machines.debian(8), git, BACKEND);
  }

  @Test
  void saysEverythingThatNumbersMayDependOn() {
    assertThat(of(new GitState("unknown", "unknown", null)))
        .containsKeys(
            "java.version",
            "java.vm.name",
            "os.name",
            "os.version",
            "os.arch",
            "cpu.name",
            "cpu.cores",
            "cpu.avx2",
            "memory.bytes",
            "glibc",
            "git.commit",
            "git.dirty",
            "jvm.options",
            "env.OMP_NUM_THREADS",
            "env.OMP_WAIT_POLICY",
            "env.OPENBLAS_THREAD_TIMEOUT",
            "env.GLIBC_TUNABLES",
            "native.threads")
        .doesNotContainValue(null)
        .containsEntry("glibc", "2.36")
        .containsEntry("memory.bytes", Long.toString(8L << 30));
  }

  @Test
  void saysWhetherTheCodeWasChanged() {
    assertThat(of(new GitState("unknown", "unknown", null))).containsEntry("git.dirty", "unknown");
    assertThat(of(new GitState("abc", "false", null))).containsEntry("git.dirty", "false");
    assertThat(of(new GitState("abc", "true", "+a line"))).containsEntry("git.dirty", "true");
  }
}
