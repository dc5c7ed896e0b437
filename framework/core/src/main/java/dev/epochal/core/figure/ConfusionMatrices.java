package dev.epochal.core.figure;

import dev.epochal.core.data.Split;
import java.util.List;

/**
 * How often each true class was predicted as each class, a panel per split.
 *
 * @param classNames name of each class, in order
 * @param panels a matrix for each split that was evaluated
 */
public record ConfusionMatrices(FigureSubject subject, List<String> classNames, List<Panel> panels)
    implements FigureData {
  public static final String NAME = "confusion-matrices";

  /**
   * One split's matrix.
   *
   * @param counts {@code counts[true class][predicted class]}, {@code [classes, classes]}
   */
  public record Panel(Split split, List<List<Integer>> counts) {
    public Panel {
      counts = counts.stream().map(List::copyOf).toList();
    }
  }

  public ConfusionMatrices {
    classNames = List.copyOf(classNames);
    panels = List.copyOf(panels);
  }

  @Override
  public String figureName() {
    return NAME;
  }

  @Override
  public <T> T match(Cases<T> cases) {
    return cases.confusionMatrices(this);
  }
}
