package dev.epochal.core.spec.yaml;

import dev.epochal.core.problem.InvalidInputException;
import java.io.StringReader;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads one YAML document into a tree. Built on SnakeYAML's events rather than on its {@code
 * compose()}, which no longer knows whether a tag was written or guessed.
 */
public final class YamlParser {
  private final Problems problems;

  /**
   * A parser that adds what is wrong, but lets the document be read on, to {@code problems}.
   *
   * @param problems collects duplicate keys, tags and merge keys
   */
  public YamlParser(Problems problems) {
    this.problems = problems;
  }

  /**
   * The document in a file's text.
   *
   * @throws InvalidInputException if it cannot be read as YAML at all
   */
  public YamlNode file(String file, String text) {
    return parse(
        text,
        "",
        Place.of(file),
        mark -> new Place(file, mark.getLine() + 1, mark.getColumn() + 1));
  }

  /**
   * The value of an override.
   *
   * @param key the override's, for messages
   * @throws InvalidInputException if it cannot be read as YAML at all
   */
  public YamlNode value(String key, String text) {
    return parse(text, key, Place.COMMAND_LINE, mark -> Place.COMMAND_LINE);
  }

  private YamlNode parse(String text, String key, Place whole, Function<Mark, Place> places) {
    try {
      Yaml yaml = new Yaml(new LoaderOptions());
      return new TreeBuilder(
              yaml.parse(new StringReader(text)).iterator(), places, whole, key, problems)
          .document();
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      Place place = mark == null ? whole : places.apply(mark);
      problems.add(place, key, syntax(e), key.isEmpty() ? null : "put the value in quotes");
    } catch (ReaderException e) {
      Place place =
          whole.isCommandLine()
              ? whole
              : YamlText.at(
                  whole.source(),
                  text,
                  text.offsetByCodePoints(
                      0, Math.min(e.getPosition(), text.codePointCount(0, text.length()))));
      problems.add(
          place,
          key,
          String.format("has a character that YAML does not allow: U+%04X", e.getCodePoint()),
          "a spec is a text file");
    } catch (YAMLException e) {
      problems.add(whole, key, "is not valid YAML: " + Quoted.raw(String.valueOf(e.getMessage())));
    }
    throw problems.exception();
  }

  private static String syntax(MarkedYAMLException e) {
    String problem = String.valueOf(e.getProblem());
    if (problem.contains("(TAB)") || problem.contains("'\\t'")) {
      return "a tab cannot indent YAML; use spaces";
    }
    if (e.getContext() == null) {
      return "is not valid YAML: " + problem;
    }
    Mark start = e.getContextMark();
    String from = start == null ? "" : " that starts in line " + (start.getLine() + 1);
    return "is not valid YAML: " + problem + " (" + e.getContext() + from + ")";
  }
}
