package dev.epochal.core.spec;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.epochal.core.figure.ConfusionMatrices;
import dev.epochal.core.figure.LossHistory;
import java.util.List;

/** The key {@code evaluate.figures}: a word, or figures by name. */
public sealed interface FiguresSpec {
  /** What needs no names. */
  enum Choice implements FiguresSpec {
    ALL,
    NONE
  }

  /** These. */
  record Listed(@JsonValue List<Figure> figures) implements FiguresSpec {}

  /** The figures that can be asked for. */
  enum Figure {
    LOSS_HISTORY(LossHistory.NAME),
    CONFUSION_MATRICES(ConfusionMatrices.NAME);

    private final String key;

    Figure(String key) {
      this.key = key;
    }

    /** The name in specs and of the figure's files. */
    @JsonValue
    public String key() {
      return key;
    }
  }
}
