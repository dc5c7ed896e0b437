package dev.epochal.ui.training;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.deeplearning4j.ui.model.stats.api.StatsInitializationReport;
import org.deeplearning4j.ui.model.stats.api.StatsReport;
import org.deeplearning4j.ui.model.stats.api.StatsType;
import org.jspecify.annotations.Nullable;

/**
 * DL4J's pages write texts of a session into HTML as they are: only such as cannot be a tag pass.
 */
final class PlainText {
  static final String MODEL = "org.deeplearning4j.nn.multilayer.MultiLayerNetwork";

  private static final Pattern NAME = Pattern.compile("[\\w .-]{0,200}");
  private static final Pattern TAG = Pattern.compile("[<>&\"'`\\\\]");

  private PlainText() {}

  /** Whether what is said of network and machine is plain. */
  static boolean is(StatsInitializationReport about) {
    return MODEL.equals(about.getModelClassName())
        && areNames(Arrays.asList(about.getModelParamNames()))
        && isPlain(about.getSwHostName())
        && isPlain(about.getSwOsName())
        && isPlain(about.getSwArch())
        && isPlain(about.getSwJvmName())
        && isPlain(about.getSwJvmVersion())
        && isPlain(about.getSwNd4jBackendClass())
        && isPlain(about.getSwNd4jDataTypeName());
  }

  /** Whether the names of arrays in a report are plain. */
  static boolean is(StatsReport report) {
    for (StatsType type : StatsType.values()) {
      if (!areNames(report.getMean(type))
          || !areNames(report.getStdev(type))
          || !areNames(report.getMeanMagnitudes(type))
          || !areNames(report.getHistograms(type))) {
        return false;
      }
    }
    return areNames(report.getLearningRates());
  }

  /** Whether a name of a network's is. */
  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  private static boolean areNames(@Nullable Map<String, ?> named) {
    return named == null || areNames(named.keySet());
  }

  private static boolean areNames(Collection<String> names) {
    return names.stream().allMatch(PlainText::isName);
  }

  private static boolean isPlain(@Nullable String text) {
    return text == null || !TAG.matcher(text).find();
  }
}
