package dev.epochal.core.planning;

import static dev.epochal.core.planning.SpecFixture.GOOD;
import static dev.epochal.core.planning.SpecFixture.file;
import static dev.epochal.core.planning.SpecFixture.planned;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text that a run keeps as its spec.yaml. */
final class SpecTextTest {
  @TempDir Path folder;

  @Test
  void aFileThatStandsAloneIsKeptAsItIs() throws IOException {
    assertThat(planned(folder, "# mine\n" + GOOD).specText()).isEqualTo("# mine\n" + GOOD);
  }

  @Test
  void whatWasMergedIsWrittenOutAndQuoted() throws IOException {
    file(folder, "base.yaml", "# the base\n" + GOOD);
    Path child = file(folder, "child.yaml", "extends: base.yaml\nname: child\n");

    String text = Planner.plan(child, List.of("training.epochs=9")).specText();

    assertThat(text)
        .contains("\nname: child\n", "\n  epochs: 9\n", "    - {name: fc, type: dense, nOut: 8}\n")
        .contains("#   training.epochs=9\n", "#   extends: base.yaml\n", "#   # the base\n")
        .doesNotContain("\nextends:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "training.epochs=9",
        "network.layers.fc.nOut=3",
        "data.normalize={min: 0, max: 255}",
        "description=\"a: b # c \\\"d\\\" \\t\\x7f\\u2028name: evil\"",
        "description=it's # fine",
        "description='yes'",
        "description='-'",
        "description=日本語 é 🎉",
        "tags.a=\"null\"",
        "data.fallback=null",
        "training.updater.type=adam",
        "evaluate.figures=[confusion-matrices]",
      })
  void itPlansTheSameRunAgain(String override) throws IOException {
    PlannedRun first = planned(folder, GOOD, override);

    PlannedRun again = Planner.plan(file(folder, "spec.yaml", first.specText()), List.of());

    assertThat(again.plan()).isEqualTo(first.plan());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\u0085", "\u2028", "\u2029"})
  void aLineBreakInAnOverrideStaysInItsComment(String lineBreak) throws IOException {
    PlannedRun first = planned(folder, GOOD, "description=a" + lineBreak + "  evil");

    PlannedRun again = Planner.plan(file(folder, "spec.yaml", first.specText()), List.of());

    assertThat(again.plan()).isEqualTo(first.plan());
  }
}
