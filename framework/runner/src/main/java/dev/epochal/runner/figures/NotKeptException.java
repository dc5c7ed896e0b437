package dev.epochal.runner.figures;

/** Thrown when what a figure needs is not in the run's folder, although runs keep it. */
final class NotKeptException extends CannotShowException {
  private static final long serialVersionUID = 1L;

  NotKeptException(String why) {
    super(why);
  }
}
