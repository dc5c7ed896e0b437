package dev.epochal.registry;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the run, or the sweep, that a person means: their ids are one space. */
final class RunLookup {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{1,12}");
  private static final int CANDIDATES_SHOWN = 5;

  private final Sql sql;
  private final RunPart part;
  private final Consumer<String> notices;

  RunLookup(Sql sql, RunPart part, Consumer<String> notices) {
    this.sql = sql;
    this.part = part;
    this.notices = notices;
  }

  /** What a person may mean. */
  private enum Kind {
    RUN("runs"),
    SWEEP("sweeps");

    private final String table;

    Kind(String table) {
      this.table = table;
    }

    /** As it is said. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    Kind other() {
      return this == RUN ? SWEEP : RUN;
    }
  }

  /** Something that a person may mean. */
  private record Named(Kind kind, String id, String name, Instant started) {
    @Override
    public String toString() {
      return id + " (" + (kind == Kind.SWEEP ? "sweep " : "") + name + ")";
    }
  }

  /**
   * By {@code latest}, id, name or unique prefix of an id, in this order; of several with the name
   * the newest, which is said. Ids of sweeps count for what is unique.
   *
   * @return the run's id
   * @throws InvalidInputException when there is none, or the prefix is that of several
   */
  String find(String reference) {
    Optional<Named> found = look(reference, Kind.RUN);
    if (found.isPresent() && found.get().kind() == Kind.RUN) {
      return found.get().id();
    }
    if (found.isPresent()) {
      throw problem(
          quoted(reference) + " is a sweep, and a run is needed here",
          "./run show " + found.get().id() + " shows its trials, which are runs");
    }
    throw missing(reference, Kind.RUN);
  }

  /**
   * Likewise of a sweep.
   *
   * @return the sweep's id
   */
  String findSweep(String reference) {
    Optional<Named> found = look(reference, Kind.SWEEP);
    if (found.isPresent() && found.get().kind() == Kind.SWEEP) {
      return found.get().id();
    }
    if (found.isPresent()) {
      throw problem(
          quoted(reference) + " is a run, and a sweep is needed here",
          "./run list --sweeps shows the sweeps that there are");
    }
    throw missing(reference, Kind.SWEEP);
  }

  /** The id of the sweep that is meant; empty when it is a run that is meant, or nothing. */
  Optional<String> sweep(String reference) {
    return look(reference, Kind.RUN).filter(found -> found.kind() == Kind.SWEEP).map(Named::id);
  }

  private InvalidInputException missing(String reference, Kind kind) {
    String list =
        kind == Kind.RUN ? part.list() : "./run list --sweeps shows the sweeps that there are";
    if (reference.equals("latest") && kind == Kind.RUN) {
      return problem(
          part == RunPart.KEPT
              ? "there is no latest run, because the registry is empty"
              : "there is no latest deleted run, because none is deleted",
          list);
    }
    Optional<Named> other = new RunLookup(sql, part.other(), notice -> {}).look(reference, kind);
    String word = other.map(Named::kind).orElse(kind).word();
    return part == RunPart.KEPT
        ? problem(
            "there is no "
                + word
                + " "
                + quoted(reference)
                + other.map(run -> ": it is deleted").orElse(""),
            other.map(run -> "./run restore " + run.id() + " brings it back").orElse(list))
        : problem(
            other
                .map(run -> word + " " + quoted(reference) + " is not deleted")
                .orElse("there is no deleted " + word + " " + quoted(reference)),
            list);
  }

  /**
   * Each run once, in the order first named.
   *
   * @throws InvalidInputException with every problem
   */
  List<String> findAll(List<String> references) {
    Set<String> ids = new LinkedHashSet<>();
    List<Problem> problems = new ArrayList<>();
    for (String reference : references) {
      try {
        ids.add(find(reference));
      } catch (InvalidInputException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return List.copyOf(ids);
  }

  /**
   * What is meant.
   *
   * @param wanted what a name means that a run has and a sweep
   */
  private Optional<Named> look(String reference, Kind wanted) {
    if (reference.equals("latest")) {
      return candidates(Kind.RUN, "", null).stream().findFirst();
    }
    List<Named> exact = candidates(" and id = ?", reference);
    if (!exact.isEmpty()) {
      return Optional.of(exact.get(0));
    }
    for (Kind kind : List.of(wanted, wanted.other())) {
      List<Named> named = candidates(kind, " and name = ?", reference);
      if (named.size() > 1) {
        notices.accept(
            "several "
                + kind.table
                + " are named "
                + quoted(reference)
                + ": taking the newest, "
                + named.get(0).id());
      }
      if (!named.isEmpty()) {
        return Optional.of(named.get(0));
      }
    }
    if (!HEX.matcher(reference).matches()) {
      return Optional.empty();
    }
    List<Named> prefixed = candidates(" and id like ?", reference + "%");
    if (prefixed.size() > 1) {
      throw ambiguous(reference, prefixed);
    }
    return prefixed.stream().findFirst();
  }

  /** Runs and sweeps, the newest first. */
  private List<Named> candidates(String condition, String argument) {
    List<Named> all = new ArrayList<>(candidates(Kind.RUN, condition, argument));
    all.addAll(candidates(Kind.SWEEP, condition, argument));
    all.sort(Comparator.comparing(Named::started).thenComparing(Named::id).reversed());
    return all;
  }

  private List<Named> candidates(Kind kind, String condition, @Nullable String argument) {
    return sql.list(
        "select id, name, started from "
            + kind.table
            + " where "
            + part.sql()
            + condition
            + " order by started desc, id desc limit "
            + (CANDIDATES_SHOWN + 1),
        row ->
            new Named(
                kind,
                row.getString(1),
                row.getString(2),
                Objects.requireNonNull(Instants.read(row, "started"))),
        argument == null ? new Object[0] : new Object[] {argument});
  }

  private static InvalidInputException ambiguous(String prefix, List<Named> candidates) {
    String shown =
        candidates.stream()
            .limit(CANDIDATES_SHOWN)
            .map(Named::toString)
            .collect(Collectors.joining(", "));
    return problem(
        quoted(prefix)
            + " is the start of several ids: "
            + shown
            + (candidates.size() > CANDIDATES_SHOWN ? ", …" : ""),
        "write more of the one that you mean");
  }

  private static InvalidInputException problem(String rule, String remedy) {
    return new InvalidInputException(Problem.of(rule, remedy));
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
