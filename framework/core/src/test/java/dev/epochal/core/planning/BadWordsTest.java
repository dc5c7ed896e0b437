package dev.epochal.core.planning;

import static dev.epochal.core.planning.SpecFixture.bad;

import dev.epochal.core.planning.SpecFixture.Bad;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Words, and values of the wrong kind. */
final class BadWordsTest {
  @SuppressWarnings("unused") // by FieldSource
  private static final List<Bad> BAD =
      List.of(
          bad(
              "a name with a slash",
              "name: bad",
              "name: a/b",
              "1:7: name must be letters, digits, '.', '_' and '-' (a letter or digit first, 100 at most) but was a/b"),
          bad(
              "a name that climbs",
              "name: bad",
              "name: ..",
              "1:7: name must be letters, digits, '.', '_' and '-' (a letter or digit first, 100 at most) but was .."),
          bad(
              "a name of 101 letters",
              "name: bad",
              "name: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
              "1:7: name must be letters, digits, '.', '_' and '-' (a letter or digit first, 100 at most) but was aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…"),
          bad(
              "a name that is a list",
              "name: bad",
              "name: [a]",
              "1:7: name must be a text but was a list"),
          bad(
              "no value",
              "seed: 1",
              "seed:",
              "2:6: seed has no value; give one, or leave the key out"),
          bad(
              "a boolean of YAML 1.1",
              "epochs: 3",
              "epochs: 3\n  shuffle: no",
              "19:12: training.shuffle must be true or false but was no; write false"),
          bad(
              "a boolean in capitals",
              "epochs: 3",
              "epochs: 3\n  shuffle: True",
              "19:12: training.shuffle must be true or false but was True; write true"),
          bad(
              "an unknown way to normalize",
              "normalize: unit",
              "normalize: units",
              "7:14: data.normalize must be one of unit, standardize, none but was units; did you mean \"unit\"?"),
          bad(
              "a list of ways to normalize",
              "normalize: unit",
              "normalize: [unit]",
              "7:14: data.normalize must be one of unit, standardize, none, or a mapping but was a list"),
          bad(
              "the dataset as its own fallback",
              "dataset: digits",
              "dataset: digits\n  fallback: digits",
              "5:13: data.fallback must be another dataset than data.dataset; leave it out"),
          bad(
              "an unknown dataset",
              "dataset: digits",
              "dataset: mnsit",
              "4:12: data.dataset must be one of mnist, digits, idx, npy but was mnsit; did you mean \"mnist\"?"),
          bad(
              "an unknown figure",
              "figures: all",
              "figures: [loss-histroy]",
              "21:13: evaluate.figures[0] must be one of examples, pixel-histograms, true-classes, predicted-classes, class-probabilities, loss-history, confusion-matrices, roc, outcomes, outcome-histograms, feature-maps, filters, precision-recall, calibration, most-wrong, per-class, parameter-histograms, timing but was loss-histroy; did you mean \"loss-history\"?"),
          bad(
              "a figure without brackets",
              "figures: all",
              "figures: loss-history",
              "21:12: evaluate.figures must be all, none or a list of examples, pixel-histograms, true-classes, predicted-classes, class-probabilities, loss-history, confusion-matrices, roc, outcomes, outcome-histograms, feature-maps, filters, precision-recall, calibration, most-wrong, per-class, parameter-histograms, timing but was loss-history; write [loss-history]"),
          bad(
              "a constant by its Java name",
              "weightInit: xavier",
              "weightInit: XAVIER_UNIFORM",
              "9:15: network.weightInit must be one of uniform, identity, lecunNormal, lecunUniform, normal, ones, relu, reluUniform, sigmoidUniform, varScalingNormalFanAvg, varScalingNormalFanIn, varScalingNormalFanOut, varScalingUniformFanAvg, varScalingUniformFanIn, varScalingUniformFanOut, xavier, xavierFanIn, xavierLegacy, xavierUniform, zero but was XAVIER_UNIFORM; did you mean \"xavierUniform\"?"),
          bad(
              "another framework's initialization",
              "weightInit: xavier",
              "weightInit: glorot_uniform",
              "9:15: network.weightInit must be one of uniform, identity, lecunNormal, lecunUniform, normal, ones, relu, reluUniform, sigmoidUniform, varScalingNormalFanAvg, varScalingNormalFanIn, varScalingNormalFanOut, varScalingUniformFanAvg, varScalingUniformFanIn, varScalingUniformFanOut, xavier, xavierFanIn, xavierLegacy, xavierUniform, zero but was glorot_uniform; did you mean \"xavierUniform\"?"),
          bad(
              "an unknown updater",
              "type: sgd",
              "type: sdg",
              "19:19: training.updater.type must be one of sgd, adam, rmsprop, adagrad but was sdg; did you mean \"sgd\"?"),
          bad(
              "a mapping where a word belongs",
              "weightInit: xavier",
              "weightInit: {type: xavier}",
              "9:15: network.weightInit must be one of uniform, identity, lecunNormal, lecunUniform, normal, ones, relu, reluUniform, sigmoidUniform, varScalingNormalFanAvg, varScalingNormalFanIn, varScalingNormalFanOut, varScalingUniformFanAvg, varScalingUniformFanIn, varScalingUniformFanOut, xavier, xavierFanIn, xavierLegacy, xavierUniform, zero but was a mapping"),
          bad(
              "a word where a mapping belongs",
              "updater: {type: sgd, learningRate: 0.1}",
              "updater: sgd",
              "19:12: training.updater must be a mapping but was sgd"),
          bad(
              "a text where a section belongs",
              "tags: {course: intro}",
              "tags: intro",
              "22:7: tags must be a mapping but was intro"),
          bad(
              "a tag without a value",
              "course: intro",
              "course: ''",
              "22:16: tags.course must have at least 1 character but was \"\""),
          bad(
              "a tag that is a list",
              "course: intro",
              "course: [a]",
              "22:16: tags.course must be a text but was a list"),
          bad(
              "a number where a section belongs",
              "data:",
              "data: 3\ndata2:",
              "3:7: data must be a mapping but was 3",
              "4:1: data2 is not a key; did you mean \"data\"?"));

  @ParameterizedTest(name = "{0}")
  @FieldSource("BAD")
  void isRefusedAtItsPlace(Bad bad, @TempDir Path folder) throws IOException {
    bad.assertRefusedIn(folder);
  }
}
