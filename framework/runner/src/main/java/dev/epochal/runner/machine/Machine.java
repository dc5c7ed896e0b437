package dev.epochal.runner.machine;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;

/**
 * What decides how training runs here.
 *
 * @param os as {@code os.name}, e.g. {@code Linux}
 * @param architecture as {@code os.arch}, e.g. {@code amd64}
 * @param cores that this process may use: the smaller of physical cores and the container's quota
 * @param memory bytes that this process may use, the container's limit included
 * @param glibc version, e.g. {@code 2.36}; null where the C library is another
 * @param avx2 whether the CPU has AVX2
 * @param cpu the CPU's name
 */
public record Machine(
    String os,
    String architecture,
    int cores,
    long memory,
    @Nullable String glibc,
    boolean avx2,
    String cpu) {

  /** This machine, as the JVM (which knows its container's limits) and OSHI see it. */
  public static Machine here() {
    CentralProcessor processor = new SystemInfo().getHardware().getProcessor();
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    int available = Runtime.getRuntime().availableProcessors();
    int physical = processor.getPhysicalProcessorCount();
    return new Machine(
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        physical > 0 ? Math.min(available, physical) : available,
        system.getTotalMemorySize(),
        glibcVersion(),
        processor.getFeatureFlags().stream().anyMatch(flags -> flags.contains("avx2")),
        processor.getProcessorIdentifier().getName().strip());
  }

  /** What one of several processes may have of it, which share its memory. */
  public Machine share(int processes) {
    return new Machine(os, architecture, cores, memory / processes, glibc, avx2, cpu);
  }

  /** Why training cannot work here, with what would help; null when it can. */
  public @Nullable String unsupported() {
    if (!os.equals("Linux")) {
      return "training needs Linux, but this is " + os + ": use a Linux machine or container";
    }
    if (!architecture.equals("amd64") && !architecture.equals("aarch64")) {
      return "training needs an x86-64 or arm64 processor, but this is " + architecture;
    }
    if (glibc == null) {
      return "training needs the GNU C library, which this Linux does not have: use Debian or the like";
    }
    return null;
  }

  private static @Nullable String glibcVersion() {
    try {
      Process getconf = new ProcessBuilder("getconf", "GNU_LIBC_VERSION").start();
      String answer =
          new String(getconf.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      boolean done = getconf.waitFor(5, TimeUnit.SECONDS) && getconf.exitValue() == 0;
      return done && answer.startsWith("glibc ") ? answer.substring("glibc ".length()) : null;
    } catch (IOException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
