package dev.epochal.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.json.Json;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.filter.Condition;
import dev.epochal.registry.filter.Filter;
import dev.epochal.registry.filter.FilterMaker;
import dev.epochal.registry.filter.FilterParser;
import dev.epochal.registry.folder.Fixtures;
import dev.epochal.registry.folder.RunRecorder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is typed is a filter or one of our problems, and never more of the SQL than a mark. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FilterFuzzTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  /** The SQL that is ours. */
  private static final Set<String> WORDS =
      Set.of(
          ("and between coalesce dataset_used ended epoch escape experiment extract false from id ilike"
                  + " in is like metrics name not note null number operand or params reached run_id"
                  + " runs seed select started status tags text v where history h s min sum metric"
                  + " step sweep sweeps trial trials t on join sweep_id")
              .split(" "));

  private static final Pattern PART =
      Pattern.compile("(?<word>[a-z_]+)|'(\\\\|NaN|train\\.seconds)'|[?(),.=<>-]|\\s+");

  private final List<String> notices = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private Registry registry;

  @BeforeAll
  void runsWithHostileNames(@TempDir Path runs) throws Exception {
    registry = Registry.in(runs, notices::add);
    for (String part : FilterMaker.HOSTILE) {
      if (part.equals("\ud83d")) {
        continue; // half a character is in no file
      }
      String name = "n " + part;
      RunRecord plain = Fixtures.record(name);
      Map<String, String> named = new TreeMap<>(Map.of(name, valueOf(part)));
      String json =
          Json.line(plain)
              .replace(Json.line(plain.tags()), Json.line(named))
              .replace(Json.line(plain.params()), Json.line(named));
      RunRecord record = Json.parse(json, RunRecord.class);
      RunRecorder recorder =
          registry.register(record, named2 -> RunRecorder.start(runs, named2, Fixtures.inputs()));
      recorder.record(Fixtures.epoch(1, 0.5));
      registry.finish(
          recorder.finish(RunStatus.FINISHED, null, new TreeMap<>(Map.of(name, Double.NaN))));
      names.add(part);
    }
  }

  @Test
  @Timeout(120)
  void goodFiltersAreTakenAndExecuted() {
    FilterMaker maker = new FilterMaker(1729);
    for (int i = 0; i < 2_000; i++) {
      String text = maker.good();
      if (text.length() > 20_000) {
        continue;
      }
      assertOurs(text, FilterParser.parse(text, NOW));
      if (i % 10 == 0) {
        assertThat(registry.list(RunQuery.parse(text, List.of(), 30))).as(text).isNotNull();
      }
    }
    assertThat(notices).allMatch(notice -> notice.length() < 500);
  }

  @Test
  @Timeout(120)
  void damagedFiltersAreTakenOrRefusedByUs() {
    FilterMaker maker = new FilterMaker(1730);
    int taken = takenOf(10_000, maker::damaged);
    assertThat(taken).isBetween(500, 9_500);
  }

  @Test
  @Timeout(120)
  void noiseIsRefusedByUs() {
    FilterMaker maker = new FilterMaker(1731);
    assertThat(takenOf(10_000, maker::noise)).isLessThan(100);
  }

  @Test
  void aRunIsFoundByWhateverItsNamesAre() {
    for (String part : names) {
      String name = "n " + part;
      String value = "'" + valueOf(part).replace("'", "''") + "'";
      String quoted = FilterMaker.quoted(name);
      for (String filter :
          List.of(
              "params." + quoted + " = " + value,
              "tags." + quoted + " in (" + value + ")",
              "metrics." + quoted + " = nan",
              "name = '" + name.replace("'", "''") + "'")) {
        assertThat(registry.list(RunQuery.parse(filter, List.of("-tags." + quoted), 30)))
            .as(filter)
            .singleElement()
            .satisfies(run -> assertThat(run.name()).isEqualTo(name));
      }
    }
  }

  /** A filter has no room for two of the longest. */
  private static String valueOf(String part) {
    return part.length() > 1_000 ? "long" : part;
  }

  private int takenOf(int n, Supplier<String> texts) {
    int taken = 0;
    for (int i = 0; i < n; i++) {
      String text = texts.get();
      try {
        Filter filter = FilterParser.parse(text, NOW);
        assertOurs(text, filter);
        taken++;
        if (taken % 20 == 0) {
          assertThat(registry.list(RunQuery.parse(text, List.of(), 30))).as(text).isNotNull();
        }
      } catch (InvalidInputException problem) {
        assertThat(problem).hasMessageContaining("filter, column ");
        assertThat(problem.getMessage()).hasSizeLessThan(1_000).doesNotContainPattern("\\p{Cntrl}");
      }
    }
    return taken;
  }

  /**
   * Its SQL is made of our own words, with a mark for each argument, and no longer than it must.
   */
  private static void assertOurs(String text, Filter filter) {
    Condition condition = Condition.of(filter);
    String sql = condition.sql();
    Matcher part = PART.matcher(sql);
    int at = 0;
    int marks = 0;
    while (at < sql.length()) {
      boolean ours =
          part.region(at, sql.length()).lookingAt()
              && (part.group("word") == null || WORDS.contains(part.group("word")));
      if (!ours) {
        throw new AssertionError(sql.substring(at) + "\nin: " + sql + "\nof: " + text);
      }
      marks += part.group().equals("?") ? 1 : 0;
      at = part.end();
    }
    assertThat(condition.arguments()).hasSize(marks);
    assertThat(sql.length()).as(text).isLessThan(300 * (text.length() + 1));
  }
}
