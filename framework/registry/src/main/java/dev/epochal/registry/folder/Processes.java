package dev.epochal.registry.folder;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.epochal.core.run.ProcessRecord;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Which process this is, and whether another one is gone. */
public final class Processes {
  /** Linux reckons a start from the boot time, in whole seconds, and the clock is adjusted. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private Processes() {}

  /** This process. */
  public static ProcessRecord current() {
    ProcessHandle self = ProcessHandle.current();
    return new ProcessRecord(
        host(), self.pid(), self.info().startInstant().orElseGet(Instant::now));
  }

  /**
   * Whether {@code process} certainly no longer runs. A process of another host cannot be asked
   * about: never gone. A process with its number but another start is not it: gone.
   */
  public static boolean isGone(ProcessRecord process) {
    if (!isHere(process)) {
      return false;
    }
    Optional<ProcessHandle> handle = ProcessHandle.of(process.pid()).filter(ProcessHandle::isAlive);
    if (handle.isEmpty() || isZombie(process.pid())) {
      return true;
    }
    Optional<Instant> started = handle.get().info().startInstant();
    return started.isPresent()
        && Duration.between(started.get(), process.started()).abs().compareTo(TOLERANCE) > 0;
  }

  /** Whether {@code process} is one of this host's, which can be asked about. */
  public static boolean isHere(ProcessRecord process) {
    return process.host().equals(host());
  }

  /** Whether it ended and nobody asked how, as in containers whose first process asks nobody. */
  private static boolean isZombie(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"), ISO_8859_1);
      return stat.startsWith(") Z", Math.max(0, stat.lastIndexOf(')')));
    } catch (IOException notLinuxOrGone) {
      return false;
    }
  }

  /** The host's name without asking the network, which can take seconds. */
  private static String host() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    } catch (IOException notLinux) {
      try {
        return InetAddress.getLocalHost().getHostName();
      } catch (UnknownHostException e) {
        return "localhost";
      }
    }
  }
}
