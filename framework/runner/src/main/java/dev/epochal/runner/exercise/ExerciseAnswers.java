package dev.epochal.runner.exercise;

import dev.epochal.core.answer.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Answers that were worked out before, for whoever looks at the exercises again and again: as long
 * as what one was made of stands as it did, so does the answer.
 */
public final class ExerciseAnswers {
  private static final int MOST = 100;

  private final Map<Object, Answer> kept =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Answer> eldest) {
          return size() > MOST;
        }
      };

  /**
   * The answer to something; when it is refused, nothing is kept.
   *
   * @param of what it is made of
   */
  synchronized Answer of(Object of, Supplier<Answer> made) {
    Answer known = kept.get(of);
    if (known == null) {
      known = made.get();
      kept.put(of, known);
    }
    return known;
  }
}
