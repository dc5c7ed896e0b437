package dev.epochal.cli;

import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.problem.Problems;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.Verification;
import dev.epochal.registry.Registry;
import dev.epochal.runner.Workplace;
import dev.epochal.runner.machine.Machine;
import dev.epochal.runner.machine.RunEnvironment;
import dev.epochal.runner.verify.Verdict;
import dev.epochal.runner.verify.Verifier;
import dev.epochal.runner.verify.VerifyRequest;
import dev.epochal.runner.verify.VerifyResult;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a recorded plan again and says whether the same comes of it. */
@Command(
    name = "verify",
    description = "Run a run's plan again, and say whether the same comes of it, bit by bit.",
    footer = {
      "",
      "Exit codes: 0 identical, 3 within --within ULP, 1 diverged, 130 interrupted.",
    })
final class VerifyCommand extends AgainCommand {
  private static final int WITHIN = 3;

  /**
   * To which training agrees with PyTorch's too. Sums in another order, as another number of
   * threads takes them, put parameters 32 ULP apart by one update, and 3,600 by eighty.
   */
  private static final long WITHIN_A_TEN_THOUSANDTH = 1024;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Its first N epochs alone (default: as far as it went).")
  private int epochs = Integer.MAX_VALUE;

  @Option(
      names = "--within",
      paramLabel = "ULP",
      description =
          "How far parameters may be apart where they are not the same, in units in the last place"
              + " (default: ${DEFAULT-VALUE}, about a ten-thousandth of each).")
  private long within = WITHIN_A_TEN_THOUSANDTH;

  @Option(names = "--json", description = "Everything that was found, as one JSON object.")
  private boolean json;

  VerifyCommand(Console console, StopSignal stop) {
    super(console, stop);
  }

  @Override
  public Integer call() {
    check();
    Workplace workplace = workplace();
    Registry registry = workplace.registry(console()::say);
    RunFolder folder = registry.folder(reference(registry));
    VerifyRequest request =
        new VerifyRequest(
            folder,
            epochs,
            within,
            workplace,
            Machine.here(),
            CommonOptions.home(),
            stop()::requested);
    VerifyResult result;
    try (RunDisplay display = new RunDisplay(console(), stop(), RunEnvironment.read(folder))) {
      Verifier verifier = new Verifier(request, display);
      console().say("Runs the plan again, to be compared; this run is not recorded.");
      result = verifier.verify();
    }
    record(registry, result);
    console().say("");
    if (json) {
      console().print(Json.pretty(result));
    } else {
      VerifyText.lines(result).forEach(line -> console().print(line + "\n"));
    }
    return exitCode(result.verdict());
  }

  /** Beside the run, as what a person adds; one that was broken off says nothing of it. */
  private void record(Registry registry, VerifyResult result) {
    if (result.verdict() instanceof Verdict.Stopped) {
      return;
    }
    Verification verification = result.verification(Instant.now());
    try {
      registry.annotate(List.of(result.id()), (now, before) -> before.verified(verification));
    } catch (EpochalException e) {
      console().say("the verdict is not recorded: " + e.getMessage());
    }
  }

  private void check() {
    Problems problems = new Problems();
    if (epochs < 0) {
      problems.add(problem("--epochs", epochs));
    }
    if (within < 0) {
      problems.add(problem("--within", within));
    }
    problems.from(this::writtenThreads);
    problems.refuse();
  }

  private static Problem problem(String option, long value) {
    return new Problem("command line", option, "must be at least 0 but was " + value, null);
  }

  private static int exitCode(Verdict verdict) {
    if (verdict instanceof Verdict.Identical) {
      return 0;
    }
    if (verdict instanceof Verdict.Stopped) {
      return StopSignal.INTERRUPTED;
    }
    return verdict instanceof Verdict.Within ? WITHIN : 1;
  }
}
