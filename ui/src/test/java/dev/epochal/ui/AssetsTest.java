package dev.epochal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of assets against the files, and both against what the pages ask for. */
final class AssetsTest {
  private static final Path FILES = Path.of("src/main/resources/dev/epochal/ui/assets");
  private static final Path TEMPLATES = Path.of("src/main/jte");

  /** From WebJars, by other means. */
  private static final Set<String> LIBRARIES = Set.of("echarts.js");

  private static final Pattern IMPORTED =
      Pattern.compile("(?:from|import)\\s*\\(?\\s*[\"']\\./([^\"']+)[\"']");
  private static final Pattern LINKED = Pattern.compile("/assets/([\\w.-]+)[\"']");
  private static final Pattern PAGE = Pattern.compile("page = \"(\\w+)\"");

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    pattern.matcher(text).results().forEach(match -> found.add(match.group(1)));
    return found;
  }

  private static Set<String> files() throws IOException {
    try (Stream<Path> all = Files.list(FILES)) {
      return new TreeSet<>(all.map(file -> file.getFileName().toString()).toList());
    }
  }

  /** What a page may load without another script's asking for it. */
  private static Set<String> loadedByPages() throws IOException {
    Set<String> loaded = new TreeSet<>();
    try (Stream<Path> all = Files.walk(TEMPLATES)) {
      for (Path template : all.filter(file -> file.toString().endsWith(".jte")).toList()) {
        String text = Files.readString(template);
        loaded.addAll(found(LINKED, text));
        found(PAGE, text).forEach(page -> loaded.add(page + ".js"));
      }
    }
    return loaded;
  }

  private static Set<String> importedBy(String script) throws IOException {
    return script.endsWith(".js")
        ? found(IMPORTED, Files.readString(FILES.resolve(script)))
        : Set.of();
  }

  @Test
  void everyFileIsListedAndWhatIsListedIsThere() throws IOException {
    assertThat(UiServer.ASSETS)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(files());
  }

  @Test
  void whatAScriptImportsIsServed() throws IOException {
    int imports = 0;
    for (String script : files()) {
      Set<String> imported = importedBy(script);
      imports += imported.size();
      assertThat(UiServer.ASSETS).as(script).containsAll(imported);
    }
    assertThat(imports).isGreaterThan(20); // or the pattern sees none
  }

  @Test
  void whatAPageLoadsIsServed() throws IOException {
    Set<String> loaded = loadedByPages();
    assertThat(loaded).contains("style.css", "page.js", "run.js", "echarts.js");
    loaded.removeAll(LIBRARIES);
    assertThat(UiServer.ASSETS).containsAll(loaded);
  }

  @Test
  void whatIsServedIsUsed() throws IOException {
    Set<String> used = loadedByPages();
    used.removeAll(LIBRARIES);
    Deque<String> ahead = new ArrayDeque<>(used);
    while (!ahead.isEmpty()) {
      for (String imported : importedBy(ahead.remove())) {
        if (used.add(imported)) {
          ahead.add(imported);
        }
      }
    }
    assertThat(used).containsAll(UiServer.ASSETS);
  }
}
