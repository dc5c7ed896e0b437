package dev.epochal.registry.folder;

import dev.epochal.core.run.ArtifactRecord;
import dev.epochal.core.run.RunFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** The files that a run kept, as they lie in its folder. */
public final class Artifacts {
  /**
   * Segments of visible characters, none of them {@code .} or {@code ..}; no backslash, no colon.
   */
  private static final Pattern SAFE_NAME =
      Pattern.compile(
          "(?!\\.{1,2}(/|$))[^/\\\\:\\p{Cntrl}]+(/(?!\\.{1,2}(/|$))[^/\\\\:\\p{Cntrl}]+)*");

  private Artifacts() {}

  /**
   * Every regular file in the folder, by name, with its SHA-256. Links are not followed,
   * half-written files, {@code run.json} itself (which holds this list), what is added to a run
   * afterwards and a wish to stop are left out.
   */
  public static List<ArtifactRecord> in(RunFolder folder) throws IOException {
    List<ArtifactRecord> found = new ArrayList<>();
    Files.walkFileTree(
        folder.path(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile()
                && !AtomicFile.isTemporary(file)
                && !file.equals(folder.record())
                && !file.equals(folder.annotations())
                && !file.equals(folder.stopRequest())) {
              String name = folder.path().relativize(file).toString().replace('\\', '/');
              found.add(new ArtifactRecord(name, kind(name), attributes.size(), sha256(file)));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(Comparator.comparing(ArtifactRecord::name));
    return List.copyOf(found);
  }

  /** Whether a name from elsewhere can only mean a file inside the run folder. */
  public static boolean isSafeName(String name) {
    return SAFE_NAME.matcher(name).matches();
  }

  private static String kind(String name) {
    int slash = name.indexOf('/');
    return switch (slash < 0 ? name : name.substring(0, slash)) {
      case "spec.yaml" -> "spec";
      case "plan.json" -> "plan";
      case "environment.json" -> "environment";
      case "journal.jsonl" -> "journal";
      case "log.txt" -> "log";
      case "report.html" -> "report";
      case "git.diff" -> "diff";
      case "training-ui.bin" -> "training-ui";
      case "model" -> "model";
      case "checkpoints" -> "checkpoint";
      case "figures" -> name.endsWith(".json") ? "figure-data" : "figure";
      case "predictions" -> "predictions";
      default -> "other";
    };
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
