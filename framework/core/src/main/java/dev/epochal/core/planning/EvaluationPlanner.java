package dev.epochal.core.planning;

import dev.epochal.core.data.Split;
import dev.epochal.core.plan.EvaluationPlan;
import dev.epochal.core.plan.EvaluationPlan.Examples;
import dev.epochal.core.plan.EvaluationPlan.FeatureMaps;
import dev.epochal.core.plan.EvaluationPlan.Outcomes;
import dev.epochal.core.plan.ImagePlace;
import dev.epochal.core.plan.LayerPlan;
import dev.epochal.core.plan.ModelChoice;
import dev.epochal.core.plan.NetworkPlan;
import dev.epochal.core.plan.SplitPlan.Sizes;
import dev.epochal.core.spec.EvaluateSpec;
import dev.epochal.core.spec.EvaluateSpec.ExamplesSpec;
import dev.epochal.core.spec.EvaluateSpec.FeatureMapsSpec;
import dev.epochal.core.spec.EvaluateSpec.OutcomesSpec;
import dev.epochal.core.spec.FiguresSpec;
import dev.epochal.core.spec.SpecSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans the key {@code evaluate}: which model, which figures, and what these show. */
final class EvaluationPlanner {
  private static final String EXAMPLES = "evaluate.examples";
  private static final String OUTCOMES = "evaluate.outcomes";
  private static final String FEATURE_MAPS = "evaluate.featureMaps";

  private final SpecSource source;
  private final Sizes sizes;
  private final NetworkPlan network;
  private final List<String> classNames;

  /**
   * @param sizes of the used splits
   */
  EvaluationPlanner(SpecSource source, Sizes sizes, NetworkPlan network, List<String> classNames) {
    this.source = source;
    this.sizes = sizes;
    this.network = network;
    this.classNames = List.copyOf(classNames);
  }

  /**
   * The plan, with a problem added for whatever of the spec is not there to be shown.
   *
   * @param model that is evaluated when the spec does not say
   */
  EvaluationPlan plan(EvaluateSpec spec, ModelChoice model) {
    return new EvaluationPlan(
        Defaults.or(spec.model(), model),
        figures(Defaults.or(spec.figures(), Defaults.FIGURES)),
        examples(spec.examples()),
        outcomes(spec.outcomes()),
        featureMaps(spec.featureMaps()));
  }

  private static List<String> figures(FiguresSpec figures) {
    Stream<FiguresSpec.Figure> drawn =
        figures instanceof FiguresSpec.Listed listed
            ? listed.figures().stream().distinct()
            : Arrays.stream(FiguresSpec.Figure.values())
                .filter(figure -> figures == FiguresSpec.Choice.ALL);
    return drawn.map(FiguresSpec.Figure::key).toList();
  }

  private Examples examples(ExamplesSpec spec) {
    Split split = Defaults.or(spec.split(), Defaults.EXAMPLES.split());
    int start = Defaults.or(spec.start(), Defaults.EXAMPLES.start());
    if (start >= sizes.of(split)) {
      source.problem(EXAMPLES + ".start", within(split, start), null);
    }
    return new Examples(
        split,
        start,
        Defaults.or(spec.rows(), Defaults.EXAMPLES.rows()),
        Defaults.or(spec.columns(), Defaults.EXAMPLES.columns()),
        Defaults.or(spec.bins(), Defaults.EXAMPLES.bins()));
  }

  private Outcomes outcomes(OutcomesSpec spec) {
    return new Outcomes(
        ofClass(spec.ofClass()),
        Defaults.or(spec.split(), Defaults.OUTCOMES_SPLIT),
        Defaults.or(spec.n(), Defaults.OUTCOMES_N));
  }

  private String ofClass(@Nullable String written) {
    int last = classNames.size() - 1;
    if (written == null) {
      return classNames.get(Math.min(Defaults.OUTCOMES_CLASS, last));
    }
    if (classNames.contains(written)) {
      return written;
    }
    if (written.matches("[0-9]{1,9}") && Integer.parseInt(written) <= last) {
      return classNames.get(Integer.parseInt(written));
    }
    source.problem(
        OUTCOMES + ".class",
        "must be a class's name or its number, 0 to %d, but was %s".formatted(last, written),
        last < 20 ? "the classes are " + String.join(", ", classNames) : null);
    return written;
  }

  private @Nullable FeatureMaps featureMaps(FeatureMapsSpec spec) {
    List<String> convolutions =
        network.layers().stream()
            .filter(LayerPlan.Convolution2d.class::isInstance)
            .map(LayerPlan::name)
            .toList();
    if (spec.layer() != null && !convolutions.contains(spec.layer())) {
      source.problem(
          FEATURE_MAPS + ".layer",
          "must be a convolution of the network but was " + spec.layer(),
          convolutions.isEmpty()
              ? "the network has none: leave it out"
              : "it has " + String.join(", ", convolutions));
      return null;
    }
    if (convolutions.isEmpty()) {
      return null;
    }
    return new FeatureMaps(Defaults.or(spec.layer(), convolutions.get(0)), image(spec.image()));
  }

  private ImagePlace image(@Nullable String written) {
    if (written == null || !source.sound(FEATURE_MAPS + ".image")) {
      ImagePlace place = Defaults.FEATURE_MAPS_IMAGE;
      return new ImagePlace(place.split(), Math.min(place.position(), sizes.of(place.split()) - 1));
    }
    ImagePlace place = ImagePlace.of(written);
    if (place.position() >= sizes.of(place.split())) {
      source.problem(FEATURE_MAPS + ".image", within(place.split(), place.position()), null);
    }
    return place;
  }

  private String within(Split split, int position) {
    return "must be a position from 0 to %d, the last image of the %s split, but was %d"
        .formatted(sizes.of(split) - 1, split.key(), position);
  }
}
