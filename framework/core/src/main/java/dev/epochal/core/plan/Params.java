package dev.epochal.core.plan;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A plan as dotted keys and values, both spelled as in a spec, so that what is read in a listing
 * can be typed as an override. What follows from other keys (shapes, sizes of whole splits) is left
 * out.
 */
public final class Params {
  /**
   * Of a layer: its key holds the name, the shapes follow from the layers before, and its weights
   * are the network's where it says nothing.
   */
  private static final Set<String> NOT_SET = Set.of("name", "nIn", "features", "weights", "output");

  private final SortedMap<String, String> params = new TreeMap<>();

  private Params() {}

  private static final String UI = "training.ui";

  /**
   * The inputs that were set: everything but seeds of streams that follow from the seed, and what
   * is recorded for the training UI, which is no input of training.
   */
  public static SortedMap<String, String> of(RunPlan plan) {
    SortedMap<String, String> params = everything(plan);
    Params derived = new Params();
    derived.seeds(SeedPlan.derived(plan.seeds().seed()));
    derived.params.remove("seed");
    params.entrySet().removeAll(derived.params.entrySet());
    params.keySet().removeIf(key -> key.startsWith(UI));
    return params;
  }

  /** Every key of a spec with the value that the plan gives it. */
  public static SortedMap<String, String> everything(RunPlan plan) {
    Params all = new Params();
    all.put("variant", plan.variant());
    all.seeds(plan.seeds());
    all.data(plan.data());
    NetworkPlan network = plan.network();
    all.put("network.weightInit", network.weights().init());
    all.put("network.biasInit", network.biasInit());
    all.put("network.l1", network.weights().l1());
    all.put("network.l2", network.weights().l2());
    network.layers().forEach(layer -> all.layer(layer, network.weights()));
    TrainingPlan training = plan.training();
    all.put("training.batchSize", training.batchSize());
    all.put("training.shuffle", training.shuffle());
    all.put("training.epochs", training.epochs());
    all.choice("training.updater", training.updater());
    all.record("training.gradientClipping", training.gradientClipping());
    all.put("training.onNonFinite", training.onNonFinite());
    all.record("training.earlyStopping", training.earlyStopping());
    all.record("training.checkpoint", training.checkpoint());
    if (training.ui() == null) {
      all.put(UI, "off");
    } else {
      all.record(UI, training.ui());
    }
    all.put("evaluate.model", plan.evaluate().model());
    all.evaluate(plan.evaluate());
    return all.params;
  }

  private void seeds(SeedPlan seeds) {
    put("seed", seeds.seed());
    put("seeds.split", seeds.split());
    put("seeds.init", seeds.init());
    put("seeds.shuffle", seeds.shuffle());
    put("seeds.dropout", seeds.dropout());
  }

  private void data(DataPlan data) {
    put("data.dataset", data.dataset());
    put("data.path", data.path());
    put("data.classes", data.dataset().form().isPresent() ? data.facts().classNames() : null);
    put("data.fallback", data.fallback());
    put("data.seed", data.digitsSeed());
    SplitPlan split = data.split();
    put("data.split.train", split.fractions().train());
    put("data.split.validation", split.fractions().validation());
    put("data.split.test", split.fractions().test());
    put("data.split.stratify", split.stratify());
    put("data.subset.train", split.used().train());
    put("data.subset.validation", split.used().validation());
    put("data.subset.test", split.used().test());
    if (data.normalize() instanceof Normalization.Range range) {
      put("data.normalize.min", range.min());
      put("data.normalize.max", range.max());
    } else {
      put("data.normalize", Words.ofChoice(Normalization.class, data.normalize()));
    }
  }

  private void evaluate(EvaluationPlan evaluate) {
    put("evaluate.figures", evaluate.figures());
    put("evaluate.examples.split", evaluate.examples().split());
    put("evaluate.examples.start", evaluate.examples().start());
    put("evaluate.examples.rows", evaluate.examples().rows());
    put("evaluate.examples.columns", evaluate.examples().columns());
    put("evaluate.examples.bins", evaluate.examples().bins());
    put("evaluate.outcomes.class", evaluate.outcomes().ofClass());
    put("evaluate.outcomes.split", evaluate.outcomes().split());
    put("evaluate.outcomes.n", evaluate.outcomes().n());
    if (evaluate.featureMaps() != null) {
      put("evaluate.featureMaps.layer", evaluate.featureMaps().layer());
      put("evaluate.featureMaps.image", evaluate.featureMaps().image());
    }
  }

  private void layer(LayerPlan layer, Weights common) {
    String key = "network.layers." + layer.name();
    choice(key, layer);
    if (layer instanceof LayerPlan.Convolution2d convolution) {
      weights(key, convolution.weights(), common);
    } else if (layer instanceof LayerPlan.Dense dense) {
      weights(key, dense.weights(), common);
    } else if (layer instanceof LayerPlan.Output output) {
      weights(key, output.weights(), common);
    }
  }

  /** Where a layer goes its own way. */
  private void weights(String key, Weights own, Weights common) {
    put(key + ".weightInit", own.init() == common.init() ? null : own.init());
    put(key + ".l1", own.l1() == common.l1() ? null : own.l1());
    put(key + ".l2", own.l2() == common.l2() ? null : own.l2());
  }

  /** One of a sealed interface's records: its type's name and its components. */
  private void choice(String key, Object choice) {
    put(key + ".type", Words.ofChoice(choice.getClass().getInterfaces()[0], choice));
    record(key, choice);
  }

  private void record(String key, @Nullable Object record) {
    if (record == null) {
      return;
    }
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      if (!NOT_SET.contains(component.getName())) {
        Object value = value(record, component);
        if (value instanceof SchedulePlan schedule) {
          choice(key + "." + component.getName(), schedule);
        } else {
          put(key + "." + component.getName(), value);
        }
      }
    }
  }

  private static @Nullable Object value(Object record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a plan's record only holds what it was given", e);
    }
  }

  private void put(String key, @Nullable Object value) {
    if (value != null) {
      params.put(key, text(value));
    }
  }

  private static String text(Object value) {
    if (value instanceof Enum<?> constant) {
      return Words.of(constant);
    }
    if (value instanceof LayerPlan.Size2d size) {
      return "[" + size.height() + ", " + size.width() + "]";
    }
    if (value instanceof Collection<?> values) {
      return values.stream().map(Params::text).collect(Collectors.joining(", ", "[", "]"));
    }
    return value instanceof Double number ? Decimals.text(number) : value.toString();
  }
}
