package dev.epochal.cli;

import dev.epochal.runner.DataMessages;

/** Shows data being fetched, on stderr. */
final class FetchDisplay implements DataMessages {
  private final Console console;
  private long lastMegabytes = -1;

  FetchDisplay(Console console) {
    this.console = console;
  }

  @Override
  public void message(String sentence) {
    console.say(sentence);
  }

  @Override
  public void downloaded(String file, long bytes, long total) {
    long megabytes = bytes >> 20;
    if (console.terminal() && megabytes != lastMegabytes) {
      lastMegabytes = megabytes;
      console.say(
          "downloading %s: %d MB%s"
              .formatted(file, megabytes, total == 0 ? "" : " of " + (total >> 20)));
    }
  }
}
