package dev.epochal.core.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Unpacks a gzip file that is one stream from its first byte to its last; Java's own class keeps
 * silent about what stands after it.
 */
final class WholeGzip extends GZIPInputStream {
  private static final int BUFFER = 1 << 16;
  private static final int TRAILER = 8;

  private final long bytesExpected;

  /**
   * Unpacks {@code raw}.
   *
   * @param size of the packed file
   */
  WholeGzip(InputStream raw, long size) throws IOException {
    this(new Counting(raw), size);
  }

  private WholeGzip(Counting raw, long size) throws IOException {
    super(raw, BUFFER);
    // The constructor read the header byte by byte, and nothing more.
    this.bytesExpected = size - raw.count - TRAILER;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int n = super.read(buffer, offset, length);
    if (n < 0 && inf.getBytesRead() != bytesExpected) {
      throw new ZipException("other bytes follow its end");
    }
    return n;
  }

  private static final class Counting extends FilterInputStream {
    private long count;

    private Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      count += Math.max(n, 0);
      return n;
    }
  }
}
