package dev.epochal.core.answer;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.run.Series;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The same spent on every run: the most that all of them spent. A response is read there from the
 * history, between two epochs on the straight line from one to the next, since runs with long
 * epochs would else be read too early.
 *
 * @param at so many epochs, updates or seconds
 */
record FairBudget(Budget budget, String response, double at) implements Response {
  static final String SECONDS = "train.seconds";

  private static final Pattern RECORDED = Pattern.compile("(validation|train)\\.(loss|accuracy)");

  /**
   * The most that all runs spent that came to their end.
   *
   * @throws InvalidInputException when the response has no history, or what was spent is not known
   */
  static FairBudget of(Budget budget, String response, List<AskedRun> runs) {
    if (!RECORDED.matcher(response).matches()) {
      throw refused(
          "needs a response that each epoch yields but was asked on " + response,
          "name one of validation.accuracy, validation.loss, train.accuracy, train.loss");
    }
    double least = Double.POSITIVE_INFINITY;
    for (AskedRun run : runs) {
      double[] spent = run.status() == RunStatus.FINISHED ? spent(budget, response, run) : none();
      least = spent.length == 0 ? least : Math.min(least, spent[spent.length - 1]);
    }
    if (Double.isInfinite(least)) {
      throw refused("finds no history of " + response + " in these runs", "leave --budget out");
    }
    return new FairBudget(budget, response, least);
  }

  /** The histories that reading a response at any budget takes. */
  static Set<String> needs(String response) {
    return Set.of(response, SECONDS);
  }

  @Override
  public Reading of(AskedRun run) {
    if (!run.counts()) {
      return Reading.UNREAD;
    }
    double[] spent = spent(budget, response, run);
    double[] values = run.history().getOrDefault(response, Series.EMPTY).values();
    int next = 0;
    while (next < spent.length && spent[next] < at) {
      next++;
    }
    if (next == spent.length) {
      return Response.ended(run);
    }
    if (spent[next] == at) {
      return Reading.of(values[next]);
    }
    if (next == 0) {
      return Reading.UNREAD; // its first value is of later
    }
    double share = (at - spent[next - 1]) / (spent[next] - spent[next - 1]);
    return Reading.of(values[next - 1] + share * (values[next] - values[next - 1]));
  }

  /** What was spent by the end of each epoch that has a value; empty when there is none. */
  private static double[] spent(Budget budget, String response, AskedRun run) {
    Series series = run.history().getOrDefault(response, Series.EMPTY);
    Series seconds = run.history().getOrDefault(SECONDS, Series.EMPTY);
    if ((budget == Budget.UPDATES && run.updatesPerEpoch() == 0)
        || (budget == Budget.SECONDS && seconds.size() == 0)) {
      return none();
    }
    double[] spent = new double[series.size()];
    double sum = 0;
    int second = 0;
    for (int i = 0; i < spent.length; i++) {
      long epoch = series.steps()[i];
      for (; second < seconds.size() && seconds.steps()[second] <= epoch; second++) {
        sum += seconds.values()[second];
      }
      spent[i] =
          switch (budget) {
            case TRAINED, EPOCHS -> epoch;
            case UPDATES -> (double) epoch * run.updatesPerEpoch();
            case SECONDS -> sum;
          };
    }
    return spent;
  }

  private static double[] none() {
    return new double[0];
  }

  private static InvalidInputException refused(String rule, String remedy) {
    return new InvalidInputException(new Problem("command line", "--budget", rule, remedy));
  }
}
