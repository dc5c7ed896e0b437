package dev.epochal.runner.machine;

import org.jspecify.annotations.Nullable;

/** Machines that are not this one. */
final class Machines {
  private Machines() {}

  static Machine debian(int gibibytes) {
    return new Machine("Linux", "amd64", 4, (long) gibibytes << 30, "2.36", true, "a CPU");
  }

  static Machine withGlibc(@Nullable String version) {
    return new Machine("Linux", "amd64", 4, 8L << 30, version, true, "a CPU");
  }

  static Machine of(String os, String architecture) {
    return new Machine(os, architecture, 4, 8L << 30, "2.36", true, "a CPU");
  }
}
