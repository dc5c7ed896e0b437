package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Some of the bad specs, given to the real program to train: nothing is written. */
final class BadSpecsIT {
  private static final List<String> SOME =
      List.of(
          "everything at once",
          "a file of 10 MB",
          "20,000 nested brackets",
          "an alias bomb",
          "an unknown variant");

  @TempDir Path home;

  static List<BadSpec> some() {
    return BadSpecs.table().stream().filter(bad -> SOME.contains(bad.what())).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("some")
  void isRefusedBeforeAnythingIsWritten(BadSpec bad) throws Exception {
    Program program = new Program(home);

    Program.Result ran = program.run(bad.in(home).toArray());

    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains(bad.messages()).doesNotContain("\tat ", "Exception");
    assertThat(program.runs()).doesNotExist();
    assertThat(some()).hasSameSizeAs(SOME);
  }
}
