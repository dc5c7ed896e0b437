package dev.epochal.figures.caption;

import dev.epochal.core.figure.LossHistory;
import dev.epochal.figures.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How training went, from its losses. */
final class LossHistoryCaption {
  /** From this share of a guess's loss on, a network is said to do no better. */
  private static final double NO_BETTER = 0.95;

  private LossHistoryCaption() {}

  static Caption of(LossHistory history, Guess guess, boolean dropout) {
    List<String> paragraphs = new ArrayList<>();
    if (history.epochs().isEmpty()) {
      paragraphs.add("No epoch was completed.");
    } else {
      Course course = Course.of(history, guess);
      paragraphs.add((lowest(history, course) + " " + verdict(history, course, guess)).strip());
      paragraphs.add(accuracies(history));
      paragraphs.add(reading(history, dropout));
    }
    return new Caption("Loss history", paragraphs);
  }

  /** In one sentence or two: how training went. */
  static String verdict(LossHistory history, Course course, Guess guess) {
    double last = last(history.trainLoss());
    return switch (course.verdict()) {
      case DIVERGED ->
          "Training diverged: the train loss went from %s to %s, where guessing among %d classes has %s. A lower learning rate, smaller inputs (data.normalize) and clipped gradients are the usual remedies."
              .formatted(
                  // What it rose from; NaN comes of any loss.
                  Numbers.value(
                      Double.isFinite(last)
                          ? Collections.min(history.trainLoss())
                          : history.trainLoss().get(0)),
                  Numbers.value(last),
                  guess.classes(),
                  Numbers.value(guess.loss()));
      case FAR_ABOVE_GUESSING ->
          "Training has not come near guessing yet: the train loss is still %s at the end, where guessing among %d classes has %s. %s"
              .formatted(
                  Numbers.value(last),
                  guess.classes(),
                  Numbers.value(guess.loss()),
                  course.fall() > Course.FALL
                      ? "It is still falling: more epochs would lower it."
                      : "It no longer falls: a lower learning rate and smaller inputs (data.normalize) are the usual remedies.");
      case ONE_EPOCH ->
          "After one epoch there is no course yet: whether the loss would fall on cannot be said.";
      case UNSTABLE ->
          "Both losses have risen since then: training has become unstable, which a lower learning rate usually cures.";
      case OVERFITTING -> overfitting(history, course);
      case UNDERFITTING -> underfitting(last, guess, course);
      case FALLING -> "Training had not converged: more epochs would lower the loss further.";
      case SETTLED ->
          "Neither overfitting nor underfitting shows: the losses have settled close to each other.";
    };
  }

  private static String underfitting(double last, Guess guess, Course course) {
    boolean falls = course.fall() > Course.FALL;
    if (last > NO_BETTER * guess.loss()) {
      return "The network does no better than guessing: the train loss is %s at the end, that of guessing among %d classes is %s. %s"
          .formatted(
              Numbers.value(last),
              guess.classes(),
              Numbers.value(guess.loss()),
              falls
                  ? "It is still falling: more epochs would lower it."
                  : "It no longer falls: try a lower learning rate first; if the loss hardly moved from the start, a higher one.");
    }
    return "This is underfitting: even the train loss is still %s at the end, more than half of the %s of guessing among %d classes. %s"
        .formatted(
            Numbers.value(last),
            Numbers.value(guess.loss()),
            guess.classes(),
            falls
                ? "It is still falling: more epochs or a higher learning rate would lower it."
                : "It no longer falls: another learning rate or a larger network may lower it.");
  }

  private static String overfitting(LossHistory history, Course course) {
    double train = last(history.trainLoss());
    if (course.rise() > Course.RISE) {
      return "This is overfitting: meanwhile the train loss went on from %s to %s. Stopping at epoch %d (earlyStopping, or evaluate.model: best), more images or more dropout are the usual remedies."
          .formatted(
              Numbers.value(history.trainLoss().get(course.best())),
              Numbers.value(train),
              history.epochs().get(course.best()));
    }
    return "This is overfitting: the validation loss ends at %s, %s times the train loss of %s. More images or more dropout are the usual remedies."
        .formatted(
            Numbers.value(course.end()),
            Numbers.value(rounded(course.end() / train)),
            Numbers.value(train));
  }

  private static String lowest(LossHistory history, Course course) {
    if (course.best() < 0) {
      return "No epoch has a finite validation loss.";
    }
    int epoch = history.epochs().get(course.best());
    String lowest =
        "Validation loss is lowest at epoch %d (%s)"
            .formatted(epoch, Numbers.value(history.validationLoss().get(course.best())));
    int since = history.epochs().size() - 1 - course.best();
    if (history.epochs().size() == 1) {
      return lowest + ", the only one.";
    }
    if (since == 0) {
      return lowest
          + ", the last one"
          + falling(course, Course.tail(history.validationLoss()))
          + ".";
    }
    if (!Double.isFinite(course.rise())) {
      return lowest + "; at the end it is not a finite number.";
    }
    double above = course.end() / history.validationLoss().get(course.best()) - 1;
    int tail = Course.tail(history.validationLoss());
    String end =
        Numbers.value(course.end())
            + (tail == 1 ? " at the end" : " in the mean of the last " + tail + " epochs");
    if (course.rise() > Course.RISE) {
      return "%s; since then it has risen by %s, to %s.".formatted(lowest, share(above), end);
    }
    return above > Course.RISE
        ? "%s, a single low epoch; averaged over %d epochs it is flat, at %s."
            .formatted(lowest, tail, end)
        : "%s; since then it is flat (%s).".formatted(lowest, end);
  }

  private static String falling(Course course, int tail) {
    return course.fall() > Course.FALL
        ? "; it was still falling, by %s over the last %s"
            .formatted(share(course.fall()), tail == 1 ? "epoch" : tail + " epochs")
        : "";
  }

  private static String accuracies(LossHistory history) {
    return "Accuracy in the last epoch: train %s (n = %s), validation %s (n = %s)."
        .formatted(
            Numbers.percent(last(history.trainAccuracy())),
            Numbers.count(history.trainSize()),
            Numbers.percent(last(history.validationAccuracy())),
            Numbers.count(history.validationSize()));
  }

  private static String reading(LossHistory history, boolean dropout) {
    int n = history.epochs().size();
    long below = 0;
    for (int i = 0; i < n; i++) {
      below += history.validationLoss().get(i) < history.trainLoss().get(i) ? 1 : 0;
    }
    String how =
        "Train values are of the training passes, before each update%s; validation values are measured after the epoch, without."
            .formatted(dropout ? " and with dropout on" : "");
    return below == 0
        ? how
        : how
            + " So that the validation loss lies below the train loss in %d of %d epochs means nothing bad."
                .formatted(below, n);
  }

  private static double last(List<Double> values) {
    return values.get(values.size() - 1);
  }

  private static double rounded(double factor) {
    return Math.round(10 * factor) / 10.0;
  }

  private static String share(double share) {
    return share < 10
        ? Numbers.value(Math.round(1000 * share) / 10.0) + " %"
        : "a factor of " + Numbers.value(1 + share);
  }
}
