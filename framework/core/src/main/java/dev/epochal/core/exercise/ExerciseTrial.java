package dev.epochal.core.exercise;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.answer.AskedRun;
import dev.epochal.core.run.DatasetRecord;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What came of one trial of an exercise.
 *
 * @param number of the trial, from 1
 * @param values what the sweep set, by key
 * @param planSha256 {@code RunPlan.sha256()}
 * @param reason why it ended as it did; null when it finished
 * @param data SHA-256 of each split's content; empty when it ended before its data were there
 * @param run what a question looks at
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExerciseTrial(
    int number,
    SortedMap<String, String> values,
    String planSha256,
    @Nullable String reason,
    SortedMap<String, String> data,
    AskedRun run) {

  /** Counts of single classes, and what the process needed, no exercise asks about. */
  private static final Predicate<String> METRIC =
      Pattern.compile(
              "(train|validation|test)\\.(accuracy|loss|auc\\..+|(precision|recall|f1)\\.macro)"
                  + "|gap\\..+|time\\..+|best\\.epoch|model\\.parameters")
          .asMatchPredicate();

  private static final Predicate<String> HISTORY =
      Pattern.compile("(train|validation)\\.(accuracy|loss)|train\\.seconds").asMatchPredicate();

  public ExerciseTrial {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    data = Collections.unmodifiableSortedMap(new TreeMap<>(data));
  }

  /**
   * A trial with what the exercises ask about, and no more.
   *
   * @param dataset null when the trial ended before its data were there
   */
  public static ExerciseTrial of(
      int number,
      SortedMap<String, String> values,
      String planSha256,
      @Nullable String reason,
      @Nullable DatasetRecord dataset,
      AskedRun run) {
    SortedMap<String, String> data = new TreeMap<>();
    if (dataset != null) {
      dataset.splits().forEach((split, images) -> data.put(split, images.sha256()));
    }
    AskedRun asked =
        run.with(run.params(), only(run.metrics(), METRIC), only(run.history(), HISTORY));
    return new ExerciseTrial(number, values, planSha256, reason, data, asked);
  }

  /** The same trial without these params, unless they are seeds, which a question looks at. */
  ExerciseTrial without(SortedMap<String, String> params) {
    SortedMap<String, String> left =
        only(run.params(), key -> key.startsWith("seed") || !params.containsKey(key));
    AskedRun asked = run.with(left, run.metrics(), run.history());
    return new ExerciseTrial(number, values, planSha256, reason, data, asked);
  }

  private static <T> SortedMap<String, T> only(
      SortedMap<String, T> all, Predicate<String> isWanted) {
    SortedMap<String, T> wanted = new TreeMap<>(all);
    wanted.keySet().removeIf(isWanted.negate());
    return wanted;
  }
}
