package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to be wrong is answered with its place, its rule and exit code 2. */
final class BadSpecsTest {
  @TempDir Path folder;

  static List<BadSpec> table() {
    return BadSpecs.table();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  // Nothing to measure by: what a hostile file must not reach on however slow a machine.
  @Timeout(30)
  void isRefusedAtItsPlace(BadSpec bad) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("validate"));
    arguments.addAll(bad.in(folder));

    Said said = run(arguments);

    assertThat(said.out()).isEmpty();
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).doesNotContain("\tat ", "Exception");
    List<String> lines = said.err().lines().map(line -> line.replace(folder + "/", "")).toList();
    assertThat(lines).hasSameSizeAs(bad.messages());
    for (int i = 0; i < lines.size(); i++) {
      assertThat(lines.get(i)).startsWith(bad.messages().get(i));
    }
  }

  @Test
  void theyDifferFromASpecThatIsRight() throws Exception {
    BadSpec good =
        new BadSpec(
            "good",
            Map.of("x.yaml", BadSpec.GOOD.getBytes(StandardCharsets.UTF_8)),
            List.of(),
            List.of());
    List<String> arguments = new ArrayList<>(List.of("validate"));
    arguments.addAll(good.in(folder));

    assertThat(run(arguments).exit()).isZero();
    assertThat(table()).hasSizeGreaterThan(60);
  }

  private record Said(int exit, String out, String err) {}

  private static Said run(List<String> arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of());
    int exit = Main.run(console, arguments.toArray(String[]::new));
    return new Said(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
