package dev.epochal.runner.machine;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/**
 * What this process takes of the machine, a sample at a time; what cannot be had is left out.
 *
 * <ul>
 *   <li>{@code system.cpu}: CPU time of this process, in percent of one core, since the sample
 *       before
 *   <li>{@code system.cpu.machine}: how busy all cores are with everything, 0 to 100
 *   <li>{@code system.memory.rss}: bytes of this process in memory
 *   <li>{@code system.memory.heap}: bytes of the Java heap in use
 *   <li>{@code system.memory.arrays}: bytes of arrays outside the heap
 *   <li>{@code system.gc.seconds}, {@code system.gc.count}: of garbage collections, since the first
 *       sample
 *   <li>{@code system.disk.free}: bytes free where the runs lie
 * </ul>
 */
public final class SystemMetrics {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Path disk;
  private final LongSupplier arrays;
  private final double gcMillisBefore = collections(GarbageCollectorMXBean::getCollectionTime);
  private final double gcCountBefore = collections(GarbageCollectorMXBean::getCollectionCount);
  private long lastNanos;
  private long lastCpu;

  /**
   * The first sample is still to be taken.
   *
   * @param disk a folder that exists
   * @param arrays bytes of arrays outside the heap
   */
  public SystemMetrics(Path disk, LongSupplier arrays) {
    this.disk = disk;
    this.arrays = arrays;
  }

  /** A sample of now; the first one lacks what is measured since the sample before. */
  public SortedMap<String, Double> sample() {
    SortedMap<String, Double> sample = new TreeMap<>();
    cpu(sample);
    status("VmRSS").ifPresent(bytes -> sample.put("system.memory.rss", (double) bytes));
    Runtime runtime = Runtime.getRuntime();
    sample.put("system.memory.heap", (double) runtime.totalMemory() - runtime.freeMemory());
    sample.put("system.memory.arrays", (double) arrays.getAsLong());
    double gcMillis = collections(GarbageCollectorMXBean::getCollectionTime) - gcMillisBefore;
    sample.put("system.gc.seconds", gcMillis / 1e3);
    sample.put(
        "system.gc.count", collections(GarbageCollectorMXBean::getCollectionCount) - gcCountBefore);
    try {
      sample.put("system.disk.free", (double) Files.getFileStore(disk).getUsableSpace());
    } catch (IOException gone) {
      // Left out: whoever writes there will say what is wrong.
    }
    return sample;
  }

  /** The most bytes that this process ever had in memory. */
  public static OptionalLong peakMemory() {
    return status("VmHWM");
  }

  /** CPU seconds of this process by now, of all its threads. */
  public static double cpuSeconds() {
    return SYSTEM.getProcessCpuTime() / 1e9;
  }

  private void cpu(SortedMap<String, Double> sample) {
    long nanos = System.nanoTime();
    long cpu = SYSTEM.getProcessCpuTime();
    double machine = SYSTEM.getCpuLoad();
    if (lastNanos != 0 && nanos > lastNanos) {
      sample.put("system.cpu", 100.0 * (cpu - lastCpu) / (nanos - lastNanos));
      if (machine >= 0) {
        sample.put("system.cpu.machine", 100 * machine);
      }
    }
    lastNanos = nanos;
    lastCpu = cpu;
  }

  private static double collections(ToLongFunction<GarbageCollectorMXBean> what) {
    return ManagementFactory.getGarbageCollectorMXBeans().stream().mapToLong(what).sum();
  }

  /** A line of Linux's {@code /proc/self/status}, which is in kB. */
  private static OptionalLong status(String key) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith(key + ":")) {
          return OptionalLong.of(1024 * Long.parseLong(line.replaceAll("\\D", "")));
        }
      }
    } catch (IOException notLinux) {
      // Only there can this be asked.
    }
    return OptionalLong.empty();
  }
}
