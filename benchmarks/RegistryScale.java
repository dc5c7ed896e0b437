import dev.epochal.core.plan.Params;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.planning.PlannedRun;
import dev.epochal.core.planning.Planner;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.RunId;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.Registry;
import dev.epochal.registry.folder.Processes;
import dev.epochal.registry.folder.RunInputs;
import dev.epochal.registry.folder.RunRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a large registry costs: generated runs, recorded as real ones are, taken in, and looked at
 * through {@code ./run}, each time in a JVM that starts cold.
 *
 * <pre>
 *   ./run doctor    # builds
 *   java -Xmx1g -cp "$(cat target/app/class-path)" benchmarks/RegistryScale.java FOLDER [RUNS]
 * </pre>
 *
 * FOLDER keeps the generated runs (10,000 of them take 1 GB and some minutes); a second time with
 * it, only the registry is made anew.
 */
public final class RegistryScale {
  private static final int PARAMS = 100;
  private static final int METRICS = 100;
  private static final int EPOCHS = 100;
  private static final int HISTORIES = 10;
  private static final int LOOKS = 5;

  private final PlannedRun planned;
  private final SortedMap<String, String> params;
  private final Map<String, Object> environment = new TreeMap<>();

  private RegistryScale(PlannedRun planned) {
    this.planned = planned;
    this.params = new TreeMap<>(Params.of(planned.plan()));
    for (int i = 1; params.size() < PARAMS; i++) {
      params.put("network.layers.dense" + i + ".activation", "relu");
      params.put("network.layers.dense" + i + ".nOut", Integer.toString(16 * i));
    }
    for (int i = 1; i <= 80; i++) { // a real one has 80 entries and 3.7 KB
      environment.put("dependency.some-library-" + i, "1." + i + ".0-of-some-version");
    }
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    int n = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000;
    RegistryScale scale = new RegistryScale(Planner.plan(Path.of("experiments/quickstart.yaml"), List.of()));
    points(scale, folder.resolve("points"));
    scale.curves(folder.resolve("curves"));
    scale.runs(folder.resolve("runs"), n);
  }

  /** A hundred runs of a thousand updates, for the UI to lay over each other. */
  private void curves(Path runs) {
    if (!Files.exists(runs)) {
      IntStream.range(0, 100).forEach(i -> updates(runs, i, 1_000));
    }
  }

  /** A million updates in ten runs. */
  private static void points(RegistryScale scale, Path runs) throws Exception {
    int each = 100_000;
    if (!Files.exists(runs)) {
      IntStream.range(0, 10).forEach(i -> scale.updates(runs, i, each));
    }
    double seconds = takenIn(runs);
    System.out.printf(
        "1,000,000 points of 10 runs: %.1f s, %.0f a second, %.1f MB%n",
        seconds, 10 * each / seconds, megabytes(runs));
  }

  private void runs(Path runs, int n) throws Exception {
    if (!Files.exists(runs)) {
      long start = System.nanoTime();
      IntStream.range(0, n).parallel().forEach(i -> epochs(runs, i));
      System.out.printf("%d runs generated in %.0f s%n", n, seconds(start));
    }
    double seconds = takenIn(runs);
    System.out.printf(
        "%d runs x %d params, %d metrics, %d points: %.0f s, %.0f points a second, %.0f MB%n",
        n, PARAMS, METRICS, EPOCHS * HISTORIES, seconds,
        (double) n * EPOCHS * HISTORIES / seconds, megabytes(runs));
    String filter = "metrics.test.accuracy > 0.9 and params.training.batchSize in (64, 512)";
    String reached = "epochsTo(validation.accuracy, 0.8) < 20";
    for (List<String> words :
        List.of(
            List.of("list"),
            List.of("list", "--sort", "-metrics.test.accuracy"),
            List.of("list", "--filter", filter),
            List.of("list", "--filter", filter, "--sort", "-metrics.test.accuracy"),
            List.of("list", "--filter", "duration > 1s and name like '%7'", "--sort", "name"),
            List.of("list", "--filter", "params.training.updater.type = adam"),
            List.of("list", "--filter", reached),
            List.of("list", "--limit", Integer.toString(n)),
            List.of("list", "--limit", Integer.toString(n), "--json"))) {
      look(runs, words);
    }
  }

