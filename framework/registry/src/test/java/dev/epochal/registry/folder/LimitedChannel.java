package dev.epochal.registry.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file on a disk with little room, which takes what fits of a write and then says so. */
final class LimitedChannel extends FileChannel {
  private final FileChannel file;
  private volatile long limit;
  private volatile boolean asked;

  LimitedChannel(Path path, long limit) throws IOException {
    file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    this.limit = limit;
  }

  void limit(long bytes) {
    limit = bytes;
  }

  /** Whether somebody has begun to write; whoever holds this channel's monitor lets him wait. */
  boolean isAsked() {
    return asked;
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    asked = true;
    synchronized (this) {
      return fitting(from);
    }
  }

  private int fitting(ByteBuffer from) throws IOException {
    int room = (int) Math.min(limit - file.position(), from.remaining());
    if (room <= 0) {
      throw new IOException("No space left on device");
    }
    ByteBuffer fits = from.slice().limit(room);
    int written = file.write(fits);
    from.position(from.position() + written);
    return written;
  }

  @Override
  public long position() throws IOException {
    return file.position();
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    file.truncate(size);
    return this;
  }

  @Override
  public void force(boolean metaData) throws IOException {
    file.force(metaData);
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  protected void implCloseChannel() throws IOException {
    file.close();
  }

  @Override
  public FileChannel position(long position) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int read(ByteBuffer to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long read(ByteBuffer[] to, int offset, int length) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int read(ByteBuffer to, long position) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long write(ByteBuffer[] from, int offset, int length) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int write(ByteBuffer from, long position) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long transferFrom(ReadableByteChannel from, long position, long count) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) {
    throw new UnsupportedOperationException();
  }
}
