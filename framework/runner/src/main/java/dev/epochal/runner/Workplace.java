package dev.epochal.runner;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.engine.dataset.DataLocations;
import dev.epochal.registry.Registry;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where runs are kept and data are found.
 *
 * @param runs the folder of run folders
 * @param database the registry's file; null for its place among the runs
 * @param data where datasets may lie
 */
public record Workplace(Path runs, @Nullable Path database, DataLocations data) {

  /** How the name of a database server begins. */
  private static final Pattern URL = Pattern.compile("jdbc:[a-z0-9]+:|[a-z0-9]+://");

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
        database.isEmpty() ? null : file(database),
        DataLocations.of(environment, home));
  }

  private static Path file(String database) {
    Matcher url = URL.matcher(database);
    if (url.lookingAt()) {
      // Without what follows, which may hold a password.
      throw new InvalidInputException(
          Problem.of(
              "EPOCHAL_REGISTRY names a database server ("
                  + url.group()
                  + "…), and registries on a server are not supported yet",
              "name a file that ends in .mv.db, or unset it"));
    }
    return Path.of(database).toAbsolutePath().normalize();
  }

  /** The registry of these runs. */
  public Registry registry(Consumer<String> notices) {
    return database == null ? Registry.in(runs, notices) : Registry.at(runs, database, notices);
  }
}
