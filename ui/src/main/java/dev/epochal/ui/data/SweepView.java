package dev.epochal.ui.data;

import dev.epochal.core.run.RunStatus;
import dev.epochal.core.sweep.Question;
import dev.epochal.registry.SweepDetail;
import dev.epochal.registry.SweepSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A sweep as the head of its page shows it.
 *
 * @param shell how its commands are written
 */
public record SweepView(SweepDetail detail, ShellCommands shell) {

  public SweepSummary sweep() {
    return detail.summary();
  }

  public boolean over() {
    return sweep().status().isOver();
  }

  /** As somebody wrote it, or made of what is asked about; empty when nothing is. */
  public String question() {
    Question question = detail.record().plan().question();
    if (question.text() != null) {
      return question.text().strip();
    }
    return question.factor() == null
        ? ""
        : "Does %s change %s?".formatted(question.factor(), question.response());
  }

  /** How long it took so far or in all, in seconds; empty when nobody knows. */
  public String seconds() {
    return sweep().ended() == null
        ? ""
        : String.valueOf(
            java.time.Duration.between(sweep().started(), sweep().ended()).toMillis() / 1e3);
  }

  /** Who has looked at the test split, as the registry counts it. */
  public String testReads() {
    int trials = detail.trialsThatReadTest();
    int all = detail.testReads();
    String own =
        trials == 0
            ? "read by none of the trials"
            : "read by %d of %d trials".formatted(trials, detail.trials().size());
    String family =
        all == 0
            ? ""
            : "; by %d %s of %s in all"
                .formatted(all, all == 1 ? "run" : "runs", sweep().experiment());
    return own + family + (detail.record().testMayChoose() ? "; a metric of it may choose" : "");
  }

  /** What one must know before one believes its numbers. */
  public List<String> notices() {
    List<String> notices = new ArrayList<>();
    if (detail.deleted() != null) {
      notices.add("Deleted since " + detail.deleted() + ": it is in no list until it is restored.");
    }
    if (sweep().reason() != null) {
      notices.add(sweep().status() + ": " + sweep().reason());
    }
    if (!Sweeps.isThere(detail)) {
      notices.add("The folder is gone: this is what the registry knows.");
    }
    return notices;
  }

  /** What one would type next, each with what it does. */
  public Map<String, String> commands() {
    String id = sweep().id();
    Map<String, String> commands = new LinkedHashMap<>();
    if (!over()) {
      commands.put(shell.of("stop " + id), "ask it to stop after its trials' updates");
    } else if (sweep().status() != RunStatus.FINISHED) {
      commands.put(
          shell.of("resume " + id), "go on: what finished is kept, what broke off goes on");
    }
    commands.put(shell.of("answer " + id), "the same answer in a terminal");
    commands.put(
        shell.of("answer " + id + " --budget all"),
        "at equal epochs, equal updates, equal seconds too");
    commands.put(shell.of("answer " + id + " --figures"), "draw its figures as PNG");
    commands.put(shell.of("report " + id), "one HTML file with everything");
    return commands;
  }
}
