package dev.epochal.figures;

import dev.epochal.core.problem.EpochalException;
import java.util.Optional;

/** Whether this machine can draw text at all: a JDK has no fonts of its own. */
final class Fonts {
  private static final String REMEDY =
      "install fonts, on Debian and Ubuntu: apt-get install fontconfig fonts-dejavu-core";

  /** Looked at once, since the JDK does not look for fonts a second time either. */
  private static final class Once {
    static final Optional<String> PROBLEM = probe();
  }

  private Fonts() {}

  static Optional<String> problem() {
    return Once.PROBLEM;
  }

  static void require() {
    problem()
        .ifPresent(
            problem -> {
              throw new EpochalException(problem);
            });
  }

  // A JDK without fonts throws an Error from a static initialiser, and a JDK without libfreetype
  // an UnsatisfiedLinkError: no narrower type covers both.
  private static Optional<String> probe() {
    try {
      if (Text.width("fonts", Style.TEXT) > 0) {
        return Optional.empty();
      }
      return Optional.of("cannot draw figures: text has no width; " + REMEDY);
    } catch (Exception | LinkageError | InternalError e) {
      return Optional.of("cannot draw figures: no usable fonts (" + rootOf(e) + "); " + REMEDY);
    }
  }

  private static String rootOf(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null ? root.getClass().getSimpleName() : Text.clean(message);
  }
}
