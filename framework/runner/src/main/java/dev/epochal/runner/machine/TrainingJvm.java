package dev.epochal.runner.machine;

import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a JVM that trains is started: what the native libraries read when they load cannot be set
 * later. With all of it the tutorial's network trains six times as fast as with none.
 *
 * @param environment variables to set
 * @param options of the JVM
 */
public record TrainingJvm(SortedMap<String, String> environment, List<String> options) {
  private static final long GIB = 1L << 30;

  /** glibc that knows {@code glibc.malloc.hugetlb}. */
  private static final ModuleDescriptor.Version HUGE_PAGES_SINCE =
      ModuleDescriptor.Version.parse("2.35");

  public TrainingJvm {
    environment = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    options = List.copyOf(options);
  }

  /**
   * The settings for a machine.
   *
   * @param threads for OpenMP, ND4J's own pool and BLAS; at least 1
   */
  public static TrainingJvm of(Machine machine, int threads) {
    SortedMap<String, String> environment = new TreeMap<>();
    environment.put("OMP_NUM_THREADS", Integer.toString(threads));
    // Else OpenMP's idle threads spin for cores that others need: measured 2.5 times slower epochs
    // beside another program, and never faster alone.
    environment.put("OMP_WAIT_POLICY", "PASSIVE");
    // OpenBLAS's pool otherwise spins beside OpenMP's: 2^4 cycles, then it sleeps.
    environment.put("OPENBLAS_THREAD_TIMEOUT", "4");
    environment.put("BACKEND_PRIORITY_CPU", "100");
    environment.put("BACKEND_PRIORITY_GPU", "0");
    if (machine.glibc() != null && hasHugePages(machine.glibc())) {
      // Freed memory stays with the process, in huge pages, instead of being handed back to the
      // kernel and cleared again at every step.
      environment.put(
          "GLIBC_TUNABLES",
          "glibc.malloc.hugetlb=1:glibc.malloc.mmap_threshold=8589934592"
              + ":glibc.malloc.trim_threshold=17179869184");
    }
    return new TrainingJvm(environment, options(machine.memory()));
  }

  /** What a process that trains may have of so much memory: the rest is the system's. */
  public static long processMemory(long memory) {
    return Math.max(memory - memory / 16, GIB);
  }

  /** What of it is Java heap, for images as bytes and copies to be written; arrays live outside. */
  static long heap(long memory) {
    return clamp(memory / 8, GIB / 2, 4 * GIB);
  }

  private static List<String> options(long memory) {
    long heap = heap(memory);
    long physical = processMemory(memory);
    long arrays = Math.max(physical - heap - GIB / 4, GIB / 2);
    List<String> options = new ArrayList<>();
    options.add("-Xmx" + heap);
    options.add("-XX:+UseSerialGC");
    options.add("-Dorg.bytedeco.javacpp.maxbytes=" + arrays);
    options.add("-Dorg.bytedeco.javacpp.maxphysicalbytes=" + physical);
    options.add("-Dorg.eclipse.deeplearning4j.helpers.disable=false");
    options.add("-Djava.awt.headless=true");
    return options;
  }

  /** Compared part by part: 2.4 is older than 2.35. */
  private static boolean hasHugePages(String glibc) {
    return glibc.matches("\\d{1,4}(\\.\\d{1,4}){0,3}")
        && ModuleDescriptor.Version.parse(glibc).compareTo(HUGE_PAGES_SINCE) >= 0;
  }

  private static long clamp(long value, long low, long high) {
    return Math.max(low, Math.min(high, value));
  }
}
