package dev.epochal.registry.folder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What could not be recorded: each error once, with how often, and no more than a page of them. */
final class RecordingErrors {
  static final int MOST = 50;

  private final Map<String, Integer> times = new LinkedHashMap<>();
  private Consumer<String> listener = error -> {};
  private int others;

  /** None yet. */
  RecordingErrors() {}

  /** Those of the processes before, as they said them. */
  RecordingErrors(List<String> before) {
    before.forEach(this::add);
  }

  /** From now on {@code heard} is told of an error when it first happens. */
  synchronized void tell(Consumer<String> heard) {
    listener = heard;
  }

  synchronized void add(String error) {
    if (!times.containsKey(error) && times.size() == MOST) {
      others++;
    } else if (times.merge(error, 1, Integer::sum) == 1) {
      listener.accept(error);
    }
  }

  synchronized List<String> all() {
    List<String> all = new ArrayList<>();
    times.forEach((error, n) -> all.add(n == 1 ? error : error + " (" + n + " times)"));
    if (others > 0) {
      all.add("and " + others + " more");
    }
    return all;
  }
}
