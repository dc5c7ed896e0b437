package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a machine lacks is said in a sentence. */
final class MainTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aLibraryThatDoesNotLoadIsSaidWithItsRemedy() {
    assertThat(broken(new UnsatisfiedLinkError("libgomp.so.1: cannot open"))).isEqualTo(1);

    assertThat(said().lines())
        .singleElement()
        .asString()
        .contains("libgomp.so.1: cannot open", "apt-get install libgomp1", "./run doctor");
  }

  @Test
  void tooLittleMemoryIsSaidWithItsRemedy() {
    assertThat(broken(new OutOfMemoryError("Java heap space"))).isEqualTo(1);

    assertThat(said().lines())
        .singleElement()
        .asString()
        .contains("memory does not suffice", "Java heap space", "training.batchSize");
  }

  @Test
  void whereItHappenedIsForDebuggingAlone() {
    broken(new OutOfMemoryError("Java heap space"), "--debug");

    assertThat(said()).contains("\tat ");
  }

  private int broken(Error error, String... arguments) {
    PrintStream to = new PrintStream(err, true, StandardCharsets.UTF_8);
    return Main.guarded(
        new Console(to, to, Map.of()),
        List.of(arguments),
        () -> {
          throw error;
        });
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
