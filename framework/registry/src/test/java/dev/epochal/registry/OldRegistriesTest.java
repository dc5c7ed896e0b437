package dev.epochal.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.run.RunStatus;
import dev.epochal.core.run.Series;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Registries that earlier programs wrote; see {@code registries/MakeRegistry.java}. */
class OldRegistriesTest {
  private static final String FORGET =
      "delete from \"flyway_schema_history\" where cast(\"version\" as int) = ?";

  @TempDir Path runs;

  private final List<String> notices = new ArrayList<>();

  private Registry registryOf(int version) throws Exception {
    try (InputStream file = getClass().getResourceAsStream("/registries/v" + version + ".mv.db")) {
      Files.copy(file, runs.resolve("registry.mv.db"));
    }
    return Registry.in(runs, notices::add);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void aRegistryOfEverySchemaSoFarOpensWithAllThatIsInIt(int version) throws Exception {
    Registry registry = registryOf(version);
    assertThat(registry.list(RunQuery.parse("", List.of("-metrics.test.accuracy"), 10)))
        .extracting(RunSummary::name)
        .containsExactly("old-2", "old-1");
    RunDetail detail = registry.show("old-2");
    assertThat(detail.summary().status()).isEqualTo(RunStatus.FAILED);
    assertThat(detail.summary().params()).containsEntry("training.updater.type", "sgd");
    assertThat(detail.summary().metrics())
        .containsEntry("test.loss", Double.NaN)
        .containsEntry("test.accuracy", 0.7);
    assertThat(detail.environment().get("jdk").asText()).isEqualTo("17.0.15");
    assertThat(detail.dataset().splits().get("train").n()).isEqualTo(10);
    assertThat(detail.hashes()).containsOnlyKeys(1, 2);
    Series losses = detail.history().get("iteration.loss");
    assertThat(losses.steps()).isEqualTo(LongStream.rangeClosed(1, 3_000).toArray());
    assertThat(losses.values()[6]).isNaN();
    assertThat(losses.values()[2_999]).isEqualTo(1.0 / 3_000);
    assertThat(detail.history().get("train.loss").values()).containsExactly(0.5, 0.25);
    assertThat(registry.list(RunQuery.parse("secondsTo(train.loss, 0.3) = 1", List.of(), 10)))
        .hasSize(2);
    assertThat(notices).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void anOldRegistryIsReindexedAndKeptForTheRunsWhoseFoldersAreGone(int version) throws Exception {
    Registry registry = registryOf(version);
    assertThat(registry.reindex()).isZero();
    assertThat(notices)
        .singleElement()
        .asString()
        .startsWith("2 runs have no folder any more that could be read, and stand in")
        .endsWith("alone: 000000000001, 000000000002");
    Path aside = Path.of(notices.get(0).replaceAll(".* stand in (.*) alone.*", "$1"));
    Files.move(
        aside, runs.resolve("registry.mv.db"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(registry.list(10)).hasSize(2);
  }

  /** As a kill leaves it when the tables were on the disk and their version was not yet. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void aMigrationThatWasKilledIsDoneAgain(int version) throws Exception {
    Registry registry = registryOf(version);
    Database database = new Database(DatabaseFile.in(runs), Duration.ofSeconds(5));
    database.openRaw(sql -> sql.update(FORGET, version));
    registry.list(1);
    database.openRaw(sql -> sql.update(FORGET, Schema.VERSION));
    assertThat(registry.list(10)).extracting(RunSummary::name).containsExactly("old-2", "old-1");
    assertThat(registry.show("old-2").history().get("train.loss").values())
        .containsExactly(0.5, 0.25);
    assertThat(notices).isEmpty();
  }

  @Test
  void aMigrationThatFailedIsTriedAgain() throws Exception {
    Registry registry = registryOf(4);
    registry.list(1);
    new Database(DatabaseFile.in(runs), Duration.ofSeconds(5))
        .openRaw(
            sql -> {
              sql.update("alter table runs drop column trial");
              sql.update("drop table trials");
              sql.update("alter table notes drop column edited"); // what comes after it never began
              sql.update(FORGET, 7);
              return sql.update(
                  "update \"flyway_schema_history\" set \"success\" = false"
                      + " where \"version\" = '6'");
            });
    assertThat(registry.list(10)).hasSize(2);
    assertThat(registry.show("old-2").summary().sweep()).isNull();
    assertThat(registry.sweeps().newest(10)).isEmpty();
  }

  /** Where nothing can be written, as in an archive. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void aCopyAnswersWhatTheRegistryWouldAndNothingIsWritten(int version) throws Exception {
    registryOf(version);
    byte[] before = Files.readAllBytes(runs.resolve("registry.mv.db"));
    Database database = new Database(DatabaseFile.in(runs), Duration.ofSeconds(5));
    RunQuery query = RunQuery.parse("secondsTo(train.loss, 0.3) = 1", List.of(), 10);
    List<RunName> found = database.openCopy(sql -> PageQuery.names(sql, RunPart.KEPT, query));
    assertThat(found).extracting(RunName::name).containsExactly("old-2", "old-1");
    assertThat(runs.resolve("registry.mv.db")).hasBinaryContent(before);
  }
}
