package dev.epochal.core.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.epochal.core.json.Json;
import dev.epochal.core.run.ProcessRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.stats.Goal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class SweepRecordTest {
  private static final Instant AT = Instant.parse("2026-11-23T18:00:00.123456Z");

  @Test
  void isReadAsItWasWritten() throws Exception {
    for (Search search :
        List.of(
            new Search.Listed(List.of(Map.of("seed", "1"), Map.of("seed", "2"))),
            new Search.Drawn(
                true,
                7,
                List.of(
                    new Search.DrawnKey(
                        "training.batchSize",
                        new Distribution.Categorical(List.of("64", "128"), List.of(0.25, 0.75)))),
                3,
                List.of("1", "2")))) {
      SweepPlan plan =
          new SweepPlan(
              "baseline",
              SweepMethod.GRID,
              search,
              "validation.loss",
              Goal.MIN,
              new EarlyStop.Asha(1, 3),
              new Question(null, "seed", "validation.accuracy", null, Double.NaN));
      SweepRecord record =
          new SweepRecord(
              "0123456789ab",
              "baseline-sweep-1",
              "baseline",
              RunStatus.RUNNING,
              AT,
              null,
              null,
              new ProcessRecord("host", 1, AT),
              plan,
              List.of("training.epochs=1"),
              2,
              1,
              false,
              false);
      assertThat(Json.parse(Json.pretty(record), SweepRecord.class)).isEqualTo(record);
      SweepRecord resumed = record.resumed(new ProcessRecord("host", 2, AT), 1);
      assertThat(resumed.fresh()).isFalse();
      String old = Json.pretty(record).replaceFirst(",\\s*\"fresh\" *: *false", "");
      assertThat(Json.parse(old, SweepRecord.class).fresh()).isNull();
    }
  }

  @Test
  void itsLinesAreReadAsTheyWereWritten() throws Exception {
    for (SweepEntry entry :
        List.of(
            new SweepEntry.Assigned(
                1, new TreeMap<>(Map.of("seed", "1")), "hash", "0123456789ab", false, AT),
            new SweepEntry.Assigned(
                2,
                new TreeMap<>(Map.of("seed", "1")),
                "hash",
                "0123456789ab",
                false,
                List.of(0.25),
                AT),
            new SweepEntry.Broken(1, "0123456789ab", "no data", AT),
            new SweepEntry.Stopped(1, "0123456789ab", 3, "behind", AT),
            new SweepEntry.Selected(1, "0123456789ab", Double.NaN, AT))) {
      assertThat(Json.parse(Json.line(entry), new TypeReference<SweepEntry>() {})).isEqualTo(entry);
    }
  }
}
