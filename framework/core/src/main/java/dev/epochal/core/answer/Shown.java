package dev.epochal.core.answer;

import dev.epochal.core.run.RunStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * A run as the figures of an answer show it.
 *
 * @param level of the factor
 * @param block what it has in common with runs of other levels
 * @param value the response; NaN where it lacks one
 */
record Shown(AskedRun run, String level, String block, double value, Lack lack) {

  /**
   * The runs that an answer counts, each as often as it counts them: of a factor within runs once
   * for each level.
   *
   * @param all that were asked
   */
  static List<Shown> of(Answer answer, Inquiry inquiry, List<AskedRun> all) {
    return switch (answer.factor()) {
      case Inquiry.SPLIT -> splits(answer, all);
      case Inquiry.SEEDS -> seeds(inquiry, all);
      default -> levels(answer, inquiry, all);
    };
  }

  private static List<Shown> splits(Answer answer, List<AskedRun> all) {
    List<String> splits = answer.levels().stream().map(AnswerLevel::level).toList();
    List<AskedRun> whole =
        all.stream()
            .filter(run -> run.status() == RunStatus.FINISHED)
            .filter(
                run ->
                    splits.stream()
                        .allMatch(
                            split -> run.metrics().containsKey(split + "." + answer.response())))
            .toList();
    List<Shown> shown = new ArrayList<>();
    for (String split : splits) {
      for (AskedRun run : Repetitions.newest(whole)) {
        Double value = run.metrics().get(split + "." + answer.response());
        if (value != null) {
          Reading reading = Reading.of(value);
          shown.add(new Shown(run, split, "run=" + run.id(), reading.value(), reading.lack()));
        }
      }
    }
    return shown;
  }

  private static List<Shown> seeds(Inquiry inquiry, List<AskedRun> all) {
    Response response = Response.atTheEnd(inquiry.response());
    List<AskedRun> read =
        Repetitions.newest(all.stream().filter(run -> response.of(run).isRead()).toList());
    List<String> varied = Design.varied(read);
    List<Shown> shown = new ArrayList<>();
    for (AskedRun run : read) {
      List<String> set =
          varied.stream()
              .filter(Design::isSeed)
              .map(name -> name.replace("seeds.", "") + "=" + run.factor(name))
              .toList();
      Reading reading = response.of(run);
      shown.add(new Shown(run, String.join(" ", set), run.id(), reading.value(), reading.lack()));
    }
    return shown;
  }

  private static List<Shown> levels(Answer answer, Inquiry inquiry, List<AskedRun> all) {
    boolean trained = answer.budget() == Budget.TRAINED;
    Double at = answer.at();
    Response response =
        trained || at == null
            ? Response.atTheEnd(answer.response())
            : new FairBudget(answer.budget(), answer.response(), at);
    List<AskedRun> read = all.stream().filter(run -> response.of(run).isRead()).toList();
    List<AskedRun> counting = trained ? read : all.stream().filter(AskedRun::counts).toList();
    String bestOf = inquiry.bestOf();
    Design design = Design.of(counting, answer.factor(), bestOf);
    List<AskedRun> counted = Repetitions.newest(read);
    if (bestOf != null && answer.atBest() != null) {
      String chosenOn = answer.atBest().response();
      Response quality =
          chosenOn.equals(answer.response()) ? response : Response.atTheEnd(chosenOn);
      counted =
          new AtBestChoice(
                  design,
                  counted,
                  bestOf,
                  RunAnswers.goal(chosenOn),
                  run -> quality.of(run).value())
              .chosen();
    }
    List<Shown> shown = new ArrayList<>();
    for (AskedRun run : counted) {
      Reading reading = response.of(run);
      shown.add(
          new Shown(
              run, design.level(run), design.block(run, bestOf), reading.value(), reading.lack()));
    }
    return shown;
  }
}
