package dev.epochal.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Two lines at the foot of a terminal: how far a sweep is, and below it each trial that trains. */
final class SweepBar implements AutoCloseable {
  /** A trial moves the bar in so many steps. */
  private static final long STEPS = 1000;

  private static final String CLEAR = "\r\u001b[2K";
  private static final String UP = "\u001b[1A";

  private final PrintStream terminal;
  private final int columns;
  private final ProgressBar bar;
  private volatile String running = "";

  /**
   * Draws it for the first time.
   *
   * @param trials of the sweep
   * @param columns of the terminal
   */
  SweepBar(PrintStream terminal, int trials, int columns) {
    this.terminal = terminal;
    this.columns = columns;
    this.bar =
        new ProgressBarBuilder()
            .setInitialMax(trials * STEPS)
            .setTaskName("sweep")
            .setUnit(" trials", STEPS)
            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
            .setUpdateIntervalMillis(250)
            .setMaxRenderedLength(columns)
            .setConsumer(new DelegatingProgressBarConsumer(this::draw, columns))
            .build();
  }

  /**
   * Shows how it stands.
   *
   * @param trials that are done, with the parts of those that go on
   */
  void show(double trials, String trialsThatGoOn) {
    running =
        trialsThatGoOn.length() < columns
            ? trialsThatGoOn
            : trialsThatGoOn.substring(0, columns - 1);
    bar.stepTo(Math.round(trials * STEPS));
  }

  /** Makes room for a line. */
  synchronized void clear() {
    terminal.print(CLEAR + "\n" + CLEAR + UP);
    terminal.flush();
  }

  @Override
  public void close() {
    bar.close();
    terminal.print("\n\n");
    terminal.flush();
  }

  private synchronized void draw(String line) {
    terminal.print(CLEAR + line.stripTrailing() + "\n" + CLEAR + running + UP + "\r");
    terminal.flush();
  }
}
