package dev.epochal.runner;

import java.util.function.BooleanSupplier;

/** Whether a run is to stop, asked after each update. */
@FunctionalInterface
public interface StopWish extends BooleanSupplier {
  /** Who asked, as a reason begins. */
  default String words() {
    return "asked to stop";
  }
}
