package dev.epochal.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.epochal.core.json.Json;
import dev.epochal.runner.compare.Comparison;
import dev.epochal.runner.compare.Difference;
import dev.epochal.runner.compare.Factor;
import dev.epochal.runner.compare.Kind;
import dev.epochal.runner.compare.MetricRow;
import dev.epochal.runner.compare.Pair;
import dev.epochal.runner.compare.PairedTest.NotTested;
import dev.epochal.runner.compare.PairedTest.Tested;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code compare --json}:
 *
 * <pre>
 * reference      id of the run that the others are compared with: the first of runs
 * runs[]         {id, name, status, baseline, notices[]}
 * differences[]  {kind: params|data|environment|code, key, matters, values: {id: value or null}}
 * metrics[]      {metric, goal: min|max|null, values: {id: number or null},
 *                 deltas: {id: number or null}, best: [id]}
 * pairs[]        each run but the reference: {run: id, alone, sentence, bits: same|different|unknown,
 *                 factors[{kind, name, reference, run, brings[]}],
 *                 test: {name, n, bothRight, onlyReference, onlyRun, bothWrong, p, pAdjusted,
 *                        difference, ci[2]} or null,
 *                 notTested: why there is no test, or null}
 * </pre>
 *
 * {@code difference} is the run's test accuracy minus the reference's, {@code ci} its 95 %
 * interval; {@code alone} says whether a single factor differs.
 */
final class ComparisonJson {
  private final Comparison comparison;
  private final ObjectNode json = Json.mapper().createObjectNode();

  private ComparisonJson(Comparison comparison) {
    this.comparison = comparison;
  }

  static ObjectNode of(Comparison comparison) {
    return new ComparisonJson(comparison).json();
  }

  private ObjectNode json() {
    json.put("reference", comparison.reference().id());
    json.putPOJO("runs", comparison.runs());
    ArrayNode differences = json.putArray("differences");
    comparison.differences().forEach(difference -> put(differences.addObject(), difference));
    ArrayNode metrics = json.putArray("metrics");
    comparison.metrics().forEach(metric -> put(metrics.addObject(), metric));
    ArrayNode pairs = json.putArray("pairs");
    comparison.pairs().forEach(pair -> put(pairs.addObject(), pair));
    return json;
  }

  private void put(ObjectNode object, Difference difference) {
    object.put("kind", difference.kind().word());
    object.put("key", difference.key());
    object.put("matters", difference.matters());
    ObjectNode values = object.putObject("values");
    for (int i = 0; i < comparison.runs().size(); i++) {
      String value = difference.values().get(i);
      if (value != null && difference.kind() == Kind.PARAMS) {
        values.set(id(i), RunJson.typed(value));
      } else {
        values.put(id(i), value);
      }
    }
  }

  private void put(ObjectNode object, MetricRow metric) {
    object.put("metric", metric.metric());
    object.put("goal", metric.goal() == null ? null : metric.goal().word());
    ObjectNode values = object.putObject("values");
    ObjectNode deltas = object.putObject("deltas");
    for (int i = 0; i < comparison.runs().size(); i++) {
      put(values, id(i), metric.values().get(i));
      if (i > 0) {
        put(deltas, id(i), metric.delta(i));
      }
    }
    ArrayNode best = object.putArray("best");
    metric.best().forEach(run -> best.add(id(run)));
  }

  private static void put(ObjectNode object, String key, @Nullable Double value) {
    object.set(key, Json.mapper().valueToTree(value));
  }

  private void put(ObjectNode object, Pair pair) {
    object.put("run", id(pair.run()));
    object.put("alone", pair.factors().size() == 1);
    object.put("sentence", pair.sentence());
    object.put("bits", pair.bits().name().toLowerCase(Locale.ROOT));
    ArrayNode factors = object.putArray("factors");
    for (Factor factor : pair.factors()) {
      factors.addPOJO(factor);
    }
    if (pair.test() instanceof Tested tested) {
      put(object.putObject("test"), tested);
      object.putNull("notTested");
    } else {
      object.putNull("test");
      object.put("notTested", ((NotTested) pair.test()).reason());
    }
  }

  private static void put(ObjectNode object, Tested tested) {
    object.put("name", "McNemar, exact, two-sided");
    object.put("n", tested.table().n());
    object.put("bothRight", tested.table().bothRight());
    object.put("onlyReference", tested.table().onlyFirst());
    object.put("onlyRun", tested.table().onlySecond());
    object.put("bothWrong", tested.table().bothWrong());
    object.put("p", tested.table().p());
    object.put("pAdjusted", tested.pAdjusted());
    object.put("difference", tested.table().difference());
    object
        .putArray("ci")
        .add(tested.table().interval().low())
        .add(tested.table().interval().high());
  }

  private String id(int run) {
    return comparison.runs().get(run).id();
  }
}
