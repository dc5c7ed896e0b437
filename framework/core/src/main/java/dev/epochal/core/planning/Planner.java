package dev.epochal.core.planning;

import dev.epochal.core.data.DatasetFacts;
import dev.epochal.core.plan.DataPlan;
import dev.epochal.core.plan.EvaluationPlan;
import dev.epochal.core.plan.ModelChoice;
import dev.epochal.core.plan.NetworkPlan;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.plan.SeedPlan;
import dev.epochal.core.plan.TrainingPlan;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.spec.ExperimentSpec;
import dev.epochal.core.spec.SeedsSpec;
import dev.epochal.core.spec.SpecReader;
import dev.epochal.core.spec.SpecSource;
import dev.epochal.core.spec.yaml.Place;
import dev.epochal.core.spec.yaml.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes a plan of a spec, or says everything that is wrong with it. */
public final class Planner {
  private final SpecSource source;
  private final DataFolders folders;
  private final boolean alone;

  private Planner(SpecSource source, DataFolders folders, boolean alone) {
    this.source = source;
    this.folders = folders;
    this.alone = alone;
  }

  /**
   * The plan of the run that a spec and the command line's overrides ask for.
   *
   * @param file the spec
   * @param overrides {@code key=value} each
   * @throws InvalidInputException with every problem, by file, line and column
   */
  public static PlannedRun plan(Path file, List<String> overrides) {
    SpecReader reader = new SpecReader(file, overrides);
    SpecSource source = reader.asked();
    DataFolders folders = new DataFolders();
    Optional<RunPlan> plan = new Planner(source, folders, true).plan();
    checkOthers(reader, folders, source.problems());
    source.problems().throwIfAny();
    return planned(plan.orElseThrow(), source);
  }

  /**
   * The plan of a trial of a sweep.
   *
   * @param words overrides, the values that are tried among them
   * @param places where those were written, by key
   */
  static PlannedRun trial(Path file, List<String> words, Map<String, Place> places) {
    SpecSource source = SpecReader.ofTrial(file, words, places).asked();
    Optional<RunPlan> plan = new Planner(source, new DataFolders(), false).plan();
    source.problems().throwIfAny();
    return planned(plan.orElseThrow(), source);
  }

  private static PlannedRun planned(RunPlan plan, SpecSource source) {
    return new PlannedRun(plan, source.text(), Settings.of(plan, source), null);
  }

  /**
   * Plans what else the file can be asked for, for the problems alone. What the spec lacks without
   * the command line is no slip of a variant: the command line may be where it is said.
   */
  private static void checkOthers(SpecReader reader, DataFolders folders, Problems problems) {
    List<String> others = reader.others();
    if (others.isEmpty()) {
      return;
    }
    Problems withoutAny = problemsOf(reader.other(null), folders);
    for (String variant : others) {
      if (!problems.areEnough()) {
        problems.addAll(variant, problemsOf(reader.other(variant), folders).without(withoutAny));
      }
    }
  }

  private static Problems problemsOf(SpecSource source, DataFolders folders) {
    new Planner(source, folders, true).plan();
    return source.problems();
  }

  /** The plan; empty when something is wrong, with the problems added. */
  private Optional<RunPlan> plan() {
    ExperimentSpec spec = source.spec();
    Optional<DatasetFacts> facts = new DatasetLookup(source, folders).facts(spec.data());
    Optional<DataPlan> data = new DataPlanner(source).plan(spec.data(), facts);
    Optional<NetworkPlan> network =
        facts.flatMap(known -> new NetworkPlanner(source).plan(spec.network(), known));
    TrainingPlan training = new TrainingPlanner(source, alone).plan(spec.training(), data);
    data.ifPresent(known -> checkBatch(training, known));
    Optional<EvaluationPlan> evaluate = evaluation(spec, data, facts, network, training);
    if (!source.problems().isEmpty()) {
      return Optional.empty();
    }
    // From here on nothing is null but what may be.
    return Optional.of(
        new RunPlan(
            spec.name(),
            source.variant(),
            spec.description(),
            seeds(spec),
            data.orElseThrow(),
            network.orElseThrow(),
            training,
            evaluate.orElseThrow(),
            new TreeMap<>(Defaults.or(spec.tags(), Map.of()))));
  }

  private void checkBatch(TrainingPlan training, DataPlan data) {
    int images = data.split().used().train();
    if (source.sound("training.batchSize") && training.batchSize() > images) {
      source.problem(
          "training.batchSize",
          "must be at most "
              + images
              + ", the images used for training, but was "
              + training.batchSize(),
          null);
    }
  }

  private static SeedPlan seeds(ExperimentSpec spec) {
    SeedPlan derived = SeedPlan.derived(Defaults.or(spec.seed(), Defaults.SEED));
    SeedsSpec apart = spec.seeds();
    return new SeedPlan(
        derived.seed(),
        Defaults.or(apart.split(), derived.split()),
        Defaults.or(apart.init(), derived.init()),
        Defaults.or(apart.shuffle(), derived.shuffle()),
        Defaults.or(apart.dropout(), derived.dropout()));
  }

  private Optional<EvaluationPlan> evaluation(
      ExperimentSpec spec,
      Optional<DataPlan> data,
      Optional<DatasetFacts> facts,
      Optional<NetworkPlan> network,
      TrainingPlan training) {
    if (data.isEmpty() || facts.isEmpty() || network.isEmpty()) {
      return Optional.empty();
    }
    ModelChoice model =
        training.earlyStopping() == null ? Defaults.MODEL : Defaults.MODEL_WITH_EARLY_STOPPING;
    return Optional.of(
        new EvaluationPlanner(
                source, data.get().split().used(), network.get(), facts.get().classNames())
            .plan(spec.evaluate(), model));
  }
}
