package dev.epochal.runner.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.answer.AskedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An answer knows which factors are circumstances by the names that they have here. */
final class CircumstancesTest {
  @Test
  void areTheEnvironmentAndTheCode() {
    List<String> names =
        new ArrayList<>(Relevance.ENVIRONMENT.stream().map(Map.Entry::getKey).toList());
    names.add("the code");
    names.add("uncommitted changes");

    assertThat(AskedRun.CIRCUMSTANCES).containsExactlyInAnyOrderElementsOf(names);
  }
}
