package dev.epochal.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import dev.epochal.core.data.Duplicate;
import dev.epochal.core.data.Split;
import dev.epochal.runner.DataReport;
import dev.epochal.runner.DataReport.SplitReport;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A look at data as a person reads it, 80 columns wide. */
final class DataText {
  private static final String INDENT = " ".repeat(11);
  private static final int BAR = 8;
  private static final String PARTS = " ▏▎▍▌▋▊▉";
  private static final int MOST_CLASSES = 100;
  private static final int MOST_DUPLICATES = 10;
  private static final int LONGEST_NAME = 14;

  private final DataReport report;
  private final StringBuilder text = new StringBuilder();

  private DataText(DataReport report) {
    this.report = report;
  }

  static String of(DataReport report) {
    return new DataText(report).text();
  }

  private String text() {
    if (report.notice() != null) {
      sentence("!!! " + report.notice() + " !!!");
    }
    facts();
    text.append('\n').append(Tables.trimmed(splits())).append("\n\n");
    text.append(Tables.trimmed(classes())).append('\n');
    int hidden = report.classNames().size() - MOST_CLASSES;
    if (hidden > 0) {
      text.append("… and ").append(hidden).append(" more classes: --json has them all\n");
    }
    text.append('\n');
    duplicates();
    for (String warning : report.warnings()) {
      text.append('\n');
      sentence(warning);
    }
    if (!report.items().isEmpty()) {
      text.append('\n');
      report.items().forEach(item -> sentence(item(item)));
    }
    return text.toString();
  }

  private void facts() {
    int images = report.splits().values().stream().mapToInt(SplitReport::full).sum();
    labelled("dataset", report.used() + " (" + report.source() + ")");
    report.parts().forEach(part -> labelled("", part));
    labelled(
        "images",
        format(
            "%,d in three splits, each %d × %d pixels (height × width), %d channel%s",
            images,
            report.shape().height(),
            report.shape().width(),
            report.shape().channels(),
            report.shape().channels() == 1 ? "" : "s"));
    DataReport.Pixels pixels = report.pixels();
    labelled(
        "pixels",
        format(
            "%s, in train from %d to %d, mean %.1f, standard deviation %.1f; the network gets %s to %s"
                + " (normalize: %s)",
            report.pixelType(),
            pixels.min(),
            pixels.max(),
            pixels.mean(),
            pixels.sd(),
            number(pixels.from()),
            number(pixels.to()),
            pixels.normalize()));
    labelled("classes", Integer.toString(report.classNames().size()));
  }

  private static String item(DataReport.Item item) {
    return "%s is of class %d, \"%s\" (row %d of the dataset)"
        .formatted(item.item(), item.label(), item.className(), item.row());
  }

  private String splits() {
    return AsciiTable.getTable(
        Tables.BORDER,
        report.splits().entrySet(),
        Arrays.asList(
            left("split", Map.Entry::getKey),
            right("all", split -> format("%,d", split.getValue().full())),
            right("used", split -> format("%,d", split.getValue().used())),
            left("always answering", this::majority),
            left("sha256", split -> split.getValue().sha256().substring(0, 12) + "…")));
  }

  private String majority(Map.Entry<String, SplitReport> split) {
    DataReport.Majority majority = split.getValue().majority();
    return majority == null
        ? "(blind: counts alone)"
        : format(
            "\"%s\" is right for %.1f %%",
            shortened(report.classNames().get(majority.label())), 100 * majority.accuracy());
  }

  private String classes() {
    List<Integer> shown =
        IntStream.range(0, Math.min(MOST_CLASSES, report.classNames().size())).boxed().toList();
    SplitReport train = split(Split.TRAIN);
    SplitReport validation = split(Split.VALIDATION);
    return AsciiTable.getTable(
        Tables.BORDER,
        shown,
        Arrays.asList(
            right("class", (Integer c) -> Integer.toString(c)),
            left("name", (Integer c) -> shortened(report.classNames().get(c))),
            right("train", (Integer c) -> count(train, c)),
            left("", (Integer c) -> bar(train, c)),
            right("validation", (Integer c) -> count(validation, c)),
            left("", (Integer c) -> bar(validation, c)),
            right("test", (Integer c) -> format("%,d", split(Split.TEST).counts().get(c)))));
  }

  private SplitReport split(Split split) {
    return Objects.requireNonNull(report.splits().get(split.key()));
  }

  private static String count(SplitReport split, int c) {
    int n = split.counts().get(c);
    return format("%,d  %4.1f %%", n, 100.0 * n / split.used());
  }

  private static String bar(SplitReport split, int c) {
    int most = split.counts().stream().mapToInt(Integer::intValue).max().orElse(1);
    int eighths = (int) Math.round(8.0 * BAR * split.counts().get(c) / most);
    return "█".repeat(eighths / 8) + PARTS.charAt(eighths % 8);
  }

  private void duplicates() {
    if (report.duplicates().isEmpty()) {
      labelled("duplicates", "none: no image stands in two splits");
      return;
    }
    labelled(
        "duplicates",
        format(
            "%s, pixel for pixel, so that what is measured there is partly memory:",
            inTwoSplits(report.inTwoSplits())));
    report.duplicates().stream()
        .limit(MOST_DUPLICATES)
        .forEach(duplicate -> labelled("", where(duplicate)));
    int more = report.inTwoSplits() - MOST_DUPLICATES;
    if (more > 0) {
      labelled("", "… and " + more + " more: --json lists them all");
    }
  }

  /** How many images stand in more than one split. */
  static String inTwoSplits(int n) {
    return n == 1 ? "1 image stands in two splits" : format("%,d images stand in two splits", n);
  }

  private static String where(Duplicate duplicate) {
    return duplicate.items().stream()
        .limit(MOST_DUPLICATES)
        .map(item -> "%s (row %d)".formatted(item.name(), item.row()))
        .collect(Collectors.joining(" = "));
  }

  /** A label in 11 columns, then words. */
  private void labelled(String label, String words) {
    text.append(Wrapped.lines("%-11s".formatted(label), INDENT, words));
  }

  private void sentence(String words) {
    text.append(Wrapped.lines("", "", words));
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }

  private static String number(double value) {
    return value == Math.rint(value) ? format("%.0f", value) : format("%.4g", value);
  }

  private static <T> ColumnData<T> left(String header, Function<T, String> of) {
    return new Column().header(header).dataAlign(HorizontalAlign.LEFT).with(of);
  }

  private static <T> ColumnData<T> right(String header, Function<T, String> of) {
    return new Column()
        .header(header)
        .headerAlign(HorizontalAlign.RIGHT)
        .dataAlign(HorizontalAlign.RIGHT)
        .with(of);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
