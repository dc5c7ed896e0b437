package dev.epochal.figures.caption;

import dev.epochal.core.figure.MostWrong;
import dev.epochal.core.figure.PredictedImage;
import dev.epochal.figures.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Where the model was surest and wrong. */
final class MostWrongCaption {
  private MostWrongCaption() {}

  static Caption of(MostWrong figure) {
    if (figure.images().isEmpty()) {
      return new Caption(
          "Most wrong",
          List.of(
              "None of the %s images of the %s split is misclassified."
                  .formatted(Numbers.count(figure.n()), figure.split().key())));
    }
    PredictedImage first = figure.images().get(0);
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(
        "%s of the %s %s images are misclassified (%s). The surest mistake is %s:%d, of class %s, taken for %s with a probability of %s."
            .formatted(
                Numbers.count(figure.wrong()),
                Numbers.count(figure.n()),
                figure.split().key(),
                Numbers.percent((double) figure.wrong() / figure.n()),
                figure.split().key(),
                first.position(),
                Names.ofClass(figure.classNames(), first.label()),
                Names.ofClass(figure.classNames(), first.predicted()),
                Numbers.percent(first.probability())));
    paragraphs.add(
        "Would a person have got these right? If not, the label may be wrong, or the image too unclear to be learned.");
    return new Caption("Most wrong", paragraphs);
  }
}
