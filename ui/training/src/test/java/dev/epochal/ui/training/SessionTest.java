package dev.epochal.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.run.UiFrame;
import dev.epochal.core.run.UiFrame.Kind;
import dev.epochal.core.run.UiSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.deeplearning4j.core.storage.Persistable;
import org.deeplearning4j.core.storage.StatsStorage;
import org.deeplearning4j.ui.model.stats.StatsListener;
import org.deeplearning4j.ui.model.stats.api.StatsReport;
import org.deeplearning4j.ui.model.stats.api.StatsType;
import org.deeplearning4j.ui.model.stats.impl.SbeStatsInitializationReport;
import org.deeplearning4j.ui.model.stats.impl.SbeStatsReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a session's file is shown: what a run of ours can have written. */
class SessionTest {
  private static final String ID = "0123456789ab";
  private static final String XSS = "<img src=x onerror=alert(1)>";
  private static final String MODEL =
      "{\"confs\":[{\"layer\":{\"@class\":\"org.deeplearning4j.nn.conf.layers.DenseLayer\","
          + "\"layerName\":\"fc\"}}]}";

  @TempDir private Path folder;
  private Path file;
  private Session session;

  @BeforeEach
  void begin() {
    file = folder.resolve("training-ui.bin");
    session = new Session(ID, file);
  }

  private static SbeStatsInitializationReport about(String id, String model, String host) {
    SbeStatsInitializationReport about = new SbeStatsInitializationReport();
    about.reportIDs(id, StatsListener.TYPE_ID, "training", 1);
    about.reportSoftwareInfo(
        "amd64", "Linux", "JVM", "17", "17", "CPU", "float", host, "uid", Map.of());
    about.reportModelInfo(PlainText.MODEL, model, new String[] {"0_W"}, 1, 10);
    return about;
  }

  private static SbeStatsReport report(String id, int update, String array) {
    SbeStatsReport report = new SbeStatsReport();
    report.reportIDs(id, StatsListener.TYPE_ID, "training", 1_000L + update);
    report.reportIterationCount(update);
    report.reportScore(1.0 / update);
    Map<String, Double> sizes = new LinkedHashMap<>(Map.of(array, 0.5));
    report.reportMeanMagnitudes(StatsType.Parameters, sizes);
    return report;
  }

  private void append(Kind kind, long update, Persistable what) throws IOException {
    append(new UiFrame(kind, update, what.encode()));
  }

  private void append(UiFrame frame) throws IOException {
    Files.write(
        file,
        UiSession.encode(frame).array(),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private List<Integer> shown() throws IOException {
    session.read();
    StatsStorage storage = session.storage();
    return storage.getAllUpdatesAfter(ID, StatsListener.TYPE_ID, "training", 0).stream()
        .map(report -> ((StatsReport) report).getIterationCount())
        .sorted()
        .toList();
  }

  private void appendReports(int from, int to) throws IOException {
    for (int update = from; update <= to; update++) {
      append(Kind.REPORT, update, report(ID, update, "0_W"));
    }
  }

  @Test
  void growsAsItsFileDoes() throws IOException {
    session.read();
    assertThat(session.isBegun()).isFalse();
    append(Kind.STATIC, 0, about(ID, MODEL, "vm"));
    appendReports(1, 3);
    assertThat(shown()).containsExactly(1, 2, 3);
    appendReports(4, 4);
    assertThat(shown()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void whatIsMadeAgainTakesThePlaceOfWhatWas() throws IOException {
    append(Kind.STATIC, 0, about(ID, MODEL, "vm"));
    appendReports(1, 9);
    assertThat(shown()).hasSize(9);
    append(UiFrame.resumed(5));
    append(Kind.STATIC, 0, about(ID, MODEL, "vm"));
    append(Kind.REPORT, 7, report(ID, 7, "0_W"));
    assertThat(shown()).containsExactly(1, 2, 3, 4, 5, 7);
  }

  @Test
  void ofVeryManyReportsEveryOtherIsKept() throws IOException {
    append(Kind.STATIC, 0, about(ID, MODEL, "vm"));
    appendReports(1, 5_000);
    assertThat(shown()).hasSizeBetween(ReportStorage.MOST / 2, ReportStorage.MOST).contains(1);
    assertThat(shown().get(shown().size() - 1)).isGreaterThan(4_900);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"@class\":\"javax.swing.JEditorPane\"}",
        "{\"confs\":[{\"layer\":{\"@class\":\"org.deeplearning4j.util.X\"}}]}",
        "{\"confs\":[{\"layer\":{\"layerName\":\"<b>\"}}]}",
        "not json",
        "",
      })
  void aNetworkOfOtherClassesIsNotTakenIn(String model) throws IOException {
    append(Kind.STATIC, 0, about(ID, model, "vm"));
    session.read();
    assertThat(session.isBegun()).isFalse();
  }

  @Test
  void whatCouldBeATagIsNotTakenIn() throws IOException {
    append(Kind.STATIC, 0, about(ID, MODEL, XSS));
    session.read();
    assertThat(session.isBegun()).isFalse();
    append(Kind.STATIC, 0, about(ID, MODEL, "vm"));
    append(Kind.REPORT, 1, report(ID, 1, XSS));
    append(Kind.REPORT, 2, report(ID, 2, "0_W"));
    assertThat(shown()).containsExactly(2);
  }

  @Test
  void whatIsOfAnotherSessionIsNotTakenIn() throws IOException {
    append(Kind.STATIC, 0, about("ffffffffffff", MODEL, "vm"));
    session.read();
    assertThat(session.isBegun()).isFalse();
    append(Kind.STATIC, 0, about(ID, MODEL, "vm"));
    append(Kind.REPORT, 1, report("ffffffffffff", 1, "0_W"));
    append(Kind.REPORT, 9, report(ID, 2, "0_W"));
    assertThat(shown()).isEmpty();
  }

  @Test
  void noBytesBreakIt() throws IOException {
    append(Kind.STATIC, 0, about(ID, MODEL, "vm"));
    byte[] whole = report(ID, 1, "0_W").encode();
    Random random = new Random(1729);
    for (int i = 0; i < 1_000; i++) {
      byte[] bytes = whole.clone();
      for (int j = 0; j <= i % 5; j++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      append(new UiFrame(Kind.REPORT, 1, bytes));
    }
    append(Kind.REPORT, 2, report(ID, 2, "0_W"));
    assertThat(shown()).contains(2);
  }
}
