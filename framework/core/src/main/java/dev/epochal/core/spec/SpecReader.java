package dev.epochal.core.spec;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.spec.bind.Binder;
import dev.epochal.core.spec.bind.NotYet;
import dev.epochal.core.spec.yaml.Overrides;
import dev.epochal.core.spec.yaml.Place;
import dev.epochal.core.spec.yaml.Problems;
import dev.epochal.core.spec.yaml.SpecFiles;
import dev.epochal.core.spec.yaml.TreeMerge;
import dev.epochal.core.spec.yaml.YamlNode.Mapping;
import java.nio.file.Path;
import java.util.List;

/** Reads a spec: the file, what it extends, and the command line's overrides on top. */
public final class SpecReader {
  private SpecReader() {}

  /**
   * The spec in a file.
   *
   * @param overrides {@code key=value} each
   * @return the spec with the problems found so far, so that planning can add its own
   * @throws InvalidInputException if a file cannot be read as YAML, so that nothing more can be
   *     said
   */
  public static SpecSource read(Path file, List<String> overrides) {
    Problems problems = new Problems();
    SpecFiles files = new SpecFiles(problems);
    Mapping written = files.read(file);
    Mapping patches = Overrides.parse(overrides, NotYet::override, problems);
    Mapping merged = new TreeMerge(problems).merge(written, patches);
    Mapping tree = DataPath.absolute(merged, problems);
    Binder binder = new Binder(ExperimentSpec.class, problems);
    ExperimentSpec spec = binder.bind(tree, ExperimentSpec.class);
    return new SpecSource(
        spec,
        Place.of(file.toString()),
        binder.places(),
        SpecText.of(tree, tree.equals(merged), files.texts(), overrides),
        problems);
  }
}
