package dev.epochal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every command of the tutorial, in its order, on little data. */
final class TutorialIT {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent().getParent();
  private static final Pattern SHELL = Pattern.compile("(?ms)^```sh\n(.*?)^```");

  /** What makes a training of the tutorial one of seconds. */
  private static final List<String> SMALL =
      List.of(
          "data.subset.train=200",
          "data.subset.validation=100",
          "data.subset.test=100",
          "training.batchSize=50",
          "training.epochs=2");

  /** What makes a sweep of an exercise one of few trials. */
  private static final Map<String, List<String>> FEW =
      Map.of(
          "1-batch-size.yaml",
              List.of(
                  "training.batchSize=50,200", "sweep.question.reference=50", "sweep.repeats=2"),
          "4-init-seed.yaml", List.of("seeds.init=1,2"));

  @TempDir static Path home;

  @TestFactory
  Stream<DynamicTest> everyCommandOfTheTutorialWorks() throws Exception {
    List<String> commands = commands(Files.readString(ROOT.resolve("docs").resolve("tutorial.md")));
    assertThat(commands).hasSizeGreaterThan(8).allMatch(line -> line.startsWith("./run "));
    Files.createSymbolicLink(home.resolve("experiments"), ROOT.resolve("experiments"));
    Program program = new Program(home);
    return commands.stream()
        .map(
            command ->
                dynamicTest(
                    command,
                    () -> {
                      Program.Result result = program.run(arguments(command).toArray());
                      assertThat(result.exit()).as(result.err()).isZero();
                    }));
  }

  private static List<String> commands(String markdown) {
    List<String> commands = new ArrayList<>();
    Matcher blocks = SHELL.matcher(markdown);
    while (blocks.find()) {
      blocks.group(1).lines().filter(line -> !line.isBlank()).forEach(commands::add);
    }
    return commands;
  }

  /** The command's words; specs lie in the repository, what is drawn goes to the test's folder. */
  private static List<String> arguments(String command) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.remove(0);
    boolean trains = words.get(0).startsWith("experiments/");
    words.replaceAll(
        word -> word.startsWith("experiments/") ? ROOT.resolve(word).toString() : word);
    words.replaceAll(word -> word.startsWith("figures-of-") ? home.resolve(word).toString() : word);
    if (trains) {
      List<String> few = FEW.getOrDefault(Path.of(words.get(0)).getFileName() + "", List.of());
      SMALL.stream()
          .filter(word -> few.stream().noneMatch(one -> key(one).equals(key(word))))
          .forEach(words::add);
      words.addAll(few);
    }
    return words;
  }

  private static String key(String word) {
    return word.substring(0, word.indexOf('='));
  }
}
