package dev.epochal.runner.figures;

import dev.epochal.core.data.Split;
import dev.epochal.core.figure.FigureSubject;
import dev.epochal.core.figure.LabelledImage;
import java.util.List;

/** Images and labels that figures can show, of a run or before one. */
interface ShownData {
  FigureSubject subject();

  List<String> classNames();

  /** Images in a split. */
  int size(Split split);

  /** One image with its label. */
  LabelledImage image(Split split, int position);

  /** The true classes of a split. */
  int[] labels(Split split);
}
