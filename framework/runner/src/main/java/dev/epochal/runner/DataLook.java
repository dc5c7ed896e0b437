package dev.epochal.runner;

import dev.epochal.core.data.LabeledImages;
import dev.epochal.core.data.Split;
import dev.epochal.core.plan.Params;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.stats.ClassBalance;
import dev.epochal.engine.dataset.Datasets;
import dev.epochal.engine.dataset.PixelScale;
import dev.epochal.engine.dataset.PreparedData;
import dev.epochal.runner.DataReport.Majority;
import dev.epochal.runner.DataReport.Pixels;
import dev.epochal.runner.DataReport.SplitReport;
import dev.epochal.runner.figures.DataFigures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/**
 * A look at a run's data before it is trained: the very data that the run would get, and nothing of
 * ND4J. Of the test split it tells counts alone.
 */
public final class DataLook {
  private final RunPlan plan;
  private final PreparedData data;
  private final List<ItemName> items;

  private DataLook(RunPlan plan, PreparedData data, List<ItemName> items) {
    this.plan = plan;
    this.data = data;
    this.items = items;
  }

  /**
   * Finds, checks and divides the data.
   *
   * @param items images to be told of: {@code train:17}
   * @throws InvalidInputException if an item cannot be told of, or if the data are broken
   */
  public static DataLook at(
      RunPlan plan, List<String> items, Workplace workplace, DataMessages messages) {
    List<ItemName> names = ItemName.parse(items, plan.data().split());
    PreparedData data =
        new Datasets(workplace.data(), Listening.to(messages))
            .prepare(plan.data(), plan.seeds().split());
    return new DataLook(plan, data, names);
  }

  /** Everything about them. */
  public DataReport report() {
    DatasetRecord record = data.record();
    return new DataReport(
        record.requested(),
        record.used(),
        record.reason(),
        record.notice(),
        record.source(),
        data.origin().parts(),
        record.shape(),
        data.origin().pixelType(),
        pixels(),
        record.classNames(),
        splits(),
        data.duplicates().size(),
        data.duplicates(),
        warnings(),
        items.stream().map(this::item).toList());
  }

  /**
   * Draws the figures of the data into a folder, each with its data.
   *
   * @return what came of each
   */
  public List<DrawnFigure> figures(Path folder) {
    return DataFigures.of(plan, data).stream()
        .map(made -> DrawnFigure.in(made, folder, made.name()))
        .toList();
  }

  private Map<String, SplitReport> splits() {
    Map<String, SplitReport> splits = new LinkedHashMap<>();
    for (Split split : Split.values()) {
      ClassBalance balance = data.balance(split);
      splits.put(
          split.key(),
          new SplitReport(
              plan.data().split().full().of(split),
              balance.total(),
              sha256(split),
              balance.counts(),
              split == Split.TEST
                  ? null
                  : new Majority(balance.majority(), balance.majorityAccuracy())));
    }
    return splits;
  }

  private String sha256(Split split) {
    return Objects.requireNonNull(data.record().splits().get(split.key())).sha256();
  }

  private List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    List<String> names = data.record().classNames();
    for (Split split : List.of(Split.TRAIN, Split.VALIDATION)) {
      ClassBalance balance = data.balance(split);
      String consequence = split == Split.TRAIN ? "cannot be learnt" : "cannot be measured there";
      balance.absentSentence(split.key(), names, consequence).ifPresent(warnings::add);
      balance.unbalancedSentence(split.key(), names).ifPresent(warnings::add);
    }
    return warnings;
  }

  private Pixels pixels() {
    LabeledImages images = data.images();
    int size = images.shape().size();
    long[] counts = new long[256];
    for (int row : data.splits().of(Split.TRAIN)) {
      for (int i = row * size; i < (row + 1) * size; i++) {
        counts[images.pixels()[i] & 0xff]++;
      }
    }
    int min = 255;
    int max = 0;
    double n = 0;
    double sum = 0;
    double squares = 0;
    for (int value = 0; value < counts.length; value++) {
      if (counts[value] > 0) {
        min = Math.min(min, value);
        max = value;
      }
      n += counts[value];
      sum += (double) counts[value] * value;
      squares += (double) counts[value] * value * value;
    }
    double mean = sum / n;
    PixelScale scale = data.scale();
    return new Pixels(
        min,
        max,
        mean,
        Math.sqrt(Math.max(0, squares / n - mean * mean)),
        normalize(),
        (min - scale.subtract()) / scale.divide(),
        (max - scale.subtract()) / scale.divide());
  }

  private String normalize() {
    SortedMap<String, String> params = Params.everything(plan);
    return params.getOrDefault(
        "data.normalize",
        "min %s, max %s"
            .formatted(params.get("data.normalize.min"), params.get("data.normalize.max")));
  }

  private DataReport.Item item(ItemName item) {
    int row = data.splits().of(item.split())[item.position()];
    int label = data.images().labels()[row];
    return new DataReport.Item(
        item.split().key() + ":" + item.position(),
        row,
        label,
        data.record().classNames().get(label));
  }
}
