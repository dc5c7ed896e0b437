package dev.epochal.figures;

import dev.epochal.core.data.ImageShape;
import dev.epochal.core.data.Split;
import dev.epochal.core.figure.Calibration;
import dev.epochal.core.figure.ClassCounts;
import dev.epochal.core.figure.ClassProbabilities;
import dev.epochal.core.figure.Examples;
import dev.epochal.core.figure.FeatureMaps;
import dev.epochal.core.figure.FigureData;
import dev.epochal.core.figure.FigureSubject;
import dev.epochal.core.figure.Filters;
import dev.epochal.core.figure.LabelledImage;
import dev.epochal.core.figure.MostWrong;
import dev.epochal.core.figure.Outcome;
import dev.epochal.core.figure.OutcomeHistograms;
import dev.epochal.core.figure.Outcomes;
import dev.epochal.core.figure.ParameterHistograms;
import dev.epochal.core.figure.PerClass;
import dev.epochal.core.figure.PixelCounts;
import dev.epochal.core.figure.PixelHistograms;
import dev.epochal.core.figure.Plane;
import dev.epochal.core.figure.PrecisionRecall;
import dev.epochal.core.figure.PredictedClasses;
import dev.epochal.core.figure.PredictedImage;
import dev.epochal.core.figure.Raster;
import dev.epochal.core.figure.Roc;
import dev.epochal.core.figure.Timing;
import dev.epochal.core.figure.TrueClasses;
import dev.epochal.core.stats.Predictions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Every figure of a run that might have been: so many classes, so good a model, such images.
 *
 * @param skill what the right class's logit has more than the others; NaN for a diverged model
 * @param neverOccurs index of a class without images; −1 for none
 */