  /** Prints the median of a few times, and the most memory that one took. */
  private static void look(Path runs, List<String> words) throws Exception {
    double[] seconds = new double[LOOKS];
    long most = 0;
    for (int i = 0; i < LOOKS; i++) {
      List<String> command = new ArrayList<>(List.of("./run"));
      command.addAll(words);
      long start = System.nanoTime();
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("EPOCHAL_RUNS", runs.toString());
      Process process = builder.redirectOutput(runs.resolveSibling("out.txt").toFile()).start();
      while (process.isAlive()) {
        most = Math.max(most, kibibytes(process.pid()));
        Thread.sleep(5);
      }
      seconds[i] = seconds(start);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(Files.readString(runs.resolveSibling("out.txt")));
      }
    }
    Arrays.sort(seconds);
    System.out.printf(
        "%.2f s (to %.2f), %d MB: ./run %s%n",
        seconds[LOOKS / 2], seconds[LOOKS - 1], most >> 10, String.join(" ", words));
  }

  /** The most memory that a process has had. */
  private static long kibibytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | RuntimeException over) {
      return 0;
    }
  }

  private static double takenIn(Path runs) throws IOException {
    Files.deleteIfExists(runs.resolve("registry.mv.db"));
    long start = System.nanoTime();
    Registry.in(runs, System.err::println).list(1);
    return seconds(start);
  }

  private static double megabytes(Path runs) throws IOException {
    return Files.size(runs.resolve("registry.mv.db")) / 1e6;
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private void updates(Path runs, int number, int updates) {
    RunRecorder recorder = start(runs, number, params);
    Random random = new Random(number);
    for (int update = 1; update <= updates; update++) {
      recorder.record(
          new JournalEntry.Update(update, 2.3 / Math.sqrt(update) + 0.01 * random.nextGaussian()));
      if (update % 10_000 == 0) {
        recorder.record(epoch(update / 10_000, update / 10_000.0, random));
        awaitJournal(recorder.folder().journal(), 40L * update);
      }
    }
    RunRecord run = recorder.finish(RunStatus.FINISHED, null, new TreeMap<>());
    if (!run.recordingErrors().isEmpty()) {
      throw new IllegalStateException(run.recordingErrors().toString());
    }
  }

  private void epochs(Path runs, int number) {
    Random random = new Random(number);
    SortedMap<String, String> own = new TreeMap<>(params);
    own.put("training.batchSize", List.of("64", "512", "5000").get(random.nextInt(3)));
    own.put("training.updater.learningRate", Double.toString(Math.pow(10, -4 * random.nextDouble())));
    own.put("seed", Integer.toString(number));
    RunRecorder recorder = start(runs, number, own);
    double speed = 0.5 + random.nextDouble();
    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
      recorder.record(epoch(epoch, speed, random));
    }
    SortedMap<String, Double> metrics = new TreeMap<>();
    double accuracy = 1 - 0.3 * random.nextDouble();
    for (String split : List.of("train", "validation", "test")) {
      metrics.put(split + ".accuracy", accuracy);
      metrics.put(split + ".loss", random.nextInt(50) == 0 ? Double.NaN : 3 * (1 - accuracy));
    }
    for (int i = 0; metrics.size() < METRICS; i++) {
      metrics.put("test." + List.of("f1", "recall", "tp").get(i % 3) + "." + i / 3, random.nextDouble());
    }
    boolean failed = random.nextInt(20) == 0;
    recorder.finish(
        failed ? RunStatus.FAILED : RunStatus.FINISHED, failed ? "it diverged" : null, metrics);
  }

  private static JournalEntry.Epoch epoch(int epoch, double speed, Random random) {
    SortedMap<String, Double> values = new TreeMap<>();
    double loss = 2.3 * Math.exp(-0.05 * speed * epoch) + 0.01 * random.nextDouble();
    for (String split : List.of("train", "validation")) {
      values.put(split + ".loss", loss);
      values.put(split + ".accuracy", 1 - loss / 2.5);
      values.put(split + ".seconds", 10 + random.nextDouble());
    }
    values.put("data.seconds", random.nextDouble());
    values.put("learning.rate", 0.01);
    values.put("gradient.norm", random.nextDouble());
    values.put("weights.norm", random.nextDouble());
    return new JournalEntry.Epoch(
        epoch, Instant.now(), values, String.format("%064x", random.nextLong()));
  }

  private RunRecorder start(Path runs, int number, SortedMap<String, String> own) {
    RunPlan plan = planned.plan();
    RunRecord record =
        new RunRecord(
            RunId.random(), plan.experiment() + "-" + (number + 1), plan.experiment(),
            RunStatus.RUNNING, number, plan.sha256(), Instant.now(), null, null,
            Processes.current(), null, own, new TreeMap<>(),
            new TreeMap<>(Map.of("course", "intro", "batch", Integer.toString(number % 7))),
            List.of(), List.of());
    return RunRecorder.start(
        runs, record, new RunInputs(planned.specText(), plan, environment, null));
  }

  /** Updates that come faster than they can be written would be lost. */
  private static void awaitJournal(Path journal, long bytes) {
    try {
      while (Files.size(journal) < bytes) {
        Thread.sleep(10);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
