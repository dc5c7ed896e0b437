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
    enough();
    Answer main = main(inquiry);
    List<AnswerPart> also = new ArrayList<>();
    List<String> warnings = new ArrayList<>(main.warnings());
    for (String metric : inquiry.also()) {
      try {
        also.add(AnswerPart.of(metric, main(inquiry.on(metric))));
      } catch (InvalidInputException e) {
        // What was asked beside it takes nothing from the answer.
        warnings.add("not answered on " + metric + ": it " + e.problems().get(0).rule());
      }
    }
    return new Answer.Beside(main)
        .question(inquiry.text())
        .budgets(
            inquiry.budgets().stream()
                .skip(1)
                .map(budget -> AnswerPart.of(budget.word(), at(inquiry, budget)))
                .toList())
        .also(also)
        .warnings(warnings)
        .answer();
  }

  private Answer main(Inquiry asked) {
    if (Inquiry.SPLIT.equals(asked.factor())) {
      trainedAlone(asked, "is of each run as it was trained where the factor is split");
      return SplitAnswer.of(asked, all);
    }
    if (Inquiry.SEEDS.equals(asked.factor())) {
      trainedAlone(asked, "is of each run as it was trained where the factor is seeds");
      return streams(asked);
    }
    return at(asked, asked.budgets().get(0));
  }

  private static void trainedAlone(Inquiry inquiry, String rule) {
    if (inquiry.budgets().stream().anyMatch(budget -> budget != Budget.TRAINED)) {
      throw refused("--budget", rule, "leave --budget out");
    }
    if (inquiry.bestOf() != null) {
      throw refused("--best-of", "does not go with this factor", "leave --best-of out");
    }
  }

  private Answer streams(Inquiry asked) {
    Response response = Response.atTheEnd(asked.response());
    List<AskedRun> read = all.stream().filter(run -> response.of(run).isRead()).toList();
    recorded(asked, read, response);
    List<String> warnings = new ArrayList<>();
    LeftOut.said(all, read).ifPresent(warnings::add);
    Repetitions.said(read).ifPresent(warnings::add);
    return StreamAnswer.of(asked, Repetitions.newest(read), response).warned(warnings);
  }

  private Answer at(Inquiry asked, Budget budget) {
    boolean trained = budget == Budget.TRAINED;
    Response response =
        trained
            ? Response.atTheEnd(asked.response())
            : FairBudget.of(budget, asked.response(), all);
    List<AskedRun> read = all.stream().filter(run -> response.of(run).isRead()).toList();
    // At a budget that a level has not come to, the design is still that of all.
    List<AskedRun> counting = trained ? read : all.stream().filter(AskedRun::counts).toList();
    recorded(asked, read, response);
    Design design = Design.of(counting, asked.factor(), asked.bestOf());
    return new LevelAnswer(asked, design, all, read, response, budget)
        .answer(AtBestChoice.chosenOn(inquiry.response()));
  }

  private void enough() {
    long finished = all.stream().filter(AskedRun::counts).count();
    if (finished < 2) {
      throw new InvalidInputException(
          Problem.of(
              "there are " + finished + " finished runs to ask, and an answer needs two at least",
              "./run list shows the runs that there are"));
    }
  }

  private void recorded(Inquiry asked, List<AskedRun> read, Response response) {
    boolean there = read.stream().anyMatch(run -> response.of(run).lack() == Lack.NONE);
    // Where every run diverged, that is the answer.
    if (!there
        && all.stream()
            .anyMatch(run -> run.status() == RunStatus.FINISHED && !response.of(run).isRead())) {
      Set<String> known =
          all.stream()
              .flatMap(run -> run.metrics().keySet().stream())
              .collect(Collectors.toCollection(TreeSet::new));
      throw refused(
          "--response",
          "is not there: no finished run has " + asked.response(),
          Suggestions.nearest(asked.response(), known)
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
