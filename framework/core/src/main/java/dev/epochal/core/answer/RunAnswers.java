package dev.epochal.core.answer;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.problem.Suggestions;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.stats.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Answers a question by runs, wherever they come from. */
public final class RunAnswers {
  private final Inquiry inquiry;
  private final List<AskedRun> all;

  private RunAnswers(Inquiry inquiry, List<AskedRun> all) {
    this.inquiry = inquiry;
    this.all = all;
  }

  /**
   * The answer.
   *
   * @param runs with the histories that {@link Inquiry#needs} names
   * @throws InvalidInputException when there are not two runs, the factor is not clear, no run has
   *     the response, or it cannot be read at a budget
   */
  public static Answer answer(Inquiry inquiry, List<AskedRun> runs) {
    return new RunAnswers(inquiry, List.copyOf(runs)).answer();
  }

  private Answer answer() {
    Answer main = main(inquiry, all);
    return new Answer.Beside(main)
        .question(inquiry.text())
        .budgets(
            inquiry.budgets().stream()
                .skip(1)
                .map(budget -> AnswerPart.of(budget.word(), at(inquiry, all, budget)))
                .toList())
        .also(
            inquiry.also().stream()
                .map(metric -> AnswerPart.of(metric, main(inquiry.on(metric), all)))
                .toList())
        .answer();
  }

  private static Answer main(Inquiry inquiry, List<AskedRun> all) {
    Budget budget = inquiry.budgets().get(0);
    if (Inquiry.SPLIT.equals(inquiry.factor())) {
      trainedAlone(inquiry, "is of each run as it was trained where the factor is split");
      enough(all.stream().filter(run -> run.status() == RunStatus.FINISHED).toList());
      return SplitAnswer.of(inquiry, all);
    }
    if (Inquiry.SEEDS.equals(inquiry.factor())) {
      trainedAlone(inquiry, "is of each run as it was trained where the factor is seeds");
      return streams(inquiry, all);
    }
    return at(inquiry, all, budget);
  }

  private static void trainedAlone(Inquiry inquiry, String rule) {
    if (inquiry.budgets().stream().anyMatch(budget -> budget != Budget.TRAINED)) {
      throw refused("--budget", rule, "leave --budget out");
    }
    if (inquiry.bestOf() != null) {
      throw refused("--best-of", "does not go with this factor", "leave --best-of out");
    }
  }

  private static Answer streams(Inquiry inquiry, List<AskedRun> all) {
    Response response = Response.atTheEnd(inquiry.response());
    List<AskedRun> read = all.stream().filter(run -> response.of(run).isRead()).toList();
    enough(read);
    recorded(inquiry, all, read, response);
    List<String> warnings = new ArrayList<>();
    LeftOut.said(all, read).ifPresent(warnings::add);
    Repetitions.said(read).ifPresent(warnings::add);
    return StreamAnswer.of(inquiry, Repetitions.newest(read), response).warned(warnings);
  }

  private static Answer at(Inquiry inquiry, List<AskedRun> all, Budget budget) {
    Response response =
        budget == Budget.TRAINED
            ? Response.atTheEnd(inquiry.response())
            : FairBudget.of(budget, inquiry.response(), all);
    List<AskedRun> read = all.stream().filter(run -> response.of(run).isRead()).toList();
    enough(budget == Budget.TRAINED ? read : counting(all));
    recorded(inquiry, all, read, response);
    // At a budget that a level has not come to, the design is still that of all.
    Design design =
        Design.of(
            budget == Budget.TRAINED ? read : counting(all), inquiry.factor(), inquiry.bestOf());
    return new LevelAnswer(inquiry, design, all, read, response, budget).answer();
  }

  private static List<AskedRun> counting(List<AskedRun> all) {
    return all.stream().filter(AskedRun::counts).toList();
  }

  private static void enough(List<AskedRun> counted) {
    if (counted.size() < 2) {
      throw refused(
          "--filter",
          "finds " + counted.size() + " finished runs, and an answer needs two at least",
          "./run list shows the runs that there are");
    }
  }

  private static void recorded(
      Inquiry inquiry, List<AskedRun> all, List<AskedRun> read, Response response) {
    if (read.stream().noneMatch(run -> response.of(run).lack() == Lack.NONE)) {
      Set<String> known =
          all.stream()
              .flatMap(run -> run.metrics().keySet().stream())
              .collect(Collectors.toCollection(TreeSet::new));
      throw refused(
          "--response",
          "is not there: no finished run has " + inquiry.response(),
          Suggestions.nearest(inquiry.response(), known)
              .map(Suggestions::didYouMean)
              .orElse("./run show latest --json names a run's metrics"));
    }
  }

  static Goal goal(String response) {
    return Goal.of(response).orElse(Goal.MAX);
  }

  private static InvalidInputException refused(String option, String rule, String remedy) {
    return new InvalidInputException(new Problem("command line", option, rule, remedy));
  }
}
