package dev.epochal.runner.sweep;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.epochal.core.json.Json;
import dev.epochal.core.planning.PlannedRun;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.runner.RecordedPlan;
import dev.epochal.runner.ResumeRequest;
import dev.epochal.runner.RunExecutor;
import dev.epochal.runner.RunRequest;
import dev.epochal.runner.StopWish;
import dev.epochal.runner.TestEvaluation;
import dev.epochal.runner.Workplace;
import dev.epochal.runner.machine.Machine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The process of a trial: reads what it is to do, does it, and says how it gets on. It stops when
 * it is told to, and when whoever started it is gone.
 */
public final class TrialHost {
  private final Workplace workplace;
  private final Machine machine;
  private final Path code;
  private final BufferedReader in;
  private final TrialReporter reporter;
  private final HostStop stop;

  /**
   * @param in {@link TrialRequest}, then reasons to stop, a line each; its end is one too
   * @param out takes {@link TrialEvent}s, a line each
   * @param signalled whether this process itself was asked to stop
   * @param recording is told before something is recorded
   */
  public TrialHost(
      Workplace workplace,
      Machine machine,
      Path code,
      InputStream in,
      PrintStream out,
      StopWish signalled,
      Runnable recording) {
    this.workplace = workplace;
    this.machine = machine;
    this.code = code;
    this.in = new BufferedReader(new InputStreamReader(in, UTF_8));
    this.stop = new HostStop(signalled);
    this.reporter =
        new TrialReporter(
            out,
            () -> {
              // A sweep that goes on may be about to begin the same run in another process.
              if (stop.getAsBoolean()) {
                throw new EpochalException(stop.words() + " before anything was recorded");
              }
              recording.run();
            });
  }

  /** Returns when all is done and said. */
  public void run() {
    try {
      TrialRequest request = request();
      stop.listen(in);
      RunRecord over = carryOut(request);
      reporter.say(new TrialEvent.Over(over.status(), over.reason(), over.metrics()));
    } catch (InvalidInputException e) {
      reporter.say(
          new TrialEvent.Refused(
              e.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"))));
    } catch (EpochalException e) {
      reporter.say(new TrialEvent.Refused(String.valueOf(e.getMessage())));
    }
  }

  private TrialRequest request() {
    try {
      String line = in.readLine();
      if (line == null) {
        throw new EpochalException("nobody says what is to be done");
      }
      return Json.parse(line, TrialRequest.class);
    } catch (JsonProcessingException e) {
      throw new EpochalException("not a trial's request: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new EpochalException("cannot read what is to be done: " + e, e);
    }
  }

  private RunRecord carryOut(TrialRequest request) {
    RunFolder folder = RunFolder.of(workplace.runs(), request.run());
    return switch (request.task()) {
      case BEGIN ->
          new RunExecutor(reporter)
              .execute(
                  new RunRequest(
                      PlannedRun.of(
                          Objects.requireNonNull(request.plan()),
                          Objects.requireNonNull(request.spec())),
                      request.run(),
                      request.name(),
                      workplace,
                      machine,
                      code,
                      stop,
                      request.trial()));
      case RESUME ->
          new RunExecutor(reporter)
              .resume(new ResumeRequest(RecordedPlan.read(folder), workplace, machine, code, stop));
      case READ_TEST ->
          new TestEvaluation(reporter).read(RecordedPlan.read(folder), workplace, machine, code);
    };
  }
}
