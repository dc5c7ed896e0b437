package dev.epochal.engine.dataset;

import dev.epochal.core.data.ImageShape;
import dev.epochal.core.data.LabeledImages;
import java.io.DataInputStream;
import java.net.URI;
import java.util.List;
import java.util.NoSuchElementException;
import org.datavec.api.conf.Configuration;
import org.datavec.api.records.Record;
import org.datavec.api.records.metadata.RecordMetaData;
import org.datavec.api.records.reader.BaseRecordReader;
import org.datavec.api.split.InputSplit;
import org.datavec.api.writable.Writable;
import org.datavec.api.writable.batch.NDArrayRecordBatch;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * DataVec's view of a split: whole batches of normalised images {@code [b, channels, height,
 * width]} and one-hot labels {@code [b, classes]}, both float32, with no object per value.
 *
 * <p>A batch is valid until the next one of the same size: its arrays are used again, because ND4J
 * frees memory when the garbage collector gets to it, which with 16 MB a batch is too late.
 */
final class ImageRecordReader extends BaseRecordReader {
  private static final long serialVersionUID = 1L;

  private final transient LabeledImages images;
  private final transient int[] rows;
  private final transient float[] scale;
  private final transient BatchBuffers buffers;
  private int position;

  /**
   * @param rows of {@code images}, in the order in which they are read
   */
  ImageRecordReader(LabeledImages images, int[] rows, PixelScale scale, BatchBuffers buffers) {
    this.images = images;
    this.rows = rows;
    this.scale = scale.table();
    this.buffers = buffers;
  }

  /** The arrays that batches are written into, one pair per batch size. */
  static final class BatchBuffers {
    private final java.util.Map<Integer, NDArrayRecordBatch> bySize = new java.util.HashMap<>();

    private NDArrayRecordBatch get(int n, ImageShape shape, int classes) {
      return bySize.computeIfAbsent(
          n,
          size ->
              new NDArrayRecordBatch(
                  Nd4j.createUninitialized(
                      DataType.FLOAT, size, shape.channels(), shape.height(), shape.width()),
                  Nd4j.createUninitialized(DataType.FLOAT, size, classes)));
    }
  }

  @Override
  public boolean batchesSupported() {
    return true;
  }

  @Override
  public List<List<Writable>> next(int num) {
    if (!hasNext()) {
      throw new NoSuchElementException("no images left");
    }
    int n = Math.min(num, rows.length - position);
    int classes = images.classNames().size();
    int size = images.shape().size();
    NDArrayRecordBatch batch = buffers.get(n, images.shape(), classes);
    float[] pixels = new float[n * size];
    float[] labels = new float[n * classes];
    for (int i = 0; i < n; i++) {
      int row = rows[position + i];
      int from = row * size;
      for (int p = 0; p < size; p++) {
        pixels[i * size + p] = scale[images.pixels()[from + p] & 0xff];
      }
      labels[i * classes + images.labels()[row]] = 1;
    }
    position += n;
    INDArray features = batch.getArrays().get(0);
    features.data().setData(pixels);
    batch.getArrays().get(1).data().setData(labels);
    return batch;
  }

  @Override
  public List<Writable> next() {
    return next(1).get(0);
  }

  @Override
  public boolean hasNext() {
    return position < rows.length;
  }

  @Override
  public List<String> getLabels() {
    return images.classNames();
  }

  @Override
  public void reset() {
    position = 0;
  }

  @Override
  public boolean resetSupported() {
    return true;
  }

  @Override
  public void initialize(Configuration conf, InputSplit split) {
    // The images are in memory: there is nothing to open.
  }

  @Override
  public List<Writable> record(URI uri, DataInputStream dataInputStream) {
    throw new UnsupportedOperationException("images are read from memory");
  }

  @Override
  public Record nextRecord() {
    return new org.datavec.api.records.impl.Record(next(), null);
  }

  @Override
  public Record loadFromMetaData(RecordMetaData recordMetaData) {
    throw new UnsupportedOperationException("images have no metadata");
  }

  @Override
  public List<Record> loadFromMetaData(List<RecordMetaData> recordMetaDatas) {
    throw new UnsupportedOperationException("images have no metadata");
  }

  @Override
  public Configuration getConf() {
    return new Configuration();
  }

  @Override
  public void setConf(Configuration conf) {
    // Nothing to configure.
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
