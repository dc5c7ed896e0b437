package dev.epochal.ui.http;

import dev.epochal.core.problem.EpochalException;

/** A request that is not carried out, and why. */
public final class Refused extends EpochalException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * @param status of HTTP, from 400 on
   * @param message for the person at the browser
   */
  public Refused(int status, String message) {
    super(message);
    this.status = status;
  }

  /** There is nothing at this address. */
  public static Refused notFound(String what) {
    return new Refused(404, what);
  }

  public int status() {
    return status;
  }
}
