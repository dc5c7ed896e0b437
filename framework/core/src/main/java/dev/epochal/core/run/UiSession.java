package dev.epochal.core.run;

import dev.epochal.core.run.UiFrame.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The file of a run's session of the training UI: {@link UiFrame} after frame, only ever appended
 * to, so that another process reads it while it grows and a kill tears the last frame at most.
 * DL4J's own storages do neither: MapDB locks its file and is damaged by a kill.
 *
 * <p>A frame is its length in bytes, its kind, its update, a CRC-32 of kind, update and bytes, and
 * the bytes; numbers are big-endian.
 */
public final class UiSession {
  private static final int HEADER = Integer.BYTES + 1 + Long.BYTES + Integer.BYTES;

  private UiSession() {}

  /**
   * What a file holds from a byte on.
   *
   * @param offset where to go on reading
   * @param atEnd whether there is nothing more but maybe the beginning of a frame
   * @param damaged whether what follows is no frame, and never will be
   */
  public record Chunk(List<UiFrame> frames, long offset, boolean atEnd, boolean damaged) {}

  /** A frame as it stands in the file. */
  public static ByteBuffer encode(UiFrame frame) {
    if (frame.bytes().length > UiFrame.MOST_BYTES) {
      throw new IllegalArgumentException("a frame of " + frame.bytes().length + " bytes");
    }
    ByteBuffer buffer = ByteBuffer.allocate(HEADER + frame.bytes().length);
    buffer.putInt(frame.bytes().length).put(frame.kind().mark()).putLong(frame.update());
    buffer.putInt(sum(frame.kind().mark(), frame.update(), frame.bytes()));
    return buffer.put(frame.bytes()).flip();
  }

  /**
   * Reads whole frames from a byte on.
   *
   * @param offset where a frame starts: 0, or a chunk's own
   * @param most bytes after which it is enough for once
   * @return nothing, when the file is not there
   */
  public static Chunk read(Path file, long offset, long most) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      List<UiFrame> frames = new ArrayList<>();
      long size = channel.size();
      long at = offset;
      while (at - offset < most && size - at >= HEADER) {
        ByteBuffer header = read(channel, at, HEADER);
        int length = header.getInt();
        byte mark = header.get();
        long update = header.getLong();
        int sum = header.getInt();
        Kind kind = kind(mark);
        if (kind == null || length < 0 || length > UiFrame.MOST_BYTES) {
          return new Chunk(frames, at, true, true);
        }
        if (size - at - HEADER < length) {
          return new Chunk(frames, at, true, false);
        }
        byte[] bytes = read(channel, at + HEADER, length).array();
        if (sum != sum(mark, update, bytes)) {
          return new Chunk(frames, at, true, true);
        }
        frames.add(new UiFrame(kind, update, bytes));
        at += HEADER + length;
      }
      return new Chunk(frames, at, size - at < HEADER, false);
    } catch (NoSuchFileException e) {
      return new Chunk(List.of(), offset, true, false);
    }
  }

  private static ByteBuffer read(FileChannel channel, long at, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position()) < 0) {
        throw new IOException("the file was cut off while it was read");
      }
    }
    return buffer.flip();
  }

  private static @Nullable Kind kind(byte mark) {
    for (Kind kind : Kind.values()) {
      if (kind.mark() == mark) {
        return kind;
      }
    }
    return null;
  }

  private static int sum(byte mark, long update, byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(ByteBuffer.allocate(1 + Long.BYTES).put(mark).putLong(update).flip());
    sum.update(bytes);
    return (int) sum.getValue();
  }
}
