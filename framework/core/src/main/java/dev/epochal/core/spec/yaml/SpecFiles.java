package dev.epochal.core.spec.yaml;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.spec.yaml.YamlNode.Mapping;
import dev.epochal.core.spec.yaml.YamlNode.Scalar;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a spec's file and the chain of files that it extends, each laid over the one before. */
public final class SpecFiles {
  private static final String EXTENDS = "extends";
  private static final int LONGEST_CHAIN = 10;

  private final Problems problems;
  private final Map<String, String> texts = new LinkedHashMap<>();

  public SpecFiles(Problems problems) {
    this.problems = problems;
  }

  /**
   * The file's tree, with what it extends merged in.
   *
   * @throws InvalidInputException if a file of the chain cannot be read as a mapping
   */
  public Mapping read(Path file) {
    return read(file, Place.of(file.toString()), "", List.of());
  }

  /** The text of each file read, by its name: the spec's own first. */
  public Map<String, String> texts() {
    return Collections.unmodifiableMap(texts);
  }

  private Mapping read(Path file, Place asked, String key, List<Path> chain) {
    List<Path> longer = new ArrayList<>(chain);
    longer.add(file);
    if (chain.stream().anyMatch(earlier -> same(earlier, file))) {
      throw refuse(asked, key, "goes in a circle: " + arrows(longer));
    }
    if (longer.size() > LONGEST_CHAIN) {
      throw refuse(
          asked, key, "is a chain of more than " + LONGEST_CHAIN + " files: " + arrows(longer));
    }
    String text = YamlText.read(file, asked, key, problems).orElseThrow(problems::exception);
    texts.put(file.toString(), text);
    Mapping own = mapping(file.toString(), text);
    Optional<YamlNode> base = own.get(EXTENDS);
    if (base.isPresent()
        && base.get() instanceof Scalar path
        && !path.isEmpty()
        && !path.isNull()) {
      Mapping below = read(beside(file, path), path.place(), EXTENDS, longer);
      return new TreeMerge(problems).merge(below, own);
    }
    return own;
  }

  private Mapping mapping(String file, String text) {
    YamlNode root = new YamlParser(problems).file(file, text);
    if (root instanceof Mapping mapping) {
      return Dotted.nested(mapping, problems);
    }
    Place start = new Place(file, 1, 1);
    throw root instanceof Scalar scalar && scalar.isEmpty()
        ? refuse(start, "", "is empty; a spec starts with a name: and a data: key")
        : refuse(root.place(), "", "a spec must be a mapping of keys but was " + root.kind());
  }

  private Path beside(Path file, Scalar path) {
    try {
      return file.resolveSibling(path.text()).normalize();
    } catch (InvalidPathException e) {
      throw refuse(path.place(), EXTENDS, "must be the path of a file but was " + path.kind());
    }
  }

  private static boolean same(Path a, Path b) {
    try {
      return a.toRealPath().equals(b.toRealPath());
    } catch (IOException e) {
      // A file that is not there is no circle; that it is missing is said where it is read.
      return false;
    }
  }

  private static String arrows(List<Path> chain) {
    return chain.stream().map(Path::toString).collect(Collectors.joining(" -> "));
  }

  private InvalidInputException refuse(Place place, String key, String rule) {
    problems.add(place, key, rule);
    return problems.exception();
  }
}
