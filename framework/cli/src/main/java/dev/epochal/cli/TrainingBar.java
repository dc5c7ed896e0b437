package dev.epochal.cli;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Two lines at the foot of a terminal: how far training is, with images per second and time left,
 * and below it what the last epoch yielded, which no bar of 80 columns has room for.
 */
final class TrainingBar implements AutoCloseable {
  private static final String CLEAR = "\r\u001b[2K";
  private static final String UP = "\u001b[1A";

  private final PrintStream terminal;
  private final ProgressBar bar;
  private volatile String values = "";

  /**
   * Draws it for the first time.
   *
   * @param done images that were trained on before
   * @param elapsed how long that took
   * @param images of all epochs together
   * @param columns of the terminal
   */
  TrainingBar(PrintStream terminal, long done, Duration elapsed, long images, int columns) {
    this.terminal = terminal;
    this.bar =
        new ProgressBarBuilder()
            .setInitialMax(images)
            .startsFrom(done, elapsed)
            .setTaskName("training")
            .setUnit(" images", 1)
            .showSpeed()
            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
            .setUpdateIntervalMillis(250)
            .setMaxRenderedLength(columns)
            .setConsumer(new DelegatingProgressBarConsumer(this::draw, columns))
            .build();
  }

  void step(long images) {
    bar.stepBy(images);
  }

  /** Replaces the second line. */
  void show(String epochValues) {
    values = epochValues;
    bar.refresh();
  }

  @Override
  public void close() {
    bar.close();
    terminal.print("\n\n");
    terminal.flush();
  }

  private void draw(String line) {
    terminal.print(CLEAR + line.stripTrailing() + "\n" + CLEAR + values + UP + "\r");
    terminal.flush();
  }
}
