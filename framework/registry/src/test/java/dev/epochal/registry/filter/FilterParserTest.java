package dev.epochal.registry.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.registry.filter.Filter.Compare;
import dev.epochal.registry.filter.Filter.Relation;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterParserTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private static Filter parse(String filter) {
    return FilterParser.parse(filter, NOW);
  }

  @Test
  void andBindsMoreThanOr() {
    Filter a = parse("seed = 1");
    Filter b = parse("seed = 2");
    Filter c = parse("seed = 3");
    assertThat(parse("seed = 1 or seed = 2 and seed = 3"))
        .isEqualTo(new Filter.Or(List.of(a, new Filter.And(List.of(b, c)))));
    assertThat(parse("(seed = 1 OR seed = 2) AND not seed = 3"))
        .isEqualTo(new Filter.And(List.of(new Filter.Or(List.of(a, b)), new Filter.Not(c))));
  }

  @Test
  void valuesHaveTheTypeOfTheirOperand() {
    assertThat(parse("metrics.test.accuracy >= 0.98"))
        .isEqualTo(new Compare(new Operand.Metric("test.accuracy"), Relation.AT_LEAST, 0.98));
    assertThat(parse("tags.course = 101"))
        .isEqualTo(new Compare(new Operand.Tag("course"), Relation.EQUAL, "101"));
    assertThat(parse("params.training.shuffle != true"))
        .isEqualTo(new Compare(new Operand.Param("training.shuffle"), Relation.NOT_EQUAL, "true"));
    assertThat(parse("duration > 2h"))
        .isEqualTo(new Compare(Operand.Field.DURATION, Relation.MORE, 7200.0));
    assertThat(parse("started > -7d"))
        .isEqualTo(
            new Compare(
                Operand.Field.STARTED, Relation.MORE, Instant.parse("2026-11-16T12:00:00Z")));
    assertThat(parse("started between 2026-11-01 and 2026-11-02T10:30Z"))
        .isEqualTo(
            new Filter.Between(
                Operand.Field.STARTED,
                false,
                Instant.parse("2026-11-01T00:00:00Z"),
                Instant.parse("2026-11-02T10:30:00Z")));
    assertThat(parse("status = finished"))
        .isEqualTo(new Compare(Operand.Field.STATUS, Relation.EQUAL, "FINISHED"));
  }

  @Test
  void namesAndTextsCanHoldAnything() {
    assertThat(parse("metrics.`test.auc.0 - zéro` > 0.5"))
        .isEqualTo(new Compare(new Operand.Metric("test.auc.0 - zéro"), Relation.MORE, 0.5));
    assertThat(parse("metrics.test.auc.3 > 0.5"))
        .isEqualTo(new Compare(new Operand.Metric("test.auc.3"), Relation.MORE, 0.5));
    assertThat(parse("name = 'it''s; drop table runs --'"))
        .isEqualTo(new Compare(Operand.Field.NAME, Relation.EQUAL, "it's; drop table runs --"));
    assertThat(parse("epochsTo(validation.accuracy, 0.9) <= 10"))
        .isEqualTo(
            new Compare(
                new Operand.Reached("validation.accuracy", 0.9, false), Relation.AT_MOST, 10.0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "acuracy > 0.9 | 1 | acuracy is no value of a run",
        "test.accuracy > 0.9 | 1 | test.accuracy is no value of a run",
        "seed = | 7 | must be a number but was the end",
        "seed 3 | 6 | must go on with =",
        "seed = 3 seed = 4 | 10 | must end",
        "(seed = 3 | 10 | must go on with )",
        "seed in (1, 2 | 14 | must go on with )",
        "seed in () | 10 | must be a number",
        "metrics.a = 'x' | 13 | must be a number but was the text 'x'",
        "metrics.a like 'x' | 11 | can only follow a text",
        "started > yesterday | 11 | must be a date",
        "started > 2026-13-01 | 11 | is no date",
        "status = done | 10 | must be one of SCHEDULED",
        "name = 'x | 8 | lacks the closing '",
        "metrics. > 3 | 9 | lacks a name after the dot",
        "seed = 3 & seed = 4 | 10 | has the character &",
        "not | 4 | must name a value",
        "seed is | 8 | must go on with null",
      })
  void problemsPointAtTheColumn(String filter, int column, String rule) {
    assertThatThrownBy(() -> parse(filter))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("filter, column " + column + ":")
        .hasMessageContaining(rule);
  }

  @Test
  void aMetricWithoutItsPrefixIsSuggested() {
    assertThatThrownBy(() -> parse("test.accuracy > 0.9"))
        .hasMessageContaining("did you mean metrics.test.accuracy?");
    assertThatThrownBy(() -> parse("training.batchSize = 64"))
        .hasMessageContaining("did you mean params.training.batchSize?");
  }

  @Test
  void nestingAndLengthAreBounded() {
    assertThatThrownBy(() -> parse("(".repeat(19_000)))
        .hasMessageContaining("nested more than 100 deep");
    assertThatThrownBy(() -> parse("not ".repeat(4_000)))
        .hasMessageContaining("nested more than 100 deep");
    assertThatThrownBy(() -> parse("seed = 1 or ".repeat(1_200) + "seed = 1"))
        .hasMessageContaining("more than 1000 conditions");
    assertThatThrownBy(() -> parse("x".repeat(20_001))).hasMessageContaining("longer than 20000");
    assertThat(parse("name = '" + "x".repeat(10_000) + "'")).isInstanceOf(Compare.class);
  }

  @Test
  void aDateIsItsWholeDay() {
    Instant first = Instant.parse("2026-11-01T00:00:00Z");
    Instant second = Instant.parse("2026-11-02T00:00:00Z");
    Filter from = new Compare(Operand.Field.STARTED, Relation.AT_LEAST, first);
    Filter before = new Compare(Operand.Field.STARTED, Relation.LESS, second);
    assertThat(parse("started = 2026-11-01")).isEqualTo(new Filter.And(List.of(from, before)));
    assertThat(parse("started between '2026-11-01' and 2026-11-01"))
        .isEqualTo(parse("started = 2026-11-01"));
    assertThat(parse("started != 2026-11-01"))
        .isEqualTo(parse("started not between 2026-11-01 and 2026-11-01"));
    assertThat(parse("started >= 2026-11-01")).isEqualTo(from);
    assertThat(parse("started <= 2026-11-01")).isEqualTo(before);
    assertThat(parse("started > 2026-11-01")).isEqualTo(parse("started >= 2026-11-02"));
    assertThat(parse("started < 2026-11-02")).isEqualTo(before);
    assertThat(parse("started = 2026-11-01 12:30"))
        .isEqualTo(parse("started = '2026-11-01T14:30:00+02:00'"));
  }

  @Test
  void seedsAreComparedToTheLastDigit() {
    assertThat(parse("seed = 123456789012345679"))
        .isEqualTo(new Compare(Operand.Field.SEED, Relation.EQUAL, 123456789012345679L));
  }

  @Test
  void mistypedWordsAreSuggested() {
    assertThatThrownBy(() -> parse("statsu = finished"))
        .hasMessageContaining("did you mean status?");
    assertThatThrownBy(() -> parse("metric.test.loss < 1"))
        .hasMessageContaining("did you mean metrics.test.loss?");
    assertThatThrownBy(() -> parse("name = 'it's'")).hasMessageContaining("is written twice");
  }
}
