package dev.epochal.runner;

import dev.epochal.engine.dataset.DataListener;

/** Passes on what the engine says of data: the commands do not see the engine. */
record Listening(DataMessages messages) implements DataListener {

  static DataListener to(DataMessages messages) {
    return new Listening(messages);
  }

  @Override
  public void message(String sentence) {
    messages.message(sentence);
  }

  @Override
  public void downloaded(String file, long bytes, long total) {
    messages.downloaded(file, bytes, total);
  }
}
