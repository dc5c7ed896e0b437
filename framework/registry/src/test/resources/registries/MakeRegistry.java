import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.Registry;
import dev.epochal.registry.folder.Fixtures;
import dev.epochal.registry.folder.RunRecorder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Made the files beside it, each with the program of its time:
 *
 * <pre>
 *   git checkout COMMIT    # v1: 4110c39~1, v2: 90211a9, v3: 00c67d3, v4: 06da956, v5: 0901f8d, v6: 7e426c2
 *   mvn -q -Dquick -pl framework/registry -am test-compile
 *   java -cp framework/core/target/classes:framework/registry/target/classes:\
 * framework/registry/target/test-classes:LIBRARIES MakeRegistry.java FOLDER
 * </pre>
 *
 * and folder set to /gone/runs/ID afterwards, so that it is nowhere. The next schema gets a file too, before it changes again.
 */
public final class MakeRegistry {
  public static void main(String[] arguments) {
    Path runs = Path.of(arguments[0]);
    Registry registry = Registry.in(runs, System.err::println);
    Instant started = Instant.parse("2026-11-01T10:00:00Z");
    for (int i = 1; i <= 2; i++) {
      RunRecorder recorder =
          RunRecorder.start(
              runs,
              Fixtures.record("00000000000" + i, "old-" + i, started.plusSeconds(i)),
              Fixtures.inputs());
      recorder.dataset(Fixtures.fallback());
      for (int update = 1; update <= 1_500 * i; update++) {
        recorder.record(
            new JournalEntry.Update(update, update == 7 ? Double.NaN : 1.0 / update));
      }
      recorder.record(Fixtures.epoch(1, 0.5));
      recorder.record(Fixtures.epoch(2, 0.25));
      registry.finish(
          recorder.finish(
              i == 1 ? RunStatus.FINISHED : RunStatus.FAILED,
              i == 1 ? null : "it diverged",
              new TreeMap<>(Map.of("test.accuracy", 0.5 + 0.1 * i, "test.loss", Double.NaN))));
    }
    registry.reindex();
  }
}
