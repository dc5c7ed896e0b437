package dev.epochal.ui.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunQuery;
import dev.epochal.registry.RunSummary;
import dev.epochal.registry.RunValues;
import dev.epochal.registry.SweepDetail;
import dev.epochal.registry.SweepSummary;
import dev.epochal.registry.filter.FilterParser;
import dev.epochal.registry.filter.Operand;
import dev.epochal.ui.Analyses;
import java.nio.file.Files;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The sweeps of the registry, as the pages ask for them; everything that is asked is asked here.
 */
public final class Sweeps {
  private static final int SENTENCES = 500;

  private final Runs runs;
  private final Analyses analyses;

  /** By the sweep as it stood: as long as that is the same, so is what it says. */
  private final Map<SweepSummary, JsonNode> sentences =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SweepSummary, JsonNode> eldest) {
          return size() > SENTENCES;
        }
      };

  public Sweeps(Runs runs, Analyses analyses) {
    this.runs = runs;
    this.analyses = analyses;
  }

  /** Runs that go on. */
  LiveRuns live() {
    return runs.live();
  }

  Runs runs() {
    return runs;
  }

  /** The sweeps that were started last, the last one first. */
  public List<SweepSummary> newest(int limit) {
    return runs.ask(
        List.of("sweeps", limit), (registry, notices) -> registry.sweeps().newest(limit));
  }

  /**
   * Everything about the sweep that a person means, deleted or not.
   *
   * @throws dev.epochal.ui.http.Refused when there is no such sweep
   */
  public SweepDetail detail(String reference) {
    return runs.ask(
        List.of("sweep", reference),
        (registry, notices) ->
            Runs.found(() -> Runs.either(registry, some -> some.sweeps().show(reference))));
  }

  /** The names of sweeps by their ids. */
  public SortedMap<String, String> names(Collection<String> ids) {
    return runs.ask(
        List.of("names of sweeps", List.copyOf(ids)),
        (registry, notices) -> registry.sweeps().names(ids));
  }

  /** The runs that are trials of a sweep, those that are not deleted. */
  List<RunSummary> trials(SweepDetail sweep) {
    String id = sweep.summary().id();
    return runs.ask(
        List.of("trials", id), (registry, notices) -> part(registry, sweep).list(ofTrials(sweep)));
  }

  /** By trial, when its run reached a value: {@code epochsTo(…)} or {@code secondsTo(…)}. */
  Map<String, Double> reached(SweepDetail sweep, String call) {
    List<Operand> operands = FilterParser.operands("response", List.of(call));
    List<RunValues> values =
        runs.ask(
            List.of("reached", sweep.summary().id(), call),
            (registry, notices) -> part(registry, sweep).values(ofTrials(sweep), operands));
    Map<String, Double> reached = new HashMap<>();
    for (RunValues run : values) {
      if (run.values().get(0) instanceof Number number) {
        reached.put(run.run().id(), number.doubleValue());
      }
    }
    return reached;
  }

  private static RunQuery ofTrials(SweepDetail sweep) {
    return RunQuery.parse("sweep = \"" + sweep.summary().id() + "\"", List.of(), Integer.MAX_VALUE);
  }

  /** What the trials say: {@link Analyses#sweep}. */
  public JsonNode analysis(SweepDetail sweep) {
    String id = sweep.summary().id();
    return runs.ask(
        List.of("analysis", id), (registry, notices) -> analyses.sweep(part(registry, sweep), id));
  }

  /** What they say in a sentence: {@link Analyses#sentence}. */
  public JsonNode sentence(SweepDetail sweep) {
    SweepSummary summary = sweep.summary();
    synchronized (sentences) {
      JsonNode known = sentences.get(summary);
      if (known != null) {
        return known;
      }
    }
    JsonNode said =
        runs.ask(
            List.of("sentence", summary), // an answer of a moment ago may be of before it changed
            (registry, notices) -> analyses.sentence(part(registry, sweep), summary.id()));
    synchronized (sentences) {
      sentences.put(summary, said);
    }
    return said;
  }

  /** Whether the folder is still there. */
  static boolean isThere(SweepDetail sweep) {
    return Files.isDirectory(new SweepFolder(sweep.folder()).path());
  }

  private static Registry part(Registry registry, SweepDetail sweep) {
    return sweep.deleted() == null ? registry : registry.deleted();
  }
}
