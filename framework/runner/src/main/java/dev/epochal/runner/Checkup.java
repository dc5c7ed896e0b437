package dev.epochal.runner;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.engine.Backend;
import dev.epochal.engine.dataset.DataLocations;
import dev.epochal.engine.dataset.Datasets;
import dev.epochal.figures.Figures;
import dev.epochal.runner.machine.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What this machine has and lacks for training and recording. */
public final class Checkup {
  /** What helps when the native library does not load. */
  public static final String NATIVE_REMEDY = "on Debian: apt-get install libgomp1";

  /** What helps when a run does not fit into memory. */
  public static final String MEMORY_REMEDY =
      "take a smaller training.batchSize or network, fewer images, or a machine with more memory";

  private static final long GIB = 1L << 30;

  private final List<Finding> findings = new ArrayList<>();

  private Checkup() {}

  /** How it stands with one thing. */
  public enum Verdict {
    OK,
    /** Works, but less well than it could. */
    WARN,
    /** Something will not work. */
    FAIL
  }

  /**
   * One thing that was looked at.
   *
   * @param remedy what would help; null when nothing needs help
   */
  public record Finding(Verdict verdict, String subject, String found, @Nullable String remedy) {}

  /** Everything, looked at now. Loads the native library. */
  public static List<Finding> of(Workplace workplace) {
    Checkup checkup = new Checkup();
    Machine machine = Machine.here();
    checkup.machine(machine);
    checkup.backend(machine);
    Figures.fontProblem()
        .ifPresentOrElse(
            problem -> checkup.add(Verdict.FAIL, "fonts", "none", problem),
            () -> checkup.add(Verdict.OK, "fonts", "found", null));
    checkup.disk(workplace.runs());
    checkup.data(workplace.data());
    checkup.registry(workplace);
    return List.copyOf(checkup.findings);
  }

  private void add(Verdict verdict, String subject, String found, @Nullable String remedy) {
    findings.add(new Finding(verdict, subject, found, remedy));
  }

  private void machine(Machine machine) {
    add(
        Verdict.OK,
        "java",
        System.getProperty("java.version") + " (" + System.getProperty("java.vm.name") + ")",
        null);
    String unsupported = machine.unsupported();
    add(
        unsupported == null ? Verdict.OK : Verdict.FAIL,
        "system",
        machine.os() + " " + machine.architecture() + ", glibc " + machine.glibc(),
        unsupported);
    add(Verdict.OK, "processor", machine.cpu() + ", " + machine.cores() + " cores", null);
    boolean enough = machine.memory() >= 8 * GIB;
    add(
        enough ? Verdict.OK : Verdict.WARN,
        "memory",
        machine.memory() / GIB + " GiB",
        enough ? null : "the baseline needs about 7 GiB: take a smaller training.batchSize");
  }

  private void backend(Machine machine) {
    try {
      SortedMap<String, String> facts = Backend.describe();
      add(
          Verdict.OK,
          "native library",
          facts.get("native.backend") + ", " + facts.get("native.threads") + " threads",
          null);
      boolean oneDnn = "true".equals(facts.get("native.oneDnn"));
      boolean possible = machine.architecture().equals("amd64");
      add(
          oneDnn ? Verdict.OK : Verdict.WARN,
          "oneDNN",
          oneDnn ? "on" : "off",
          oneDnn
              ? null
              : possible
                  ? "start through ./run, which turns it on"
                  : "there is none for this processor: training is slower");
    } catch (RuntimeException | LinkageError e) {
      add(Verdict.FAIL, "native library", "does not load: " + e, NATIVE_REMEDY);
    }
  }

  private void disk(Path runs) {
    try {
      Path there = runs;
      while (!Files.exists(there) && there.getParent() != null) {
        there = there.getParent();
      }
      long free = Files.getFileStore(there).getUsableSpace();
      boolean writable = Files.isWritable(there);
      add(
          !writable ? Verdict.FAIL : free >= GIB ? Verdict.OK : Verdict.WARN,
          "disk",
          free / GIB + " GiB free for " + runs,
          !writable
              ? there + " cannot be written: name another folder with --runs or EPOCHAL_RUNS"
              : free >= GIB ? null : "a run takes about 50 MB");
    } catch (IOException e) {
      add(Verdict.FAIL, "disk", runs + " cannot be looked at: " + e, null);
    }
  }

  private void data(DataLocations locations) {
    String found = Datasets.whereMnistLies(locations);
    add(
        found == null ? Verdict.WARN : Verdict.OK,
        "MNIST",
        found == null ? "not on this machine yet" : found,
        found == null
            ? "the first run downloads it; without a network set EPOCHAL_DATA to a folder that holds mnist/"
            : null);
  }

  private void registry(Workplace workplace) {
    try {
      int runs = workplace.registry(notice -> {}).list(1).size();
      add(Verdict.OK, "registry", runs == 0 ? "reachable, no runs yet" : "reachable", null);
    } catch (EpochalException e) {
      add(Verdict.FAIL, "registry", String.valueOf(e.getMessage()), null);
    }
  }
}
