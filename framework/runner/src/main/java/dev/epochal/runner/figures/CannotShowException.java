package dev.epochal.runner.figures;

import dev.epochal.core.problem.EpochalException;

/** Thrown when a run lacks what a figure needs; the message is the sentence that says what. */
class CannotShowException extends EpochalException {
  private static final long serialVersionUID = 1L;

  CannotShowException(String why) {
    super(why);
  }
}
