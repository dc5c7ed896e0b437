package dev.epochal.ui.training;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The process of the training UI. It says {@code port N} once it serves, or {@code failed WHY}, and
 * ends when its standard input does: with the process that started it, however that ends.
 */
public final class TrainingUiMain {
  private TrainingUiMain() {}

  /**
   * Serves.
   *
   * @param args the folder of the runs, and the first port that is tried
   */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    // Whatever DL4J prints is not for whoever reads this.
    System.setOut(System.err);
    Thread end = new Thread(TrainingUiMain::endWithParent, "parent");
    end.start();
    try {
      TrainingUi ui = TrainingUi.start(Path.of(args[0]), Integer.parseInt(args[1]));
      out.println("port " + ui.port());
    } catch (RuntimeException | LinkageError e) {
      String why = e.getCause() == null ? e.toString() : e.getCause().toString();
      out.println("failed " + why.replaceAll("\\s+", " "));
      Runtime.getRuntime().halt(1);
    }
  }

  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is said to this process but that it is over.
      }
    } catch (IOException e) {
      // Likewise over.
    }
    removeScratch(Path.of(System.getProperty("java.io.tmpdir")));
    Runtime.getRuntime().halt(0);
  }

  /** Its libraries leave copies of their own files where the parent, which may be dead, said. */
  private static void removeScratch(Path folder) {
    if (!String.valueOf(folder.getFileName()).startsWith("epochal-training-ui-")) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // In the folder for temporary files, where it harms nobody.
    }
  }
}
