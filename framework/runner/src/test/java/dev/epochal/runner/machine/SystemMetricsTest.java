package dev.epochal.runner.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Samples of this JVM. */
@EnabledOnOs(OS.LINUX)
final class SystemMetricsTest {
  @TempDir Path disk;

  private final double[] sink = new double[1];

  @Test
  void aSampleTellsOfMemoryCollectionsAndDisk() {
    SortedMap<String, Double> sample = new SystemMetrics(disk, () -> 4096).sample();
    assertThat(sample)
        .containsEntry("system.memory.arrays", 4096.0)
        .containsEntry("system.gc.count", 0.0)
        .containsEntry("system.gc.seconds", 0.0);
    assertThat(sample.get("system.memory.heap")).isPositive();
    assertThat(sample.get("system.disk.free")).isPositive();
    assertThat(sample.get("system.memory.rss"))
        .isGreaterThan(10e6)
        .isLessThanOrEqualTo(SystemMetrics.peakMemory().orElseThrow());
  }

  @Test
  void aBusyThreadIsSeenFromTheSecondSampleOn() {
    SystemMetrics metrics = new SystemMetrics(disk, () -> 0);
    assertThat(metrics.sample()).doesNotContainKey("system.cpu");
    double before = SystemMetrics.cpuSeconds();
    while (SystemMetrics.cpuSeconds() - before < 0.2) {
      sink[0] += Math.sin(sink[0] + 1);
    }
    assertThat(metrics.sample().get("system.cpu")).isPositive();
    assertThat(metrics.sample().get("system.cpu.machine")).isBetween(0.0, 100.0);
  }

  @Test
  void aDiskThatIsGoneIsLeftOut() {
    assertThat(new SystemMetrics(disk.resolve("gone"), () -> 0).sample())
        .doesNotContainKey("system.disk.free")
        .containsKey("system.memory.rss");
  }
}
