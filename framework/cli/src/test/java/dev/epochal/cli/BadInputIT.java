package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong use ends with 2, a sentence, and nothing written. */
final class BadInputIT {
  @TempDir Path home;

  private Program program;
  private Path good;

  @BeforeEach
  void aGoodSpec() throws Exception {
    program = new Program(home);
    good = program.spec("good.yaml", Specs.MLP);
  }

  @Test
  void aBadSpecIsRefusedWithThePlaceOfEachProblem() throws Exception {
    Path bad =
        program.spec(
            "bad.yaml",
            Specs.MLP.replace("batchSize: 50", "batch_size: 50").replace("epochs: 3", "epochs: 0"));
    Program.Result ran = program.run(bad);
    refused(
        ran,
        bad + ":12:3: ",
        "did you mean \"batchSize\"?",
        bad + ":13:",
        "at least 1",
        "problems");
    assertThat(program.runFolders()).isEmpty();
  }

  @Test
  void aSpecThatIsNotThereIsRefused() throws Exception {
    refused(program.run(home.resolve("nowhere.yaml")), "nowhere.yaml");
  }

  @Test
  void anOverrideOfNoKeyIsRefused() throws Exception {
    refused(program.run(good, "training.batchSzie=3"), "command line", "batchSize");
  }

  @Test
  void anUnknownCommandGetsASuggestion() throws Exception {
    refused(program.run("lst"), "lst", "did you mean", "list");
  }

  @Test
  void anUnknownRunIsRefused() throws Exception {
    refused(program.run("show", "ffffffffffff"), "there is no run \"ffffffffffff\"", "./run list");
    refused(program.run("logs", "latest"), "the registry is empty");
  }

  @Test
  void aNameWithASlashIsRefused() throws Exception {
    refused(program.run(good, "--name", "a/b"), "--name", "a/b");
    assertThat(program.runFolders()).isEmpty();
  }

  @Test
  void noThreadsAreRefused() throws Exception {
    refused(program.run(good, "--threads", "0"), "--threads");
    assertThat(program.runFolders()).isEmpty();
  }

  @Test
  void lettersWhereANumberBelongsAreRefused() throws Exception {
    refused(program.run(good, "--threads", "many"), "--threads", "many");
    refused(program.run("list", "--limit", "0"), "--limit", "at least 1");
  }

  private static void refused(Program.Result ran, String... words) {
    assertThat(ran.err()).contains(words).doesNotContain("\tat ", "Exception");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
  }
}
