package dev.epochal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Texts in rows and columns under a header, of any origin: whoever prints them makes them safe.
 *
 * @param header one text per column; the first column says what a row is about
 * @param rows each as long as the header
 */
record Table(List<String> header, List<List<String>> rows) {
  Table {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(row.size() + " cells under " + header.size());
      }
    }
  }

  /** Rows as columns. */
  Table transposed() {
    List<List<String>> all = new ArrayList<>();
    all.add(header);
    all.addAll(rows);
    List<List<String>> turned =
        IntStream.range(0, header.size())
            .mapToObj(column -> all.stream().map(row -> row.get(column)).toList())
            .toList();
    return new Table(turned.get(0), turned.subList(1, turned.size()));
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }
}
