package dev.epochal.runner.sweep;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.ProcessDeath;
import dev.epochal.runner.sweep.TrialProcess.Happening;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Has the test split of the chosen trial read, in a process like that which trained it. */
final class TestReader {
  private final TrialJvm jvm;
  private final Consumer<String> messages;

  TestReader(TrialJvm jvm, Consumer<String> messages) {
    this.jvm = jvm;
    this.messages = messages;
  }

  /** Reads it, and returns when that is done; what kept it from being read, if something did. */
  Optional<String> read(Trial trial) {
    BlockingQueue<Happening> happenings = new LinkedBlockingQueue<>();
    TrialProcess.start(trial.number(), jvm, TrialRequest.readTest(trial.run()), happenings);
    String trouble = "its process said nothing";
    try {
      while (true) {
        Happening one = happenings.take();
        if (one.event() == null) {
          return trouble.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  "the test split of the chosen trial %d (%s) was not read: %s"
                      .formatted(
                          trial.number(),
                          trial.run(),
                          one.exit() == 0
                              ? trouble
                              : ProcessDeath.sentence(one.exit(), one.lastLines())));
        } else if (one.event() instanceof TrialEvent.Over) {
          trouble = "";
        } else if (one.event() instanceof TrialEvent.Refused refused) {
          trouble = refused.reason();
        } else if (one.event() instanceof TrialEvent.Message message) {
          messages.accept(message.text());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EpochalException("interrupted", e);
    }
  }
}
