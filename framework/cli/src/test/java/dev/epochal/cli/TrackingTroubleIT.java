package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recording that cannot begin fails the run at once; later nothing stops training. */
final class TrackingTroubleIT {
  @TempDir Path home;

  private Program program;
  private Path spec;

  @BeforeEach
  void anExperiment() throws Exception {
    program = new Program(home);
    spec = program.spec("tiny.yaml", Specs.MLP);
  }

  private String refused(int exit) throws Exception {
    Program.Result ran = program.run(spec);
    assertThat(ran.exit()).as(ran.err()).isEqualTo(exit);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines()).hasSize(1);
    return ran.err();
  }

  private Connection holdingTheRegistry() throws Exception {
    Path file = program.runs().resolve("registry");
    return DriverManager.getConnection("jdbc:h2:file:" + file, "sa", "");
  }

  @Test
  void aFileInPlaceOfTheFolder() throws Exception {
    Files.writeString(program.runs(), "no folder");
    assertThat(refused(1))
        .contains(program.runs() + " is in the way: it is no folder", "--runs or EPOCHAL_RUNS");
  }

  @Test
  void aFolderThatCannotBeWrittenAndIsStillShown() throws Exception {
    assumeTrue(SmallDisk.possible(), "needs root, to mount a read-only disk");
    try (SmallDisk disk = SmallDisk.mount(program.runs(), 8_000)) {
      assertThat(program.run(spec, "training.epochs=1").exit()).isZero();
      disk.readOnly();
      assertThat(refused(1)).contains("Read-only file system", "--runs or EPOCHAL_RUNS");
      Program.Result list = program.run("list");
      assertThat(list.exit()).as(list.err()).isZero();
      assertThat(list.out()).contains("tiny-1", "FINISHED");
    }
  }

  @Test
  void aRegistryOfGarbageIsPutAsideAndMadeAnew() throws Exception {
    Files.createDirectories(program.runs());
    Path registry = program.runs().resolve("registry.mv.db");
    Files.writeString(registry, "no database ".repeat(2_000));
    Program.Result ran = program.run(spec, "training.epochs=1");
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.err())
        .contains("the registry " + registry + " is damaged", "made anew from the run folders");
    assertThat(program.run("list").out()).contains("tiny-1", "FINISHED");
    try (Stream<Path> files = Files.list(program.runs())) {
      assertThat(files.filter(file -> file.toString().endsWith(".old")))
          .singleElement()
          .satisfies(aside -> assertThat(aside).content().startsWith("no database"));
    }
  }

  @Test
  void aRegistryThatAnotherProgramHoldsOpen() throws Exception {
    Files.createDirectories(program.runs());
    try (Connection held = holdingTheRegistry()) {
      assertThat(refused(1))
          .contains("registry.mv.db was in use by another process", "EPOCHAL_REGISTRY");
      assertThat(program.runFolders()).isEmpty();
    }
  }

  @Test
  void aDatabaseServerIsRefusedWithoutItsPassword() throws Exception {
    program.setEnvironment(
        "EPOCHAL_REGISTRY", "jdbc:postgresql://db.example/runs?user=me&password=secret");
    assertThat(refused(2))
        .contains("EPOCHAL_REGISTRY names a database server (jdbc:postgresql:…)", "not supported")
        .doesNotContain("secret");
    assertThat(program.runs()).doesNotExist();
  }

  @Test
  void aRunWhoseFolderIsDeletedTrainsToItsLastEpoch() throws Exception {
    Program.Running running = program.start(spec, "training.epochs=60");
    Await.until(
        () ->
            program.runFolders().stream()
                .anyMatch(folder -> hasEpochs(folder.resolve("journal.jsonl"))),
        () -> "an epoch in the journal");
    // Gone at once, unlike what is deleted file by file.
    Files.move(program.runFolders().get(0), home.resolve("gone"));
    Program.Result ran = running.end();
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.err())
        .contains("epoch 60/60", "FINISHED", "NOT EVERYTHING WAS RECORDED")
        .contains(
            "spec.yaml: deleted while the run went on",
            "journal.jsonl: ",
            "the file was deleted while the run went on")
        .doesNotContain("\tat ", "Exception");

    assertThat(program.run("list").out()).contains("FINISHED (not all recorded)");
    Program.Result show = program.run("show", "latest");
    assertThat(show.out()).contains("!!! not recorded: journal.jsonl", "test       accuracy");
    assertThat(program.runFolders().get(0).resolve("model").resolve("final.zip")).exists();
  }

  @Tag("soak")
  @Test
  void aRegistryThatIsHeldAtTheEndTakesTheRunInLater() throws Exception {
    Program.Running running = program.start(spec, "training.epochs=60", "--json");
    Await.until(
        () ->
            program.runFolders().stream()
                .anyMatch(folder -> hasEpochs(folder.resolve("journal.jsonl"))),
        () -> "an epoch in the journal");
    Program.Result ran;
    try (Connection held = holdingTheRegistry()) {
      ran = running.end();
    }
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.err()).contains("the registry will take this run in when it is next opened");
    JsonNode object = ran.json();
    assertThat(object.path("status").asText()).isEqualTo("FINISHED");
    assertThat(object.path("history").path("train.loss")).hasSize(60);
    assertThat(program.run("show", "latest", "--json").json()).isEqualTo(object);
  }

  @Test
  void aRunWhoseFolderWasDeletedAfterwardsIsStillShown() throws Exception {
    assertThat(program.run(spec, "training.epochs=1").exit()).isZero();
    Path folder = program.runFolders().get(0);
    delete(folder);
    Program.Result show = program.run("show", "tiny-1");
    assertThat(show.exit()).as(show.err()).isZero();
    assertThat(show.out()).contains(folder + " is gone: this is what the registry knows");
    Program.Result logs = program.run("logs", "tiny-1");
    assertThat(logs.exit()).isEqualTo(1);
    assertThat(logs.err()).contains("has no log: " + folder + " does not exist");
  }

  private static boolean hasEpochs(Path journal) {
    try {
      return Files.readString(journal).contains("\"epoch\":2,");
    } catch (IOException notYet) {
      return false;
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }
}
