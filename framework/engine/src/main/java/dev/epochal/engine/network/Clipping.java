package dev.epochal.engine.network;

import dev.epochal.core.plan.GradientClipping;
import org.deeplearning4j.nn.conf.GradientNormalization;

/** Each kind of gradient clipping by DL4J's name. */
final class Clipping {
  private Clipping() {}

  static GradientNormalization of(GradientClipping.Type type) {
    return switch (type) {
      case ELEMENT_WISE -> GradientNormalization.ClipElementWiseAbsoluteValue;
      case L2_PER_LAYER -> GradientNormalization.ClipL2PerLayer;
      case L2_PER_PARAM_TYPE -> GradientNormalization.ClipL2PerParamType;
      case RENORMALIZE_L2_PER_LAYER -> GradientNormalization.RenormalizeL2PerLayer;
      case RENORMALIZE_L2_PER_PARAM_TYPE -> GradientNormalization.RenormalizeL2PerParamType;
    };
  }
}
