package dev.epochal.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table in a terminal: a line under the header, columns that start with a number, or an interval,
 * to the right. Where it is too wide, long texts are cut, and what still does not fit is repeated
 * below with the first column again.
 */
final class Grid {
  private static final String GAP = "  ";

  /** No text is cut to less. */
  private static final int NARROWEST = 12;

  private static final Pattern NUMBER = Pattern.compile("-|(\\* |\\[)?[-+]?(\\d|NaN|Infinity).*");

  private final Table table;
  private final int[] widths;
  private final boolean[] right;

  private Grid(Table table) {
    this.table = table;
    widths = new int[table.header().size()];
    right = new boolean[widths.length];
    for (int column = 0; column < widths.length; column++) {
      int c = column;
      List<String> cells = table.rows().stream().map(row -> row.get(c)).toList();
      widths[c] =
          Stream.concat(Stream.of(table.header().get(c)), cells.stream())
              .mapToInt(Plain::width)
              .max()
              .orElse(0);
      right[c] =
          c > 0
              && cells.stream().anyMatch(cell -> !cell.isEmpty())
              && cells.stream().allMatch(cell -> cell.isEmpty() || NUMBER.matcher(cell).matches());
    }
  }

  /**
   * The table's lines, without a last line break.
   *
   * @param width of the terminal; 0 for any
   */
  static String text(Table table, int width) {
    return String.join("\n", lines(table, width));
  }

  /**
   * The same; or with rows as columns, where that alone fits, or neither does and it is shorter.
   */
  static String turned(Table table, int width) {
    List<String> upright = lines(table, width);
    List<String> turned = lines(table.transposed(), width);
    boolean turn =
        !fits(table, width) && (fits(table.transposed(), width) || turned.size() < upright.size());
    return String.join("\n", turn ? turned : upright);
  }

  /** Whether all columns stand side by side. */
  static boolean fits(Table table, int width) {
    Grid grid = new Grid(safe(table));
    grid.shrink(width);
    return grid.blocks(width).size() == 1;
  }

  private static List<String> lines(Table table, int width) {
    Grid grid = new Grid(safe(table));
    if (width > 0) {
      grid.shrink(width);
    }
    List<String> lines = new ArrayList<>();
    for (List<Integer> block : grid.blocks(width)) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(grid.block(block));
    }
    return lines;
  }

  private static Table safe(Table table) {
    return new Table(
        table.header().stream().map(Plain::of).toList(),
        table.rows().stream().map(row -> row.stream().map(Plain::of).toList()).toList());
  }

  /** Takes columns from the widest texts, one by one. */
  private void shrink(int width) {
    int total = IntStream.of(widths).sum() + GAP.length() * (widths.length - 1);
    while (total > width) {
      int widest =
          IntStream.range(0, widths.length)
              .filter(c -> !right[c] && widths[c] > (c == 0 ? width / 2 : NARROWEST))
              .boxed()
              .max(Comparator.comparingInt(c -> widths[c]))
              .orElse(-1);
      if (widest < 0) {
        return;
      }
      widths[widest]--;
      total--;
    }
  }

  /** Which columns stand together; the first is in each. */
  private List<List<Integer>> blocks(int width) {
    List<List<Integer>> blocks = new ArrayList<>();
    List<Integer> block = new ArrayList<>(List.of(0));
    int taken = widths[0];
    for (int c = 1; c < widths.length; c++) {
      if (width > 0 && block.size() > 1 && taken + GAP.length() + widths[c] > width) {
        blocks.add(block);
        block = new ArrayList<>(List.of(0));
        taken = widths[0];
      }
      block.add(c);
      taken += GAP.length() + widths[c];
    }
    blocks.add(block);
    return blocks;
  }

  private List<String> block(List<Integer> columns) {
    List<String> lines = new ArrayList<>();
    lines.add(line(table.header(), columns));
    lines.add(columns.stream().map(c -> "-".repeat(widths[c])).collect(Collectors.joining(GAP)));
    table.rows().forEach(row -> lines.add(line(row, columns)));
    return lines;
  }

  private String line(List<String> cells, List<Integer> columns) {
    return columns.stream()
        .map(c -> Plain.pad(Plain.cut(cells.get(c), widths[c]), widths[c], right[c]))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }
}
