package dev.epochal.runner;

import dev.epochal.core.data.Split;
import dev.epochal.core.plan.SplitPlan;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An image as a person names it: {@code train:17}.
 *
 * @param position in the split as used, from 0
 */
record ItemName(Split split, int position) {
  private static final Pattern FORM = Pattern.compile("(train|validation|test):(\\d{1,9})");

  /**
   * Reads names, and says everything that is wrong with them.
   *
   * @throws InvalidInputException if one is no name, of the test split, or of no image
   */
  static List<ItemName> parse(List<String> words, SplitPlan splits) {
    List<ItemName> items = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String word : words) {
      Matcher form = FORM.matcher(word);
      if (!form.matches()) {
        problems.add(
            problem(
                "must be a split and a position in it, from 0, but was \"" + word + "\"",
                "write e.g. train:17"));
        continue;
      }
      ItemName item = new ItemName(Split.of(form.group(1)), Integer.parseInt(form.group(2)));
      int used = splits.used().of(item.split());
      if (item.split() == Split.TEST) {
        problems.add(
            problem(
                "must be of train or validation but was "
                    + word
                    + ": the test split is blind, so that nothing is chosen by it",
                null));
      } else if (item.position() >= used) {
        problems.add(
            problem(
                "must be at most %s:%d, the last image that is used, but was %s"
                    .formatted(item.split().key(), used - 1, word),
                null));
      } else {
        items.add(item);
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return items;
  }

  private static Problem problem(String rule, @Nullable String remedy) {
    return new Problem("command line", "--item", rule, remedy);
  }
}
