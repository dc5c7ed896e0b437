package dev.epochal.figures.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir Path runs;

  @Test
  void theSameFolderGivesTheSameBytes() {
    RunFolder run = new FolderSample(runs, "0123456789ab").write();

    assertThat(Report.html(List.of(run))).isEqualTo(Report.html(List.of(run)));
  }

  @Test
  void everythingOfARunIsOnItsPage() {
    String html = Report.html(List.of(new FolderSample(runs, "0123456789ab").write()));

    assertThat(html)
        .contains("a question for the report")
        .contains("learningRate", "0.05")
        .contains("80.00 %", "95 % interval 71.12 to 86.66 %")
        .contains("data:image/png;base64,")
        .contains("Validation <a class=\"term\" href=\"#term-loss\">loss</a> is lowest at")
        .contains("./run runs/0123456789ab/spec.yaml --threads 2", "git checkout 0a1b2c3d")
        .contains("id=\"term-accuracy\"")
        .doesNotContain("class=\"notice alarm\"");
  }

  @Test
  void everyLinkOnThePageHasATarget() {
    String html = Report.html(List.of(new FolderSample(runs, "0123456789ab").write()));

    List<String> targets =
        java.util.regex.Pattern.compile("href=\"#([^\"]+)\"")
            .matcher(html)
            .results()
            .map(match -> match.group(1))
            .distinct()
            .toList();
    assertThat(targets).isNotEmpty().allMatch(id -> html.contains("id=\"" + id + "\""));
  }

  @Test
  void whatWentWrongIsSaidLoudly() {
    FolderSample sample = new FolderSample(runs, "0123456789ab");
    sample.fallback = "mnist could not be had";
    sample.status = RunStatus.KILLED;
    sample.reason = "asked to stop after epoch 3";
    sample.recordingErrors = List.of("log.txt: no space left");

    assertThat(Report.html(List.of(sample.write())))
        .contains("FALLBACK DATA: digits instead of mnist (mnist could not be had)")
        .contains("No number on this page says anything about mnist")
        .contains("This run is KILLED: it was asked to stop (asked to stop after epoch 3).")
        .contains("Not recorded: log.txt: no space left");
  }

  @Test
  void hostileNamesAreText() {
    FolderSample sample = new FolderSample(runs, "0123456789ab");
    sample.description = "<script>alert(1)</script>\u202Eabc";
    sample.name = "<img src=x onerror=alert(1)>";
    sample.classNames =
        List.of("<b>bold</b>", "שלום", "🙂", "x".repeat(300), "&amp;", "5", "6", "7", "8", "9");

    assertThat(Report.html(List.of(sample.write())))
        .doesNotContain("<script", "<img src=x", "<b>bold")
        .contains("&lt;script&gt;alert(1)", "&lt;img src=x", "&lt;b&gt;bold", "שלום", "🙂");
  }

  @Test
  void aCrashedRunIsReportedFromItsJournal() throws Exception {
    FolderSample sample = new FolderSample(runs, "0123456789ab");
    sample.status = RunStatus.CRASHED;
    RunFolder run = sample.write();
    Files.delete(run.figureData("loss-history"));
    Files.delete(run.environment());
    Files.writeString(
        run.journal(),
        Files.readString(run.journal()) + "{\"entry\":\"epoch\",\"epo"); // torn by the kill

    assertThat(Report.html(List.of(run)))
        .contains("its process was found dead")
        .contains("is lowest at")
        .contains("The environment was not recorded.");
  }

  @Test
  void aBrokenFigureIsSaidAndTheRestIsThere() throws Exception {
    RunFolder run = new FolderSample(runs, "0123456789ab").write();
    Files.writeString(run.figureData("confusion-matrices"), "{");
    Files.writeString(run.figureDrawing("loss-history"), "no picture");

    assertThat(Report.html(List.of(run)))
        .contains("confusion-matrices.json is not a readable")
        .contains("id=\"figure-loss-history\"", "data:image/png;base64,iVBOR");
  }

  @Test
  void aFigureOfALaterVersionOrWithoutSenseIsSaidAndTheRestIsThere() throws Exception {
    RunFolder run = new FolderSample(runs, "0123456789ab").write();
    Path matrices = run.figureData("confusion-matrices");
    String later = Files.readString(matrices).replace("\"version\" : 1", "\"version\" : 9");
    Files.writeString(run.figureData("later"), later);
    // A panel without a row for the classes that it is of.
    Files.writeString(
        matrices,
        Files.readString(matrices)
            .replaceAll("(?s)\"counts\" : .*", "\"counts\" : [ [ 1 ], [ ] ] } ] }"));

    assertThat(Report.html(List.of(run)))
        .contains("later.json has version 9 of its figure")
        .contains("confusion-matrices.json cannot be described: ")
        .contains("id=\"figure-loss-history\"");
  }

  @Test
  void nothingOfAFolderBecomesACommand() {
    FolderSample sample = new FolderSample(runs, "0123456789ab");
    sample.commit = "abc1234; rm -rf /";
    sample.threads = "2 & rm -rf /";
    sample.recordedId = "x;rm -rf /";
    RunFolder run = sample.write();

    for (List<RunFolder> pages : List.of(List.of(run), List.of(run, run))) {
      String html = Report.html(pages);
      String commands = html.substring(html.lastIndexOf("How to reproduce"));
      assertThat(commands).contains("./run runs/0123456789ab/spec.yaml");
      assertThat(commands).doesNotContain("rm -rf");
    }
  }

  @Test
  void aRunThatNeverHadDataWasNotTestedOnOtherImages() {
    FolderSample without = new FolderSample(runs, "ba9876543210");
    without.prepared = false;
    without.status = RunStatus.FAILED;

    assertThat(
            Report.html(List.of(new FolderSample(runs, "0123456789ab").write(), without.write())))
        .doesNotContain("tested on different images");
  }

  @Test
  void severalRunsAreComparedByWhatDiffers() {
    FolderSample other = new FolderSample(runs, "ba9876543210");
    other.name = "other";
    other.learningRate = "0.1";
    List<RunFolder> both = List.of(new FolderSample(runs, "0123456789ab").write(), other.write());

    String html = Report.html(both);

    assertThat(html)
        .contains("<bdi>training.updater.learningRate</bdi>", "<bdi>0.05</bdi>", "<bdi>0.1</bdi>")
        .doesNotContain("<bdi>training.epochs</bdi>")
        .contains("sample (012345)", "other (ba9876)", "id=\"figure-curves\"");
    assertThat(Report.html(both)).isEqualTo(html);
  }

  @Test
  void moreRunsThanCanBeToldApartAreInTheTableAlone() {
    List<RunFolder> nine =
        java.util.stream.IntStream.range(0, 9)
            .mapToObj(i -> new FolderSample(runs, "00000000000" + i).write())
            .toList();

    assertThat(Report.html(nine)).contains("The first 8 of 9 runs are drawn", "000000000008");
  }

  @Test
  void aFolderWithoutARecordIsNamed() {
    RunFolder none = RunFolder.of(runs, "0123456789ab");

    assertThatThrownBy(() -> Report.html(List.of(none)))
        .isInstanceOf(EpochalException.class)
        .hasMessageContaining("plan.json");
  }
}
