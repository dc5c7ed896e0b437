package dev.epochal.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small disk of its own (tmpfs), which a test can fill; needs root. */
final class SmallDisk implements AutoCloseable {
  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Whether this process may mount one. */
  static boolean possible() throws IOException {
    Path probe = Files.createTempDirectory("epochal-disk");
    try (SmallDisk disk = mount(probe, 64)) {
      return true;
    } catch (IOException e) {
      return false;
    } finally {
      Files.deleteIfExists(probe);
    }
  }

  static SmallDisk mount(Path folder, int kibibytes) throws IOException {
    Files.createDirectories(folder);
    command("mount", "-t", "tmpfs", "-o", "size=" + kibibytes + "k", "tmpfs", folder.toString());
    return new SmallDisk(folder);
  }

  /** Takes all the room that is left. */
  void fill() throws IOException {
    byte[] page = new byte[4096];
    try (OutputStream out = Files.newOutputStream(folder.resolve("fill"))) {
      while (true) {
        out.write(page);
      }
    } catch (IOException full) {
      // As wanted.
    }
  }

  /** Gives it back. */
  void makeRoom() throws IOException {
    Files.deleteIfExists(folder.resolve("fill"));
  }

  void readOnly() throws IOException {
    command("mount", "-o", "remount,ro", folder.toString());
  }

  @Override
  public void close() throws IOException {
    command("umount", "-l", folder.toString());
  }

  private static void command(String... words) throws IOException {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    try {
      if (process.waitFor() != 0) {
        throw new IOException(List.of(words) + ": " + said);
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
