package dev.epochal.registry;

import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.folder.Fixtures;
import dev.epochal.registry.folder.RunRecorder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Programs that use one registry at once, for {@link KilledHoldersIT}. */
final class ManyWriters {
  static final int UPDATES_PER_EPOCH = 40;

  private ManyWriters() {}

  /**
   * Records one short run after the other until a file is there, and says of each, when all of it
   * is entered: {@code <id> <epochs> <ms to register> <ms to finish>}.
   */
  static final class Writer {
    public static void main(String[] arguments) throws Exception {
      Path runs = Path.of(arguments[0]);
      Path end = Path.of(arguments[1]);
      SplittableRandom random = new SplittableRandom(Long.parseLong(arguments[2]));
      Registry registry = Registry.in(runs, System.err::println);
      while (!Files.exists(end)) {
        long start = System.nanoTime();
        RunRecorder recorder =
            registry.register(
                Fixtures.record(""), named -> RunRecorder.start(runs, named, Fixtures.inputs()));
        final double registered = millisSince(start);
        recorder.dataset(Fixtures.fallback());
        int epochs = random.nextInt(1, 6);
        long update = 0;
        for (int epoch = 1; epoch <= epochs; epoch++) {
          for (int i = 0; i < UPDATES_PER_EPOCH; i++) {
            recorder.record(new JournalEntry.Update(++update, 1.0 / update));
          }
          recorder.record(Fixtures.epoch(epoch, 1.0 / epoch));
          Thread.sleep(random.nextInt(40));
        }
        var run =
            recorder.finish(
                RunStatus.FINISHED, null, new TreeMap<>(Map.of("test.accuracy", 1.0 / epochs)));
        start = System.nanoTime();
        registry.finish(run);
        System.out.println(
            "%s %d %.1f %.1f".formatted(run.id(), epochs, registered, millisSince(start)));
      }
    }
  }

  /** Lists all the time, and says of each list how many milliseconds it took. */
  static final class Lister {
    public static void main(String[] arguments) {
      Path end = Path.of(arguments[1]);
      Registry registry = Registry.in(Path.of(arguments[0]), System.err::println);
      RunQuery finished =
          RunQuery.parse("status = finished and duration < 1h", List.of("-duration"), 20);
      for (int i = 0; !Files.exists(end); i++) {
        long start = System.nanoTime();
        registry.list(i % 2 == 0 ? RunQuery.newest(20) : finished);
        System.out.println("%.1f".formatted(millisSince(start)));
      }
    }
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
