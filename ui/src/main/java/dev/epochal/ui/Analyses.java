package dev.epochal.ui;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.registry.Registry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is worked out from runs by modules that the UI does not see. Each answers as the command
 * does with {@code --json}.
 */
public interface Analyses {
  /**
   * {@code compare --json}.
   *
   * @param runs as a person means them
   * @param against the run that the others are compared with; null for the baseline, or the first
   * @param all what is the same of all runs too, and every metric
   */
  JsonNode compare(Registry registry, List<String> runs, @Nullable String against, boolean all);

  /**
   * {@code list --group-by --json}.
   *
   * @param filter empty for all
   * @param by values that the runs of a group have in common
   * @param columns what is averaged
   * @param sort one of either, with a {@code -} before it for the largest first; empty by the keys
   */
  JsonNode groups(
      Registry registry, String filter, List<String> by, List<String> columns, String sort);
}
