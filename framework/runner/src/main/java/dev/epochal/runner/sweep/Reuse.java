package dev.epochal.runner.sweep;

import dev.epochal.core.run.DatasetRecord;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunDetail;
import dev.epochal.runner.machine.EnvironmentChange;
import dev.epochal.runner.machine.GitState;
import dev.epochal.runner.machine.Machine;
import dev.epochal.runner.machine.RunEnvironment;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Finds a recorded run that a trial would only repeat: finished, of the same plan, in the same
 * environment, on the data that were asked for.
 */
final class Reuse {
  /** What only the process itself can say that trains; it follows from the rest. */
  private static final Pattern OF_THE_PROCESS = Pattern.compile("native\\..*");

  private static final String THREADS = "env.OMP_NUM_THREADS";

  /** Built-in datasets, whose content is checked: that of a folder may be another by now. */
  private static final Pattern FIXED_DATA = Pattern.compile("mnist|digits");

  private final Registry registry;
  private final SortedMap<String, String> here;

  private Reuse(Registry registry, SortedMap<String, String> here) {
    this.registry = registry;
    this.here = here;
  }

  /** For trials that would be run here, with these settings. */
  static Reuse of(Registry registry, Machine machine, Path code, TrialJvm jvm) {
    SortedMap<String, String> here = RunEnvironment.of(machine, GitState.of(code), new TreeMap<>());
    jvm.environment().forEach((name, value) -> here.put("env." + name, value));
    return new Reuse(registry, known(here));
  }

  /**
   * The newest such run.
   *
   * @param test whether its test split must have been read
   */
  Optional<RunDetail> find(String planSha256, boolean test) {
    return registry.finished(planSha256).stream()
        .filter(run -> !test || run.summary().metrics().containsKey("test.accuracy"))
        .filter(run -> run.recordingErrors().isEmpty())
        .filter(run -> run.dataset() != null && isAsAsked(run.dataset()))
        .filter(this::isOfHere)
        .findFirst();
  }

  private static boolean isAsAsked(DatasetRecord dataset) {
    return dataset.used().equals(dataset.requested())
        && FIXED_DATA.matcher(dataset.used()).matches();
  }

  private boolean isOfHere(RunDetail run) {
    SortedMap<String, String> there = new TreeMap<>();
    run.environment()
        .properties()
        .forEach(fact -> there.put(fact.getKey(), fact.getValue().asText()));
    return !there.isEmpty()
        && here.getOrDefault(THREADS, "").equals(there.get(THREADS))
        && EnvironmentChange.between(known(there), here).isEmpty();
  }

  private static SortedMap<String, String> known(Map<String, String> environment) {
    SortedMap<String, String> known = new TreeMap<>(environment);
    known.keySet().removeIf(key -> OF_THE_PROCESS.matcher(key).matches());
    return known;
  }
}
