package dev.epochal.registry.folder;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The images of every split that was ever used, with their labels, once per fingerprint: {@code
 * runs/datasets/<sha256>/images.npy} and {@code labels.npy}.
 *
 * @param runs the folder of all runs
 */
public record DatasetStore(Path runs) {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /** That of the runs among which a run's folder lies. */
  public static DatasetStore beside(RunFolder folder) {
    return new DatasetStore(Objects.requireNonNull(folder.path().toAbsolutePath().getParent()));
  }

  /** Where the images with this fingerprint lie, whether they are there or not. */
  public Path images(String sha256) {
    return folder(sha256).resolve("images.npy");
  }

  /** Where their labels lie, likewise. */
  public Path labels(String sha256) {
    return folder(sha256).resolve("labels.npy");
  }

  /** Where the folder of each fingerprint lies. */
  public Path folder() {
    return runs.resolve("datasets");
  }

  /** Whether a folder's name can be that of images. */
  public static boolean isFingerprint(String name) {
    return SHA256.matcher(name).matches();
  }

  private Path folder(String sha256) {
    if (!isFingerprint(sha256)) {
      throw new IllegalArgumentException(
          "a fingerprint must be 64 lower-case hex digits but was: " + sha256);
    }
    return folder().resolve(sha256);
  }

  /**
   * Keeps the images unless they are there already. Two writers at once are harmless: both write
   * the same content, and the file appears whole.
   *
   * @param writer writes the images as uint8 .npy; not called when they are there
   * @return where they lie
   * @throws EpochalException naming the file, when it cannot be written
   */
  public Path keep(String sha256, AtomicFile.Content writer) {
    return keep(images(sha256), writer, "images");
  }

  /** Keeps the labels, likewise. */
  public Path keepLabels(String sha256, AtomicFile.Content writer) {
    return keep(labels(sha256), writer, "labels");
  }

  private static Path keep(Path file, AtomicFile.Content writer, String what) {
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return file;
    }
    try {
      AtomicFile.write(file, writer);
    } catch (IOException e) {
      throw new EpochalException(
          "cannot keep the " + what + " of a split in " + file + ": " + e, e);
    }
    return file;
  }
}
