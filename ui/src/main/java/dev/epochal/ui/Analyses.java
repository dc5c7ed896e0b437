package dev.epochal.ui;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.run.RunFolder;
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

  /**
   * What the trials of a sweep say: {@code {response, answer, trouble, said, figures, importance}},
   * of which {@code answer} is as {@code answer --json} has it, and {@code said} its sentence in
   * pieces, of which some link to the glossary.
   *
   * @param sweep its id
   */
  JsonNode sweep(Registry registry, String sweep);

  /**
   * The sentence alone: {@code {sentence, trouble}}, of which one is null.
   *
   * @param sweep its id
   */
  JsonNode sentence(Registry registry, String sweep);

  /**
   * How to read the figures that a run kept, in its numbers: {@code {figure: {title, paragraphs}}}.
   */
  JsonNode readings(RunFolder folder);

  /** {@code exercises --json}. */
  JsonNode exercises(Registry registry);

  /** Every term with its meaning: {@code [{id, term, meaning{pieces[{text, kind, target}]}}]}. */
  JsonNode glossary();
}
