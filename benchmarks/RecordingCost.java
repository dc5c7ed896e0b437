import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.planning.PlannedRun;
import dev.epochal.core.planning.Planner;
import dev.epochal.core.run.EpochResult;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.RunId;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.folder.Processes;
import dev.epochal.registry.folder.RunInputs;
import dev.epochal.registry.folder.RunRecorder;
import dev.epochal.runner.RunExecutor;
import dev.epochal.runner.RunListener;
import dev.epochal.runner.RunRequest;
import dev.epochal.runner.Workplace;
import dev.epochal.runner.machine.Machine;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What recording costs: a call of it on the training thread, and all of it as a share of training.
 *
 * <pre>
 *   ./run doctor    # builds
 *   OMP_NUM_THREADS=2 java -Xmx1g -XX:+UseSerialGC -Dorg.eclipse.deeplearning4j.helpers.disable=false \
 *     -cp "$(cat target/app/class-path)" benchmarks/RecordingCost.java SPEC [key=value …]
 * </pre>
 */
public final class RecordingCost {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static int updates;
  private static double trainSeconds;
  private static final Map<String, Double> CPU = new TreeMap<>();

  public static void main(String[] arguments) throws Exception {
    Path runs = Files.createTempDirectory("epochal-recording-cost");
    List<String> overrides = Arrays.asList(arguments).subList(1, arguments.length);
    PlannedRun planned = Planner.plan(Path.of(arguments[0]), overrides);
    long[] nanos = calls(runs, planned);
    System.out.printf(
        "a metric call on the training thread: p50 %.2f us, p99 %.2f us, p99.9 %.2f us, most %.0f us%n",
        at(nanos, 0.5), at(nanos, 0.99), at(nanos, 0.999), at(nanos, 1));

    Workplace workplace = Workplace.of(System.getenv(), runs, runs, runs);
    new RunExecutor(listener())
        .execute(
            new RunRequest(planned, "", workplace, Machine.here(), Path.of("."), () -> false));
    double calls = updates * at(nanos, 0.5) / 1e6;
    double others = CPU.values().stream().mapToDouble(Double::doubleValue).sum();
    System.out.printf(
        "%d updates in %.1f s of epochs; calls %.4f s, CPU of the recording's own threads %s%n",
        updates, trainSeconds, calls, CPU);
    System.out.printf("recording: %.3f %% of training%n", 100 * (calls + others) / trainSeconds);
  }

  /** Paced like updates, so that the writer's thread works in between. */
  private static long[] calls(Path runs, PlannedRun planned) throws Exception {
    RunPlan plan = planned.plan();
    RunRecorder recorder =
        RunRecorder.start(
            runs, record(plan), new RunInputs(planned.specText(), plan, Map.of(), null));
    long[] nanos = new long[200_000];
    for (int round = 0; round < 2; round++) { // the first round warms up
      for (int i = 0; i < nanos.length; i++) {
        JournalEntry entry = new JournalEntry.Update(i + 1L, 1.0 / (i + 1));
        long start = System.nanoTime();
        recorder.record(entry);
        nanos[i] = System.nanoTime() - start;
        if (i % 1_000 == 999) {
          Thread.sleep(20);
        }
      }
    }
    recorder.finish(RunStatus.FINISHED, null, new TreeMap<>());
    Arrays.sort(nanos);
    return nanos;
  }

  private static double at(long[] sorted, double quantile) {
    return sorted[(int) Math.min(sorted.length - 1, quantile * sorted.length)] / 1e3;
  }

  private static RunRecord record(RunPlan plan) {
    return new RunRecord(
        RunId.random(), "cost", plan.experiment(), RunStatus.RUNNING, 1, plan.sha256(),
        Instant.now(), null, null, Processes.current(), null, new TreeMap<>(), new TreeMap<>(),
        new TreeMap<>(), List.of(), List.of());
  }

  /** Counts updates and epochs, and looks at the threads' CPU time after each. */
  private static RunListener listener() {
    return (RunListener)
        Proxy.newProxyInstance(
            RecordingCost.class.getClassLoader(),
            new Class<?>[] {RunListener.class},
            (proxy, method, given) -> {
              if (method.getName().equals("updated")) {
                updates++;
              } else if (method.getName().equals("epochEnded")) {
                EpochResult epoch = (EpochResult) given[0];
                trainSeconds +=
                    epoch.trainSeconds() + epoch.dataSeconds() + epoch.validationSeconds();
                for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
                  if (thread != null && thread.getThreadName().startsWith("epochal-")) {
                    CPU.put(
                        thread.getThreadName(),
                        THREADS.getThreadCpuTime(thread.getThreadId()) / 1e9);
                  }
                }
              } else if (method.getName().equals("message")) {
                System.err.println(given[0]);
              }
              return null;
            });
  }
}
