package dev.epochal.engine.dataset;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what was said while data were fetched. */
final class Heard implements DataListener {
  final List<String> sentences = new CopyOnWriteArrayList<>();
  final List<String> progress = new CopyOnWriteArrayList<>();

  @Override
  public void message(String sentence) {
    sentences.add(sentence);
  }

  @Override
  public void downloaded(String file, long bytes, long total) {
    progress.add(file + " " + bytes + "/" + total);
  }
}
