package dev.epochal.core.spec;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.spec.bind.Binder;
import dev.epochal.core.spec.yaml.Overrides;
import dev.epochal.core.spec.yaml.Place;
import dev.epochal.core.spec.yaml.Problems;
import dev.epochal.core.spec.yaml.SpecFiles;
import dev.epochal.core.spec.yaml.TreeMerge;
import dev.epochal.core.spec.yaml.YamlNode.Mapping;
import dev.epochal.core.sweep.SeveralValues;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a spec: what its file extends, the file, a variant, the command line, each laid over those
 * before it.
 */
public final class SpecReader {
  private static final String SWEEP = "sweep";

  private final Place file;
  private final List<String> overrides;
  private final Problems problems = new Problems();
  private final SpecFiles files = new SpecFiles(problems);
  private final Mapping written;
  private final Mapping commandLine;
  private final Variants variants;
  private final @Nullable String chosen;

  /**
   * A reader of one file.
   *
   * @param overrides {@code key=value} or {@code ~key} each
   * @throws InvalidInputException if a file cannot be read as YAML, so that nothing more can be
   *     said
   */
  public SpecReader(Path file, List<String> overrides) {
    this(file, overrides, Map.of(), SpecReader::several);
  }

  /**
   * A reader for a trial of a sweep.
   *
   * @param places where the values of the keys that vary were written
   */
  public static SpecReader ofTrial(Path file, List<String> overrides, Map<String, Place> places) {
    return new SpecReader(file, overrides, places, text -> Optional.empty());
  }

  private SpecReader(
      Path file,
      List<String> overrides,
      Map<String, Place> places,
      Function<String, Optional<String>> refusal) {
    this.file = Place.of(file.toString());
    this.overrides = overrides;
    written = files.read(file);
    commandLine = Overrides.parse(overrides, places, refusal, problems);
    variants = new Variants(written);
    variants.checkNames(problems);
    chosen = variants.chosen(written, commandLine, problems);
  }

  /**
   * The spec that is asked for, with the problems found so far, so that planning can add its own.
   */
  public SpecSource asked() {
    return source(chosen, commandLine, problems);
  }

  /** The file's variants that are not asked for. */
  public List<String> others() {
    return variants.of(file).stream().filter(name -> !name.equals(chosen)).toList();
  }

  /**
   * The spec that another variant makes of the file, without the command line: a slip in it must
   * not wait for the day that it is chosen.
   *
   * @param variant null for the spec without any
   */
  public SpecSource other(@Nullable String variant) {
    return source(variant, new Mapping(Place.COMMAND_LINE, Map.of()), new Problems());
  }

  /**
   * YAML that says the same as the spec's files from any folder, all that they can be asked for
   * included: what extends what is merged, variants and sweep are kept, the command line is left
   * out.
   */
  public String whole() {
    Mapping absolute = DataPath.absolute(written, new Problems());
    return SpecText.of(absolute, absolute.equals(written), files.texts(), List.of());
  }

  private static Optional<String> several(String text) {
    return SeveralValues.isMeant(text)
        ? Optional.of("asks for several values, which only ./run SPEC takes")
        : Optional.empty();
  }

  private SpecSource source(@Nullable String variant, Mapping over, Problems found) {
    TreeMerge merge = new TreeMerge(found);
    Mapping patched = merge.merge(written, variants.patch(variant, found));
    Mapping merged = merge.merge(patched, over);
    Mapping tree = DataPath.absolute(merged, found);
    Binder binder = new Binder(ExperimentSpec.class, found);
    ExperimentSpec spec = binder.bind(tree, ExperimentSpec.class);
    // A run is one: what it records must not ask for the whole sweep.
    Mapping alone = tree.without(SWEEP);
    boolean portable = tree.equals(merged) && alone.equals(tree);
    String text = SpecText.of(Variants.settled(alone, variant), portable, files.texts(), overrides);
    return new SpecSource(spec, variant, file, binder.places(), text, found);
  }
}
