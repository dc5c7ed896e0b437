package dev.epochal.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.data.ImageShape;
import dev.epochal.core.data.LabeledImages;
import dev.epochal.core.figure.FigureSubject;
import dev.epochal.core.figure.Timing;
import dev.epochal.core.run.RunFolder;
import dev.epochal.registry.folder.RunRecorder;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that a run keeps. */
final class RunFilesTest {
  @TempDir Path home;

  /** 3 GB of images, of which there are but two: no copy of a split is made. */
  @Test
  void aSplitIsWrittenWithoutACopyOfIt() throws Exception {
    ImageShape shape = new ImageShape(3, 1_000, 1_000);
    byte[] pixels = new byte[2 * shape.size()];
    LabeledImages images = new LabeledImages(shape, pixels, new int[] {0, 1}, List.of("a", "b"));
    long[] written = {0};
    OutputStream counting =
        new OutputStream() {
          @Override
          public void write(int one) {
            written[0]++;
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            written[0] += length;
          }
        };

    RunFiles.writeImages(counting, images, new int[1_000]);

    assertThat(written[0]).isEqualTo(128 + 1_000L * shape.size());
  }

  /** Else a run that is killed while it draws leaves what is later taken for an artifact. */
  @Test
  void halfAFigureHasTheNameOfSomethingHalfWritten() throws Exception {
    RunRecorder recorder = TinyRuns.recorder(home, TinyRuns.planned(home).plan());
    RunFolder folder = recorder.folder();
    List<Double> seconds = List.of(1.0);
    Timing timing =
        new Timing(
            new FigureSubject("tiny", "id", "digits", null),
            10,
            List.of(1),
            seconds,
            seconds,
            seconds);
    Path last = folder.figureDrawing(timing.figureName());
    Files.createDirectories(last.getParent());

    Set<String> seen = new TreeSet<>();
    try (WatchService watch = last.getFileSystem().newWatchService()) {
      last.getParent().register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      new RunFiles(recorder).figure(timing);
      assertThat(last).exists();
      while (!seen.contains(last.getFileName().toString())) {
        WatchKey key = watch.take();
        for (WatchEvent<?> event : key.pollEvents()) {
          seen.add(event.context().toString());
        }
        key.reset();
      }
    }

    assertThat(TinyRuns.errors(recorder)).isEmpty();
    assertThat(seen)
        .contains("timing.json", "timing.png")
        .allMatch(name -> name.startsWith("timing.") || name.matches("\\.tmp-.*(json|png)"));
  }
}
