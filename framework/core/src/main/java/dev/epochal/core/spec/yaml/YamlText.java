package dev.epochal.core.spec.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a YAML file's text: UTF-8, of bounded size. */
public final class YamlText {
  /**
   * A hundred times the size of a spec. SnakeYAML's time grows with the square of one long word:
   * half a second for a megabyte, nothing to notice for this.
   */
  static final int MOST_BYTES = 256 << 10;

  private YamlText() {}

  /**
   * The file's text; empty when it cannot be had, with the problem added.
   *
   * @param asked where the file was asked for: an {@code extends}, or the file itself
   * @param key the key that asked; empty when the user did
   */
  public static Optional<String> read(Path file, Place asked, String key, Problems problems) {
    String subject = key.isEmpty() ? "" : "asks for " + Quoted.raw(file.toString()) + ", which ";
    if (Files.isDirectory(file)) {
      problems.add(asked, key, subject + "is a directory, not a YAML file");
      return Optional.empty();
    }
    // What a user names may be a pipe; what a file asks for must not make him wait.
    if (!key.isEmpty() && Files.exists(file) && !Files.isRegularFile(file)) {
      problems.add(asked, key, subject + "is not a file");
      return Optional.empty();
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      // One more than allowed tells "too big" from "just fits" without trusting the file's size.
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (NoSuchFileException e) {
      problems.add(asked, key, subject + "does not exist");
      return Optional.empty();
    } catch (IOException e) {
      problems.add(asked, key, subject + "cannot be read: " + e.getMessage());
      return Optional.empty();
    }
    if (bytes.length > MOST_BYTES) {
      problems.add(
          Place.of(file.toString()), "", "is larger than a spec may be (256 KiB)", "is it a spec?");
      return Optional.empty();
    }
    return decode(bytes, file.toString(), problems);
  }

  private static Optional<String> decode(byte[] bytes, String file, Problems problems) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      problems.add(at(file, text, text.length()), "", "is not UTF-8 text", "a spec is a text file");
      return Optional.empty();
    }
    return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  /** The place of a character of a file. */
  static Place at(String file, String text, int index) {
    String before = text.substring(0, Math.min(index, text.length()));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - (before.lastIndexOf('\n') + 1) + 1;
    return new Place(file, line, column);
  }
}
