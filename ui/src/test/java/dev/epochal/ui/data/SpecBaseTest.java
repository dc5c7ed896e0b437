package dev.epochal.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.planning.SpecChange;
import org.junit.jupiter.api.Test;

/** What is said of a spec's base: that there is none, what differs, or that nobody knows. */
final class SpecBaseTest {
  @Test
  void aSpecAloneHasNone() {
    assertThat(SpecBase.of("name: a\n").kind()).isEqualTo(SpecBase.Kind.NONE);
  }

  @Test
  void whatDiffersIsKnown() {
    SpecBase base = SpecBase.of("seed: 2\n# base.yaml:\n#   seed: 1\n");
    assertThat(base.kind()).isEqualTo(SpecBase.Kind.KNOWN);
    assertThat(base.changes()).containsExactly(new SpecChange("seed", "1", "2"));
    assertThat(SpecBase.of("seed: 1\n# base.yaml:\n#   seed: 1\n"))
        .isEqualTo(new SpecBase(SpecBase.Kind.KNOWN, java.util.List.of(), ""));
  }

  @Test
  void aBaseThatCannotBeReadIsNotSaidToBeNone() {
    SpecBase base = SpecBase.of("seed: 2\n# base.yaml:\n#   seed: [1\n");
    assertThat(base.kind()).isEqualTo(SpecBase.Kind.UNREADABLE);
    assertThat(base.changes()).isEmpty();
    assertThat(base.trouble()).contains("YAML");
  }
}
