package dev.epochal.cli;

import dev.epochal.core.data.ImageShape;
import dev.epochal.core.json.Json;
import dev.epochal.core.run.Annotations;
import dev.epochal.core.run.ArtifactRecord;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.Note;
import dev.epochal.core.run.ProcessRecord;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunRecord;
import dev.epochal.core.run.RunStatus;
import dev.epochal.registry.Registry;
import dev.epochal.registry.folder.Artifacts;
import dev.epochal.ui.UiServer;
import dev.epochal.ui.UiSettings;
import dev.epochal.ui.dl4j.TrainingPages;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;

/** A folder of runs, one of them hostile in every text, and the UI that serves them. */
final class SeededUi implements AutoCloseable {
  static final String FIRST = "aaaa00000001";
  static final String SECOND = "aaaa00000002";
  static final String FAILED = "aaaa00000003";
  static final String HOSTILE = "bbbb00000001";

  /** What must never be a tag of a page. */
  static final String XSS = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'{{7*7}}";

  private static final Instant BEGAN = Instant.parse("2026-11-01T10:00:00Z");

  final Path runs;
  final UiServer server;
  final TrainingPages training;
  final List<Throwable> unexpected = new CopyOnWriteArrayList<>();

  private SeededUi(Path runs) {
    this.runs = runs;
    this.training = new TrainingPages(Program::classPath, runs, 0, port -> {});
    this.server =
        UiServer.start(
            new UiSettings(
                "127.0.0.1",
                0,
                runs,
                false,
                notices -> Registry.in(runs, notices),
                new RunAnalyses(Path.of("..", "..", "experiments", "exercises")),
                training,
                unexpected::add));
  }

  /** Serves a folder that is filled first. */
  static SeededUi in(Path runs) throws IOException {
    RunFolder first = plain(runs, FIRST, "first", RunStatus.FINISHED, 64, 0.91);
    Files.createFile(first.uiSession());
    SeededPredictions.write(first, 2, 7);
    SeededPredictions.write(plain(runs, SECOND, "second", RunStatus.FINISHED, 128, 0.93), 7);
    plain(runs, FAILED, "broken", RunStatus.FAILED, 64, Double.NaN);
    hostile(runs);
    SeededSweeps.hostile(runs, FIRST, SECOND, FAILED, HOSTILE);
    return new SeededUi(runs);
  }

  /** Serves a folder as it is. */
  static SeededUi of(Path runs) {
    return new SeededUi(runs);
  }

  String url(String path) {
    return server.url() + path.substring(1);
  }

  @Override
  public void close() {
    server.close();
    training.close();
  }

  static RunFolder plain(
      Path runs, String id, String name, RunStatus status, int batchSize, double accuracy)
      throws IOException {
    RunFolder folder = RunFolder.of(runs, id);
    Files.createDirectories(folder.path().resolve("figures"));
    Files.writeString(folder.spec(), "name: baseline\n");
    Files.writeString(folder.log(), "line one of " + name + "\nline two\n");
    Files.writeString(
        folder.environment(), Json.pretty(Map.of("java", "17", "cpu", Map.of("threads", 2))));
    BufferedImage picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(picture, "png", folder.figureDrawing("loss-history").toFile());
    SeededPredictions.writeFigure(folder);
    Files.writeString(folder.report(), "<script>alert('report')</script>");
    List<String> journal = new ArrayList<>();
    for (int epoch = 1; epoch <= 5; epoch++) {
      for (int update = 1; update <= 4; update++) {
        journal.add(
            Json.line(new JournalEntry.Update((epoch - 1) * 4L + update, 2.0 / (epoch + update))));
      }
      journal.add(
          Json.line(
              new JournalEntry.Epoch(
                  epoch,
                  BEGAN.plusSeconds(epoch),
                  new TreeMap<>(
                      Map.of(
                          "train.loss", 2.0 / epoch,
                          "validation.loss", 2.1 / epoch,
                          "validation.accuracy", accuracy * epoch / 5,
                          "train.seconds", 1.5)),
                  "0".repeat(64))));
    }
    Files.write(folder.journal(), journal);
    write(
        folder,
        name,
        status,
        batchSize,
        new TreeMap<>(Map.of("test.accuracy", accuracy, "test.loss", 1 - accuracy)),
        new TreeMap<>(Map.of("course", "intro")),
        Artifacts.in(folder));
    return folder;
  }

  private static void hostile(Path runs) throws IOException {
    RunFolder folder = RunFolder.of(runs, HOSTILE);
    Files.createDirectories(folder.path());
    Files.writeString(runs.resolveSibling("secret.txt"), "THE-SECRET");
    Files.writeString(folder.path().resolve("page.html"), XSS);
    Files.writeString(folder.path().resolve("picture.svg"), "<svg onload='alert(1)'/>");
    Files.writeString(folder.path().resolve("odd name;#?%.txt"), "odd");
    Files.writeString(folder.log(), XSS + "\n");
    Files.writeString(folder.spec(), "# " + XSS + "\n");
    Files.createSymbolicLink(folder.path().resolve("link.txt"), runs.resolveSibling("secret.txt"));
    List<ArtifactRecord> artifacts = new ArrayList<>(Artifacts.in(folder));
    String sha = "0".repeat(64);
    artifacts.add(new ArtifactRecord("link.txt", "other", 10, sha));
    artifacts.add(new ArtifactRecord("../../secret.txt", "other", 10, sha));
    artifacts.add(new ArtifactRecord("gone.txt", "other", 10, sha));
    write(
        folder,
        XSS,
        RunStatus.FINISHED,
        64,
        new TreeMap<>(Map.of("test.accuracy", 0.5, XSS, 1.0)),
        new TreeMap<>(Map.of(XSS, XSS)),
        artifacts);
    Files.writeString(
        folder.annotations(), Json.pretty(Annotations.NONE.noted(new Note(BEGAN, XSS))));
  }

  private static void write(
      RunFolder folder,
      String name,
      RunStatus status,
      int batchSize,
      TreeMap<String, Double> metrics,
      TreeMap<String, String> tags,
      List<ArtifactRecord> artifacts)
      throws IOException {
    Instant started = BEGAN.plusSeconds(Math.abs(folder.id().hashCode() % 10_000));
    Files.writeString(
        folder.record(),
        Json.pretty(
            new RunRecord(
                folder.id(),
                name,
                name.equals(XSS) ? XSS : "baseline",
                status,
                1729,
                "0".repeat(64),
                started,
                started.plusSeconds(30),
                status == RunStatus.FAILED ? "the loss is NaN at update 3" : null,
                new ProcessRecord("elsewhere", 1, BEGAN),
                new DatasetRecord(
                    "mnist",
                    "digits",
                    "nothing could be downloaded",
                    "generated",
                    new ImageShape(1, 28, 28),
                    List.of("0", "1"),
                    new TreeMap<>(
                        Map.of(
                            "train",
                            new DatasetRecord.SplitRecord(200, "0".repeat(64)),
                            "validation",
                            SeededPredictions.VALIDATION)),
                    0),
                new TreeMap<>(
                    Map.of(
                        "training.batchSize", Integer.toString(batchSize), "training.epochs", "5")),
                metrics,
                tags,
                artifacts,
                List.of())));
  }
}