record RunSamples(
    FigureSubject subject,
    List<String> classNames,
    int perClass,
    double skill,
    int neverOccurs,
    ImageShape shape) {

  /** All figures by their names. */
  Map<String, FigureData> figures() {
    Map<Split, Predictions> splits = splits();
    Map<String, FigureData> figures = new LinkedHashMap<>();
    List<FigureData> all = new ArrayList<>();
    all.add(new Examples(subject, Split.TRAIN, 48_000, classNames, 3, images(9)));
    all.add(
        new PixelHistograms(subject, Split.TRAIN, 48_000, classNames, 3, 10, counts(images(9))));
    all.add(new TrueClasses(subject, classNames, truth(splits)));
    all.add(
        new PredictedClasses(
            subject,
            classNames,
            panels(splits, (s, p) -> ClassCounts.of(s, p.predicted(), classNames.size())),
            truth(splits)));
    all.add(
        new ClassProbabilities(
            subject,
            classNames,
            20,
            panels(splits, (s, p) -> ClassProbabilities.Panel.of(s, p, 20))));
    all.add(Roc.of(subject, classNames, splits));
    all.add(new PrecisionRecall(subject, classNames, panels(splits, PrecisionRecall.Panel::of)));
    all.add(new Calibration(subject, panels(splits, (s, p) -> Calibration.Panel.of(s, p, 10))));
    all.add(new PerClass(subject, classNames, panels(splits, PerClass.Panel::of)));
    all.addAll(outcomes());
    all.add(new MostWrong(subject, Split.VALIDATION, 6_000, 12, classNames, predicted(12)));
    all.add(featureMaps(32));
    all.add(filters(16, shape.channels()));
    all.add(parameters(5));
    all.add(timing(5));
    all.forEach(figure -> figures.put(figure.figureName(), figure));
    return figures;
  }

  private List<FigureData> outcomes() {
    List<Outcomes.Group> groups = new ArrayList<>();
    List<OutcomeHistograms.Group> histograms = new ArrayList<>();
    int[] shown = {10, 3, 10, 0};
    for (Outcome outcome : Outcome.values()) {
      int n = shown[outcome.ordinal()];
      List<PredictedImage> images = predicted(n);
      groups.add(new Outcomes.Group(outcome, n == 10 ? 4_321 : n, images));
      histograms.add(
          new OutcomeHistograms.Group(
              outcome,
              n == 10 ? 4_321 : n,
              images.stream()
                  .map(i -> PixelCounts.of(i.position(), i.label(), i.image(), 10))
                  .toList()));
    }
    return List.of(
        new Outcomes(subject, Split.TRAIN, 48_000, classNames, 0, null, 10, groups),
        new OutcomeHistograms(
            subject, Split.TRAIN, 48_000, classNames, 0, 0.3, 10, 10, histograms));
  }

  Map<Split, Predictions> splits() {
    Map<Split, Predictions> splits = new EnumMap<>(Split.class);
    splits.put(Split.TRAIN, answers(1, perClass));
    splits.put(Split.VALIDATION, answers(2, Math.max(1, perClass / 4)));
    splits.put(Split.TEST, answers(3, Math.max(1, perClass / 4)));
    return splits;
  }

  private Predictions answers(int seed, int ofEach) {
    Random random = new Random(seed);
    int classes = classNames.size();
    int[] labels =
        IntStream.range(0, classes * ofEach)
            .map(i -> i % classes)
            .filter(c -> c != neverOccurs)
            .toArray();
    float[] probabilities = new float[labels.length * classes];
    int[] predicted = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      double[] powers = new double[classes];
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        powers[c] = Math.exp(random.nextGaussian() + (c == labels[i] ? skill : 0));
        sum += powers[c];
      }
      for (int c = 0; c < classes; c++) {
        probabilities[i * classes + c] = (float) (powers[c] / sum);
        predicted[i] = powers[c] > powers[predicted[i]] ? c : predicted[i];
      }
    }
    return new Predictions(
        new int[labels.length], labels, predicted, probabilities, classes, Double.NaN);
  }

  private List<ClassCounts> truth(Map<Split, Predictions> splits) {
    return panels(splits, (s, p) -> ClassCounts.of(s, p.labels(), classNames.size()));
  }

  private interface Making<P> {
    P of(Split split, Predictions predictions);
  }

  private static <P> List<P> panels(Map<Split, Predictions> splits, Making<P> making) {
    List<P> panels = new ArrayList<>();
    splits.forEach((split, predictions) -> panels.add(making.of(split, predictions)));
    return panels;
  }

  private List<LabelledImage> images(int n) {
    return IntStream.range(0, n)
        .mapToObj(i -> new LabelledImage(1_000 * i, i % classNames.size(), raster(i)))
        .toList();
  }

  private List<PredictedImage> predicted(int n) {
    return IntStream.range(0, n)
        .mapToObj(
            i ->
                new PredictedImage(
                    1_000 * i,
                    i % classNames.size(),
                    (i + 1) % classNames.size(),
                    Double.isNaN(skill) ? Double.NaN : 1 - i / 20.0,
                    raster(i)))
        .toList();
  }

  private static List<PixelCounts> counts(List<LabelledImage> images) {
    return images.stream()
        .map(image -> PixelCounts.of(image.position(), image.label(), image.image(), 10))
        .toList();
  }

  /** A disc whose channels differ. */
  private Raster raster(int i) {
    byte[] pixels = new byte[shape.size()];
    for (int p = 0; p < pixels.length; p++) {
      int place = p % (shape.height() * shape.width());
      int channel = p / (shape.height() * shape.width());
      double y = (place / shape.width() + 0.5) / shape.height() - 0.5;
      double x = (place % shape.width() + 0.5) / shape.width() - 0.5;
      double radius = 0.2 + 0.02 * (i % 10);
      double light = Math.max(0, 1 - Math.hypot(x, y) / radius);
      pixels[p] = (byte) (255 * light * (channel == i % 3 || shape.channels() == 1 ? 1 : 0.3));
    }
    return Raster.of(shape, pixels);
  }

  FeatureMaps featureMaps(int maps) {
    int height = Math.max(1, shape.height() - 2);
    int width = Math.max(1, shape.width() - 2);
    List<Plane> before = planes(maps, height, width, false);
    List<Plane> after = planes(maps, height, width, true);
    return new FeatureMaps(
        subject,
        classNames,
        "conv1",
        "relu",
        Split.VALIDATION,
        images(2).get(1),
        0,
        skill,
        0,
        1,
        maps,
        before,
        after);
  }

  private List<Plane> planes(int n, int height, int width, boolean positive) {
    Random random = new Random(5);
    List<Plane> planes = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      float[] values = new float[height * width];
      for (int p = 0; p < values.length; p++) {
        double value = random.nextGaussian() * skill;
        values[p] = (float) (positive ? Math.max(0, value) : value);
      }
      planes.add(Plane.of(height, width, values, 0));
    }
    return planes;
  }

  Filters filters(int filters, int channels) {
    List<List<Plane>> weights = new ArrayList<>();
    List<Double> biases = new ArrayList<>();
    for (int f = 0; f < Math.min(Filters.MOST, filters); f++) {
      weights.add(planes(Math.min(Filters.MOST, channels), 3, 3, false));
      biases.add(skill / 10);
    }
    return new Filters(subject, "conv1", filters, channels, weights, biases);
  }

  ParameterHistograms parameters(int epochs) {
    List<ParameterHistograms.ParameterArray> arrays = new ArrayList<>();
    for (String layer : List.of("conv1", "out")) {
      List<ParameterHistograms.State> states = new ArrayList<>();
      for (int e = 0; e <= epochs; e++) {
        boolean none = Double.isNaN(skill) && e > 2;
        double wide = 0.1 + 0.02 * e;
        states.add(
            new ParameterHistograms.State(
                e,
                none ? 300 : 0,
                none ? Double.NaN : -wide,
                none ? Double.NaN : wide,
                none ? Double.NaN : 0.001 * e,
                none ? Double.NaN : wide / 3,
                none
                    ? List.of()
                    : IntStream.range(0, 20)
                        .mapToObj(b -> Math.round(40 * Math.exp(-Math.pow(b - 9.5, 2) / 20)))
                        .toList()));
      }
      arrays.add(new ParameterHistograms.ParameterArray(layer, "weights", 300, states));
    }
    return new ParameterHistograms(subject, arrays);
  }

  Timing timing(int epochs) {
    List<Integer> numbers = IntStream.rangeClosed(1, epochs).boxed().toList();
    return new Timing(
        subject,
        48_000,
        numbers,
        numbers.stream().map(e -> 5 + 0.1 * (e % 7)).toList(),
        numbers.stream().map(e -> 0.3).toList(),
        numbers.stream().map(e -> 1.2).toList());
  }
}
