package dev.epochal.engine.train;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Seconds that training took, over every process that had a part in it.
 *
 * @param wall on the wall
 * @param cpu of all threads of the process together
 */
public record Spent(double wall, double cpu) {
  /** Before training, and what is said of a checkpoint that does not say. */
  public static final Spent NONE = new Spent(0, 0);

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** What the clocks of this process show now. */
  static Spent clock() {
    return new Spent(System.nanoTime() / 1e9, SYSTEM.getProcessCpuTime() / 1e9);
  }

  Spent plus(Spent more) {
    return new Spent(wall + more.wall, cpu + more.cpu);
  }

  Spent minus(Spent less) {
    return new Spent(wall - less.wall, cpu - less.cpu);
  }
}
