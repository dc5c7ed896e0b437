package dev.epochal.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.folder.Fixtures;
import dev.epochal.registry.folder.RunRecorder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FindRunsTest {
  private Path runs;

  private final List<String> notices = new ArrayList<>();
  private Registry registry;

  @BeforeAll
  void record(@TempDir Path folder) {
    runs = folder;
    registry = Registry.in(runs, notices::add);
    finished("good", "2026-11-01T10:00:00Z", 0.98, 0.1, Map.of("training.batchSize", "64"));
    finished("fair", "2026-11-02T10:00:00Z", 0.85, 0.4, Map.of("training.batchSize", "512"));
    finished(
        "diverged", "2026-11-03T10:00:00Z", 0.1, Double.NaN, Map.of("training.batchSize", "5000"));
    RunRecorder running =
        registry.register(
            Fixtures.record("0123456789ab", "it's 100%", Instant.parse("2026-11-04T10:00:00Z")),
            named -> RunRecorder.start(runs, named, Fixtures.inputs()));
    running.record(epoch(1, 2.0));
    running.record(epoch(2, 0.3));
  }

  private void finished(
      String name, String started, double accuracy, double loss, Map<String, String> params) {
    RunRecord record = Fixtures.record(idOf(name), name, Instant.parse(started));
    SortedMap<String, String> all = new TreeMap<>(record.params());
    all.putAll(params);
    RunRecorder recorder =
        registry.register(
            withParams(record, all), named -> RunRecorder.start(runs, named, Fixtures.inputs()));
    recorder.record(epoch(1, 1.0));
    recorder.record(epoch(2, loss));
    registry.finish(
        recorder.finish(
            RunStatus.FINISHED,
            null,
            new TreeMap<>(Map.of("test.accuracy", accuracy, "test.loss", loss))));
  }

  private static JournalEntry.Epoch epoch(int epoch, double loss) {
    JournalEntry.Epoch any = Fixtures.epoch(epoch, loss);
    return new JournalEntry.Epoch(
        epoch,
        any.at(),
        new TreeMap<>(Map.of("validation.loss", loss, "train.seconds", 0.5)),
        "0".repeat(64));
  }

  private static String idOf(String name) {
    return String.format("%012x", name.hashCode() & 0xffffffffL);
  }

  private static RunRecord withParams(RunRecord record, SortedMap<String, String> params) {
    return new RunRecord(
        record.id(),
        record.name(),
        record.experiment(),
        record.status(),
        record.seed(),
        record.planSha256(),
        record.started(),
        record.ended(),
        record.reason(),
        record.process(),
        record.dataset(),
        params,
        record.metrics(),
        record.tags(),
        record.artifacts(),
        record.recordingErrors());
  }

  private String found(String filter, String... order) {
    List<RunSummary> found = registry.list(RunQuery.parse(filter, List.of(order), 10));
    return String.join(" ", found.stream().map(RunSummary::name).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "metrics.test.accuracy > 0.5 | fair good",
        "metrics.test.accuracy > 0.98 or metrics.test.accuracy = 0.85 | fair",
        "not metrics.test.accuracy > 0.5 | it's 100% diverged",
        "metrics.test.loss > 0.2 | fair",
        "metrics.test.loss = NaN | diverged",
        "metrics.test.loss is null | it's 100%",
        "metrics.test.loss is not null and status = finished | diverged fair good",
        "params.training.batchSize in (64, 512) | it's 100% fair good",
        "params.training.batchSize not in (64, 512) | diverged",
        "params.training.batchSize > 100 | diverged fair",
        "params.training.batchSize = '64' | it's 100% good",
        "params.training.updater.type = sgd | it's 100% diverged fair good",
        "params.training.batchSize between 100 and 600 | fair",
        "name like 'g%' | good",
        "name like 'G%' | ^^",
        "name ilike 'G%' | good",
        "name like '%100\\%' | it's 100%",
        "name like '%1\\%' or name like '%\\\\%' or name like 'good\\' | ^^",
        "name = 'it''s 100%' | it's 100%",
        "name not like '%o%' | it's 100% diverged fair",
        "started >= 2026-11-02 and started < 2026-11-04 | diverged fair",
        "duration is null | it's 100%",
        "duration > 0s | diverged fair good",
        "tags.course = intro | it's 100% diverged fair good",
        "tags.course != intro | ^^",
        "epochsTo(validation.loss, 0.35) = 2 | it's 100% good",
        "secondsTo(validation.loss, 0.35) <= 1 | it's 100% good",
        "epochsTo(validation.loss, 0.35) is null | diverged fair",
        "seed = 1729 and experiment = baseline | it's 100% diverged fair good",
      })
  void aFilterFindsWhatItSays(String filter, String names) {
    assertThat(found(filter)).isEqualTo(names == null ? "" : names);
  }

  @Test
  void aNameThatNoRunHasIsSaidWithTheLikeliestOne() {
    notices.clear();
    found("metrics.test.acuracy > 0.5 and tags.nobody = x", "params.training.batchsize");
    assertThat(notices)
        .containsExactly(
            "no run has metrics.test.acuracy; did you mean metrics.test.accuracy?",
            "no run has tags.nobody",
            "no run has params.training.batchsize; did you mean params.training.batchSize?");
  }

  @Test
  void runsAreSortedAndThoseWithoutTheValueComeLast() {
    assertThat(found("", "metrics.test.accuracy")).isEqualTo("diverged fair good it's 100%");
    assertThat(found("", "-metrics.test.accuracy")).isEqualTo("good fair diverged it's 100%");
    assertThat(found("", "started")).isEqualTo("good fair diverged it's 100%");
    assertThat(found("", "params.training.updater.type", "-name"))
        .isEqualTo("it's 100% good fair diverged");
  }
}
