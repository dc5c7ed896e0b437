package dev.epochal.runner;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.DatasetRecord.SplitRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whether the data that a run's plan leads to are still those that it recorded. */
final class SameData {
  private static final SplitRecord NONE = new SplitRecord(0, "none");

  private SameData() {}

  /**
   * Lets a run pass whose data they are.
   *
   * @throws InvalidInputException with every split that is another
   */
  static void check(DatasetRecord recorded, DatasetRecord found) {
    if (!recorded.used().equals(found.used())) {
      throw new InvalidInputException(
          Problem.of(
              "the run used %s, and now its plan leads to %s"
                  .formatted(said(recorded), said(found)),
              "make the data available that it used; ./run rerun trains with those that are there"));
    }
    SortedMap<String, SplitRecord> splits = new TreeMap<>(recorded.splits());
    found.splits().keySet().forEach(split -> splits.putIfAbsent(split, NONE));
    List<Problem> problems = new ArrayList<>();
    splits.forEach(
        (split, before) -> {
          SplitRecord now = found.splits().getOrDefault(split, NONE);
          if (!now.equals(before)) {
            problems.add(
                new Problem(
                    found.source(),
                    "",
                    "the %s split is not the one that the run used: sha256 was %s (%d images) and is %s (%d images)"
                        .formatted(split, before.sha256(), before.n(), now.sha256(), now.n()),
                    "bring the data back that it used, from " + recorded.source()));
          }
        });
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  private static String said(DatasetRecord dataset) {
    return dataset.used()
        + (dataset.reason() == null
            ? ""
            : " instead of " + dataset.requested() + " (" + dataset.reason() + ")");
  }
}
