package dev.epochal.runner;

import dev.epochal.engine.dataset.DataLocations;
import dev.epochal.registry.Registry;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where runs are kept and data are found.
 *
 * @param runs the folder of run folders
 * @param database the registry's file; null for its place among the runs
 * @param data where datasets may lie
 */
public record Workplace(Path runs, @Nullable Path database, DataLocations data) {

  /**
   * By the environment: {@code EPOCHAL_RUNS}, {@code EPOCHAL_REGISTRY}, {@code EPOCHAL_DATA}.
   *
   * @param runs the command line's choice, which wins; null when it made none
   * @param defaultRuns where runs are kept when nobody says otherwise
   */
  public static Workplace of(
      Map<String, String> environment, Path home, @Nullable Path runs, Path defaultRuns) {
    String variable = environment.getOrDefault("EPOCHAL_RUNS", "");
    String database = environment.getOrDefault("EPOCHAL_REGISTRY", "");
    Path chosen = runs != null ? runs : variable.isEmpty() ? defaultRuns : Path.of(variable);
    return new Workplace(
        chosen.toAbsolutePath().normalize(),
        database.isEmpty() ? null : Path.of(database).toAbsolutePath().normalize(),
        DataLocations.of(environment, home));
  }

  /** The registry of these runs. */
  public Registry registry(Consumer<String> notices) {
    return database == null ? Registry.in(runs, notices) : Registry.at(runs, database, notices);
  }
}
