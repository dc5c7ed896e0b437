package dev.epochal.engine.dataset;

import dev.epochal.core.data.Duplicate;
import dev.epochal.core.data.LabeledImages;
import dev.epochal.core.data.Split;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.stats.ClassBalance;
import java.util.List;
import org.datavec.api.records.reader.RecordReader;
import org.deeplearning4j.datasets.datavec.RecordReaderMultiDataSetIterator;
import org.nd4j.linalg.dataset.api.iterator.MultiDataSetIterator;

/**
 * A dataset ready for training: found, checked, divided, its normalisation fitted.
 *
 * @param record what of it is recorded
 * @param duplicates images that stand in more than one split
 * @param origin where the images came from
 */
public record PreparedData(
    LabeledImages images,
    SplitIndices splits,
    PixelScale scale,
    DatasetRecord record,
    List<Duplicate> duplicates,
    DataOrigin origin) {

  public PreparedData {
    duplicates = List.copyOf(duplicates);
  }

  /** How many images of each class a split uses. */
  public ClassBalance balance(Split split) {
    int[] counts = new int[images.classNames().size()];
    for (int row : splits.of(split)) {
      counts[images.labels()[row]]++;
    }
    return ClassBalance.of(counts);
  }

  /** Batches of one split, in one order. */
  public final class Batches {
    private final int[] rows;
    private final int batchSize;
    private final ImageRecordReader.BatchBuffers buffers = new ImageRecordReader.BatchBuffers();

    private Batches(Split split, int batchSize) {
      this.rows = splits.of(split);
      this.batchSize = batchSize;
    }

    /** Images in the split. */
    public int n() {
      return rows.length;
    }

    /** The split's own order. */
    public MultiDataSetIterator inOrder() {
      return iterate(rows);
    }

    /** The split in the order of a permutation of {@code 0 .. n − 1}. */
    public MultiDataSetIterator inOrder(int[] permutation) {
      int[] order = new int[rows.length];
      for (int i = 0; i < order.length; i++) {
        order[i] = rows[permutation[i]];
      }
      return iterate(order);
    }

    private MultiDataSetIterator iterate(int[] order) {
      RecordReader reader = new ImageRecordReader(images, order, scale, buffers);
      return new RecordReaderMultiDataSetIterator.Builder(batchSize)
          .addReader("images", reader)
          .addInput("images", 0, 0)
          .addOutput("images", 1, 1)
          .build();
    }
  }

  /** The batches of a split; each call has arrays of its own. */
  public Batches batches(Split split, int batchSize) {
    return new Batches(split, batchSize);
  }
}
