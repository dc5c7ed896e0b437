package dev.epochal.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.run.Series;
import dev.epochal.registry.folder.Fixtures;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesRowsTest {
  private static final String RUN = "0123456789ab";

  private static Sql withRun(Sql sql) {
    RecordRows.replace(
        sql, Fixtures.record(RUN, "x", java.time.Instant.now()), Path.of("/runs"), "", null);
    return sql;
  }

  private static Points points(long from, long to, double value) {
    Points points = new Points();
    for (long step = from; step <= to; step++) {
      points.add(step, value);
    }
    return points;
  }

  private static int blocks(Sql sql) {
    return sql.first("select count(*) from series", row -> row.getInt(1)).orElseThrow();
  }

  @Test
  void aHistoryThatGrowsPointByPointIsKeptInFullBlocks() {
    int n = PointBlock.MOST + 10;
    Database.inMemory(
        sql -> {
          SeriesRows rows = new SeriesRows(withRun(sql), RUN);
          for (int step = 1; step <= n; step++) {
            rows.append(Map.of("loss", points(step, step, 1.0 / step)));
          }
          assertThat(blocks(sql)).isEqualTo(2);
          Series loss = rows.read().get("loss");
          assertThat(loss.size()).isEqualTo(n);
          assertThat(loss.values()[n - 1]).isEqualTo(1.0 / n);
          return 0;
        });
  }

  @Test
  void whatGoesBackInTimeTakesThePlaceOfAllThatFollowed() {
    Database.inMemory(
        sql -> {
          SeriesRows rows = new SeriesRows(withRun(sql), RUN);
          rows.append(Map.of("loss", points(1, 3L * PointBlock.MOST, 1), "other", points(1, 5, 1)));
          rows.append(Map.of("loss", points(10, 12, 2)));
          assertThat(rows.read().get("loss").size()).isEqualTo(12);
          assertThat(rows.read().get("other").size()).isEqualTo(5);
          rows.append(Map.of("loss", points(1, 1, 3)));
          assertThat(rows.read().get("loss").values()).containsExactly(3);
          return 0;
        });
  }

  /** The rule itself, on a map, is what blocks are held against. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void randomHistoriesAreWhatTheRuleSays(long seed) {
    Random random = new Random(seed);
    Database.inMemory(
        sql -> {
          SeriesRows rows = new SeriesRows(withRun(sql), RUN);
          TreeMap<Long, Double> expected = new TreeMap<>();
          long next = 0;
          for (int i = 0; i < 60; i++) {
            Points chunk = new Points();
            for (int j = random.nextInt(1, 500); j > 0; j--) {
              next = random.nextInt(200) == 0 ? random.nextLong(next + 1) : next + 1;
              double value = random.nextDouble();
              chunk.add(next, value);
              expected.tailMap(next).clear();
              expected.put(next, value);
            }
            rows.append(Map.of("loss", chunk));
          }
          Series loss = rows.read().get("loss");
          assertThat(loss.steps())
              .isEqualTo(expected.keySet().stream().mapToLong(Long::longValue).toArray());
          assertThat(loss.values())
              .isEqualTo(expected.values().stream().mapToDouble(Double::doubleValue).toArray());
          return 0;
        });
  }
}
