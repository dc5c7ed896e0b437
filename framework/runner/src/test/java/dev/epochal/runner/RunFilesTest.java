package dev.epochal.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.figure.FigureSubject;
import dev.epochal.core.figure.Timing;
import dev.epochal.core.run.RunFolder;
import dev.epochal.registry.folder.RunRecorder;
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

  /** Else a run that is killed while it draws leaves what is later taken for an artifact. */
  @Test
  void halfAFigureHasTheNameOfSomethingHalfWritten() throws Exception {
    RunRecorder recorder = TinyRuns.recorder(home, TinyRuns.planned(home).plan());
    RunFolder folder = recorder.folder();
    List<Double> seconds = List.of(1.0);
    Timing timing =
        new Timing(new FigureSubject("tiny", "id", "digits", null), 10, List.of(1), seconds, seconds, seconds);
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
