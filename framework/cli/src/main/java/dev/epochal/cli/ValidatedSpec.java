package dev.epochal.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.epochal.core.plan.LayerPlan;
import dev.epochal.core.plan.MemoryEstimate;
import dev.epochal.core.plan.NetworkPlan;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.planning.PlannedRun;
import dev.epochal.core.planning.PlannedRun.Setting;
import dev.epochal.core.problem.Problem;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code validate} says of one spec; an object of {@code validate --json}.
 *
 * @param spec the file, as the user named it
 * @param problems what is wrong with it; nothing else is there then
 * @param trials how many a sweep has; null when one run is asked for; what follows is without the
 *     sweep
 * @param settings what each dotted key was set to, and by what
 * @param layers the network, layer by layer
 * @param parameters of the whole network
 * @param memory bytes that training it needs, about, by what needs them
 * @param memoryBytes all together
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ValidatedSpec(
    String spec,
    boolean valid,
    List<Problem> problems,
    @Nullable Integer trials,
    @Nullable RunPlan plan,
    @Nullable SortedMap<String, Setting> settings,
    @Nullable List<Layer> layers,
    @Nullable Long parameters,
    @Nullable MemoryEstimate memory,
    @Nullable Long memoryBytes) {
  private static final int LONGEST_VALUE = 60;

  /** A layer with what follows from those before it. */
  record Layer(String name, String type, List<Integer> output, long parameters) {}

  static ValidatedSpec good(String spec, PlannedRun planned, @Nullable Integer trials) {
    NetworkPlan network = planned.plan().network();
    MemoryEstimate memory = MemoryEstimate.of(planned.plan());
    return new ValidatedSpec(
        spec,
        true,
        List.of(),
        trials,
        planned.plan(),
        planned.settings(),
        network.layers().stream().map(layer -> layer(layer, planned.settings())).toList(),
        network.parameters(),
        memory,
        memory.total());
  }

  static ValidatedSpec bad(String spec, List<Problem> problems) {
    return new ValidatedSpec(spec, false, problems, null, null, null, null, null, null, null);
  }

  private static Layer layer(LayerPlan layer, SortedMap<String, Setting> settings) {
    Setting type = Objects.requireNonNull(settings.get("network.layers." + layer.name() + ".type"));
    return new Layer(layer.name(), type.value(), layer.output().dimensions(), layer.parameters());
  }

  /** For a person; nothing of a bad one, whose problems are said elsewhere. */
  String text() {
    if (plan == null || settings == null) {
      return "";
    }
    StringBuilder text = new StringBuilder(spec + " is valid" + sweep() + "\n\n");
    int keys = settings.keySet().stream().mapToInt(String::length).max().orElse(1);
    int values =
        settings.values().stream().mapToInt(set -> shown(set.value()).length()).max().orElse(1);
    String line = "  %-" + keys + "s  %-" + values + "s  %s%n";
    settings.forEach(
        (key, set) -> text.append(line.formatted(key, shown(set.value()), set.origin())));
    return text
        + "\n"
        + NetworkTable.of(plan.network())
        + "\nabout "
        + MemoryEstimate.text(MemoryEstimate.of(plan).total())
        + " of memory to train it\n\n";
  }

  private String sweep() {
    return trials == null
        ? ""
        : ": a sweep of "
            + (trials == 1 ? "one trial" : trials + " trials")
            + ", which ./run "
            + spec
            + " --dry-run lists; without the sweep:";
  }

  private static String shown(String value) {
    String oneLine = value.replaceAll("\\R", " ");
    return oneLine.length() <= LONGEST_VALUE
        ? oneLine
        : oneLine.substring(0, LONGEST_VALUE - 1) + "…";
  }
}
