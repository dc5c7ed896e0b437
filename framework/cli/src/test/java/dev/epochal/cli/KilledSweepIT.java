package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.json.Json;
import dev.epochal.core.run.RunRecord;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of a sweep's process and of its trials, at moments drawn from a seed, until it
 * has come to its end: each planned trial is there, once, with the bits of a sweep that nobody
 * disturbed.
 */
final class KilledSweepIT {
  private static final String[] GRID = {"training.batchSize=50,100", "seed=1,2,3"};
  private static final int TRIALS = 6;

  @TempDir static Path home;

  private static Program program;
  private static Path spec;
  private static Map<String, String> undisturbed;
  private static long took;

  private final SplittableRandom random = new SplittableRandom(1729);
  private int sweepsKilled;
  private int trialsKilled;

  @BeforeAll
  static void aSweepThatNobodyDisturbs() throws Exception {
    program = new Program(home);
    spec = program.spec("killed.yaml", ResumedRuns.SPEC);
    long start = System.nanoTime();
    Program.Result ran = start("undisturbed").end();
    took = (System.nanoTime() - start) / 1_000_000;
    assertThat(ran.exit()).as(ran.err()).isZero();
    undisturbed = hashes("undisturbed");
    assertThat(undisturbed).hasSize(TRIALS);
  }

  @Test
  void aSweepThatIsKilledEndsAsIfItNeverWas() throws Exception {
    killAndGoOn("killed", 2);
  }

  @Tag("soak")
  @Test
  void twentySweepsThatAreKilledEndAsIfTheyNeverWere() throws Exception {
    int sweeps = Integer.getInteger("kills", 20);
    for (int i = 0; i < sweeps; i++) {
      killAndGoOn("soak-" + i, 1 + random.nextInt(4));
    }
    System.out.printf(
        "%d sweeps, killed %d times, %d of their trials besides: all with the same bits%n",
        sweeps, sweepsKilled, trialsKilled);
  }

  private void killAndGoOn(String name, int times) throws Exception {
    Program.Running running = start(name);
    for (int i = 0; i < times; i++) {
      awaitMoment(running);
      if (random.nextBoolean()) {
        killATrial(running.process());
        awaitMoment(running);
      }
      running.process().destroyForcibly();
      running.end();
      sweepsKilled++;
      if (!isRecorded(name)) {
        running = start(name); // nothing was there yet
      } else if (isOver(name)) {
        break;
      } else {
        running = program.start("resume", name);
      }
    }
    running.end();
    // A trial that was shot near the end FAILED for now.
    Program.Result last = program.run("resume", name);
    assertThat(last.exit()).as(last.err()).isIn(0, 2);
    assertThat(last.err()).containsAnyOf("6 FINISHED", "is FINISHED: there is nothing to go on");
    assertThat(hashes(name)).isEqualTo(undisturbed);
  }

  /** Some moment of what is left of it, as long as it goes on. */
  private void awaitMoment(Program.Running running) throws Exception {
    running.process().waitFor((long) (random.nextDouble() * took), TimeUnit.MILLISECONDS);
  }

  private void killATrial(Process sweep) {
    sweep
        .children()
        .findFirst()
        .ifPresent(
            trial -> {
              trial.destroyForcibly();
              trialsKilled++;
            });
  }

  private static Program.Running start(String name) throws Exception {
    Object[] words = {"run", spec, "--name", name, "--fresh", GRID[0], GRID[1]};
    return program.start(words);
  }

  private static boolean isRecorded(String name) throws Exception {
    for (JsonNode sweep : sweeps()) {
      if (sweep.path("name").asText().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOver(String name) throws Exception {
    for (JsonNode sweep : sweeps()) {
      if (sweep.path("name").asText().equals(name)) {
        return sweep.path("status").asText().equals("FINISHED");
      }
    }
    return false;
  }

  private static JsonNode sweeps() throws Exception {
    Program.Result listed = program.run("list", "--sweeps", "--json", "--limit", "1000");
    assertThat(listed.exit()).as(listed.err()).isZero();
    return listed.json();
  }

  /** By batch size and seed; every run of the sweep's name that is there counts. */
  private static Map<String, String> hashes(String sweep) throws Exception {
    Map<String, String> hashes = new TreeMap<>();
    for (Path path : program.runFolders()) {
      RunRecord record = Json.read(path.resolve("run.json"), RunRecord.class);
      if (record.name().startsWith(sweep + "-") && record.name().length() == sweep.length() + 2) {
        JsonNode run = program.run("show", record.id(), "--json").json();
        assertThat(run.path("status").asText()).as(record.name()).isEqualTo("FINISHED");
        String key = record.params().get("training.batchSize") + " " + record.seed();
        String hash =
            run.path("hashes").path("24").asText() + run.path("metrics").path("test.loss");
        assertThat(hashes.put(key, hash)).as("once: " + key).isNull();
      }
    }
    return hashes;
  }
}
