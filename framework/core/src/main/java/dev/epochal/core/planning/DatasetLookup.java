package dev.epochal.core.planning;

import dev.epochal.core.data.ClassNames;
import dev.epochal.core.data.DatasetFacts;
import dev.epochal.core.plan.DatasetName;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.spec.DataSpec;
import dev.epochal.core.spec.SpecSource;
import java.util.Optional;

/** Learns what a run must know of its dataset: from its name, or from its files' headers. */
final class DatasetLookup {
  private final SpecSource source;
  private final DataFolders folders;

  DatasetLookup(SpecSource source, DataFolders folders) {
    this.source = source;
    this.folders = folders;
  }

  /** What is known of the dataset; empty when it cannot be known, with the problems added. */
  Optional<DatasetFacts> facts(DataSpec spec) {
    if (!source.sound("data.dataset")) {
      return Optional.empty();
    }
    checkFallback(spec);
    checkSeed(spec);
    return spec.dataset().known().isPresent() ? named(spec) : inFolder(spec);
  }

  private Optional<DatasetFacts> named(DataSpec spec) {
    if (spec.classes() != null) {
      source.problem(
          "data.classes",
          "must be left out: the classes of " + spec.dataset().key() + " have names",
          null);
    }
    if (spec.path() != null && spec.dataset() == DatasetName.DIGITS) {
      source.problem(
          "data.path",
          "has no effect with digits, which are drawn and not read",
          "leave it out, or name the dataset that lies there");
    }
    return spec.dataset().known();
  }

  private void checkSeed(DataSpec spec) {
    boolean drawn = spec.dataset() == DatasetName.DIGITS || spec.fallback() == DatasetName.DIGITS;
    if (spec.seed() != null && !drawn && source.sound("data.fallback")) {
      source.problem(
          "data.seed",
          "has no effect with " + spec.dataset().key() + ": only digits are drawn",
          "leave it out; what is drawn of a run follows seed and seeds");
    }
  }

  private void checkFallback(DataSpec spec) {
    DatasetName fallback = spec.fallback();
    if (fallback == null || !source.sound("data.fallback")) {
      return;
    }
    if (spec.dataset().form().isPresent()) {
      source.problem(
          "data.fallback",
          "must be left out with "
              + spec.dataset().key()
              + ": files of one's own that are missing or"
              + " broken are an error, and nothing stands in for them",
          "leave it out");
    } else if (fallback.form().isPresent()) {
      source.problem(
          "data.fallback",
          "must be a dataset that needs no files of one's own but was " + fallback.key(),
          "write digits");
    } else if (fallback == spec.dataset()) {
      source.problem("data.fallback", "must be another dataset than data.dataset", "leave it out");
    }
  }

  private Optional<DatasetFacts> inFolder(DataSpec spec) {
    if (spec.classes() != null && source.sound("data.classes")) {
      ClassNames.problem(spec.classes())
          .ifPresent(rule -> source.problem("data.classes", rule, null));
    }
    String path = spec.path();
    if (path == null && source.sound("data.path")) {
      source.problem(
          "data.path",
          "is missing: the dataset " + spec.dataset().key() + " is files of one's own",
          "name their folder, relative to this spec");
    }
    if (path == null || !source.sound("data.path") || !source.sound("data.classes")) {
      return Optional.empty();
    }
    try {
      return Optional.of(folders.open(spec.dataset(), path).facts(spec.classes()));
    } catch (InvalidInputException e) {
      source.problems("data.path", e);
      return Optional.empty();
    }
  }
}
