package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.run.RunFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run's plan is run once more: as a run of its own, or to be compared. */
final class VerifyIT {
  @TempDir static Path first;
  private static Path recorded;

  @TempDir Path home;

  private Program program;
  private RunFolder run;

  @BeforeAll
  static void aRun() throws Exception {
    Program program = program(first);
    Program.Result ran = program.run(program.spec("tiny.yaml", Specs.MLP), "evaluate.figures=none");
    assertThat(ran.exit()).as(ran.err()).isZero();
    recorded = program.runFolders().get(0);
  }

  @BeforeEach
  void aCopyOfIt() throws Exception {
    program = program(home);
    program.spec("tiny.yaml", Specs.MLP);
    run = RunFolder.of(program.runs(), recorded.getFileName().toString());
    try (Stream<Path> all = Files.walk(recorded)) {
      for (Path from : all.toList()) {
        Path to = run.path().resolve(recorded.relativize(from));
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
      }
    }
  }

  private static Program program(Path home) {
    Program program = new Program(home);
    program.setEnvironment("OMP_NUM_THREADS", "1");
    return program;
  }

  @Test
  void aRunIsIdenticalWhichItsRecordSaysFromThenOn() throws Exception {
    Program.Result verified = program.run("verify", "latest");

    assertThat(verified.exit()).as(verified.err()).isZero();
    assertThat(verified.out())
        .matches(
            "IDENTICAL: 3 of 3 epochs, [0-9,]+ updates, [0-9,]+ parameters, [0-9,]+ predictions\n");
    assertThat(verified.err()).contains("this run is not recorded", "epoch 3/3: loss ");
    assertThat(program.runFolders()).containsExactly(run.path());
    JsonNode verification = program.run("show", "latest", "--json").json().at("/verifications/0");
    assertThat(verification.path("verdict").asText()).isEqualTo("IDENTICAL");
    assertThat(verification.path("epochs").asInt()).isEqualTo(3);
    assertThat(verification.path("sameEnvironment").asBoolean()).isTrue();
  }

  @Test
  void aRunOfOtherThreadsIsSaidToBe() throws Exception {
    program.setEnvironment("OMP_NUM_THREADS", "2");

    Program.Result verified = program.run("verify", run.id());

    assertThat(verified.out()).contains("native.threads is 2, was 1");
    assertThat(verified.err()).contains("Not the environment of before");
  }

  @Test
  void anotherHistoryHasDiverged() throws Exception {
    String journal = Files.readString(run.journal());
    Files.writeString(
        run.journal(),
        journal.replaceFirst("(\"epoch\":2,.*\"validation.loss\":)[0-9.]+", "$10.25"));

    Program.Result verified = program.run("verify", run.id());

    assertThat(verified.exit()).isEqualTo(1);
    assertThat(verified.out())
        .startsWith("DIVERGED at epoch 2: 3 of 3 epochs, ")
        .containsPattern(
            "first difference +in epoch 2, validation.loss differs: .* instead of 0.25\n")
        .containsPattern("epochs +2 of 3 the same\n")
        .containsPattern("final +all [0-9,]+ parameters the same\n");
    assertThat(verified.err()).contains("not the same: in epoch 2");
  }

  @Test
  void aModelThatIsOffByOneBitIsWithinOneUlp() throws Exception {
    flipLastBit(run.finalModel());

    Program.Result verified = program.run("verify", run.id(), "--json");

    assertThat(verified.exit()).as(verified.err()).isEqualTo(3);
    JsonNode result = verified.json();
    assertThat(result.path("verdict").asText()).isEqualTo("WITHIN 1 ULP");
    assertThat(result.at("/parameters/final/differing").asInt()).isEqualTo(1);
    assertThat(result.at("/parameters/final/maxUlp").asInt()).isEqualTo(1);
    assertThat(result.at("/firstDifference/epoch").asInt()).isEqualTo(3);
    assertThat(result.at("/epochs/3/same").asBoolean()).isTrue();
    assertThat(result.at("/predictions/test/differing").asInt(-1)).isZero();
  }

  @Test
  void theFirstEpochsAreComparedAlone() throws Exception {
    Program.Result verified = program.run("verify", run.id(), "--epochs", "1");

    assertThat(verified.exit()).as(verified.err()).isZero();
    assertThat(verified.out()).startsWith("IDENTICAL: 1 of 3 epochs, ");
  }

  @Test
  void whoeverStopsItGetsNoVerdict() throws Exception {
    Program.Running endless = program.start(home.resolve("tiny.yaml"), "training.epochs=100000");
    Await.until(() -> Files.readString(endless.err()).contains("epoch 2/"), () -> "two epochs");
    endless.process().destroy();
    assertThat(endless.end().exit()).isEqualTo(130);
    pretendThatItIsLong(program.run("show", "latest", "--json").json());

    Program.Running verifying = program.start("verify", "latest");
    Await.until(() -> Files.readString(verifying.err()).contains("epoch 2/"), () -> "two epochs");
    verifying.interrupt();
    Program.Result stopped = verifying.end();

    assertThat(stopped.exit()).as(stopped.err()).isEqualTo(130);
    assertThat(stopped.out()).startsWith("STOPPED after epoch ");
    assertThat(program.run("show", "latest", "--json").json().path("verifications")).isEmpty();
  }

  /** So that whoever compares it is still at it when he is stopped. */
  private static void pretendThatItIsLong(JsonNode shown) throws IOException {
    Path journal = new RunFolder(Path.of(shown.path("folder").asText())).journal();
    String epoch =
        Files.readAllLines(journal).stream()
            .filter(line -> line.contains("\"epoch\":1,"))
            .collect(Collectors.joining("\n"));
    Files.writeString(journal, epoch.replace(":1,", ":90000,") + "\n", StandardOpenOption.APPEND);
  }

  @Test
  void whatCannotBeVerifiedIsRefused() throws Exception {
    Program.Result unknown = program.run("verify", "nobody");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("there is no run \"nobody\"");

    Program.Result few = program.run("verify", "latest", "--epochs", "-1", "--within", "-2");
    assertThat(few.exit()).isEqualTo(2);
    assertThat(few.err())
        .contains(
            "--epochs must be at least 0 but was -1", "--within must be at least 0 but was -2");
  }

  @Test
  void aPlanIsRunAgainWhateverItsSpecSaysNow() throws Exception {
    program.spec("tiny.yaml", "nothing: of the kind");

    Program.Result again = program.run("rerun", "latest", "--name", "again", "--json");

    assertThat(again.exit()).as(again.err()).isZero();
    JsonNode rerun = again.json();
    assertThat(rerun.path("name").asText()).isEqualTo("again");
    assertThat(rerun.path("hashes"))
        .isEqualTo(program.run("show", run.id(), "--json").json().path("hashes"));
    assertThat(rerun.path("rerunOf").asText()).isEqualTo(run.id());
    assertThat(program.run("show", "again").out()).contains("rerun of   " + run.id());
    Program.Result settings = program.run("jvm-settings", "--", "rerun", "latest");
    assertThat(settings.out()).contains("env OMP_NUM_THREADS=1\n");
  }

  /** The last float's, in a file that stays a zip. */
  private static void flipLastBit(Path model) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(model))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    byte[] parameters = entries.get("coefficients.bin");
    parameters[parameters.length - 1] ^= 1;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    Files.write(model, bytes.toByteArray(), StandardOpenOption.TRUNCATE_EXISTING);
  }
}
