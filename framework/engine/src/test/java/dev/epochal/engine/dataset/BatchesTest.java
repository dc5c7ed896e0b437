package dev.epochal.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.data.LabeledImages;
import dev.epochal.core.data.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.dataset.api.iterator.MultiDataSetIterator;

/** What the network is given. */
final class BatchesTest {
  private final LabeledImages images = TinyData.numbered(20);
  private final PreparedData data = TinyData.prepare(images, TinyData.sizes(11, 5, 4), 3);
  private final int[] train = data.splits().of(Split.TRAIN);
  private final PreparedData.Batches batches = data.batches(Split.TRAIN, 4);

  @Test
  void batchesHoldThePixelsAndLabelsOfTheSplitsRowsInOrder() {
    assertThat(read(batches.inOrder())).isEqualTo(expected(train));
  }

  @Test
  void aPermutationReordersTheSplit() {
    int[] permutation = Permutation.of(11, 5);
    int[] rows = Arrays.stream(permutation).map(i -> train[i]).toArray();

    assertThat(rows).isNotEqualTo(train);
    assertThat(read(batches.inOrder(permutation))).isEqualTo(expected(rows));
  }

  @Test
  void aSecondEpochReadsTheSame() {
    List<String> first = read(batches.inOrder());

    assertThat(read(batches.inOrder())).isEqualTo(first);
  }

  @Test
  void theLastBatchHoldsTheRest() {
    List<Long> sizes = new ArrayList<>();
    for (MultiDataSetIterator all = batches.inOrder(); all.hasNext(); ) {
      MultiDataSet batch = all.next();
      assertThat(batch.getFeatures(0).shape()).containsExactly(batch.getLabels(0).size(0), 1, 1, 2);
      assertThat(batch.getLabels(0).size(1)).isEqualTo(3);
      assertThat(batch.getFeaturesMaskArray(0)).isNull();
      sizes.add(batch.getFeatures(0).size(0));
    }

    assertThat(sizes).containsExactly(4L, 4L, 3L);
    assertThat(batches.n()).isEqualTo(11);
  }

  /** Arrays are used again within a {@code Batches}, never between two. */
  @Test
  void readingOneSplitLeavesABatchOfAnotherAsItWas() {
    MultiDataSet batch = data.batches(Split.TEST, 4).inOrder().next();
    List<String> before = values(batch);
    read(data.batches(Split.VALIDATION, 4).inOrder());

    assertThat(values(batch)).isEqualTo(before).isEqualTo(expected(data.splits().of(Split.TEST)));
  }

  private List<String> expected(int[] rows) {
    return Arrays.stream(rows)
        .mapToObj(
            row -> {
              float[] label = new float[3];
              label[row % 3] = 1;
              return Arrays.toString(new float[] {row / 255f, 1}) + Arrays.toString(label);
            })
        .toList();
  }

  private static List<String> read(MultiDataSetIterator all) {
    List<String> read = new ArrayList<>();
    while (all.hasNext()) {
      read.addAll(values(all.next()));
    }
    return read;
  }

  private static List<String> values(MultiDataSet batch) {
    List<String> values = new ArrayList<>();
    for (long i = 0; i < batch.getFeatures(0).size(0); i++) {
      values.add(
          Arrays.toString(batch.getFeatures(0).slice(i).reshape(2).toFloatVector())
              + Arrays.toString(batch.getLabels(0).slice(i).toFloatVector()));
    }
    return values;
  }
}
