package dev.epochal.runner.answer;

import dev.epochal.core.answer.Answer;
import dev.epochal.core.answer.AskedRun;
import dev.epochal.core.answer.Inquiry;
import dev.epochal.core.sweep.Question;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunName;
import dev.epochal.registry.SweepDetail;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers a question by what the registry holds. */
public final class AnswerMaker {
  /** What a question is asked on when nobody says otherwise. */
  public static final String RESPONSE = "validation.accuracy";

  private final Registry registry;

  public AnswerMaker(Registry registry) {
    this.registry = registry;
  }

  /**
   * The answer.
   *
   * @throws dev.epochal.core.problem.InvalidInputException when there is no such sweep, there are
   *     not two runs, the factor is not clear, or no run has the response
   */
  public Answer answer(AnswerRequest request) {
    return material(request, Set.of()).answer();
  }

  /**
   * What the answer is made of.
   *
   * @param histories metrics whose histories are wanted beside those that the answer takes
   * @throws dev.epochal.core.problem.InvalidInputException when there is no such sweep
   */
  public AnswerMaterial material(AnswerRequest request, Set<String> histories) {
    SweepDetail sweep = request.sweep() == null ? null : registry.sweeps().show(request.sweep());
    Inquiry inquiry = inquiry(request, sweep == null ? null : sweep.record().plan().question());
    Set<String> needed = new HashSet<>(inquiry.needs());
    needed.addAll(histories);
    AskedRuns runs = new AskedRuns(registry);
    List<AskedRun> asked =
        sweep == null
            ? runs.ofRuns(registry.names(request.runs()).stream().map(RunName::id).toList(), needed)
            : runs.ofTrials(sweep.trials(), needed);
    return new AnswerMaterial(inquiry, asked, sweep);
  }

  /** What was asked now, before what the sweep asks. */
  private static Inquiry inquiry(AnswerRequest request, @Nullable Question question) {
    Inquiry usual = question == null ? new Inquiry(null, RESPONSE) : Inquiry.of(question);
    boolean otherFactor = request.factor() != null && !request.factor().equals(usual.factor());
    boolean otherResponse =
        request.response() != null && !request.response().equals(usual.response());
    return new Inquiry(
        otherFactor ? null : usual.text(),
        request.factor() == null ? usual.factor() : request.factor(),
        request.response() == null ? usual.response() : request.response(),
        request.reference() != null ? request.reference() : otherFactor ? null : usual.reference(),
        request.margin() != null ? request.margin() : otherResponse ? null : usual.margin(),
        request.budgets(),
        request.bestOf() != null ? request.bestOf() : otherFactor ? null : usual.bestOf(),
        request.also().isEmpty() && !otherFactor && !otherResponse ? usual.also() : request.also());
  }
}
