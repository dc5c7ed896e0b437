package dev.epochal.registry;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the run that a person means. */
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

  /**
   * By {@code latest}, id, name or unique prefix of an id, in this order; of several with the name
   * the newest, which is said.
   *
   * @return the run's id
   * @throws InvalidInputException when there is none, or the prefix is that of several
   */
  String find(String reference) {
    Optional<RunName> found = look(reference);
    if (found.isPresent()) {
      return found.get().id();
    }
    if (reference.equals("latest")) {
      throw problem(
          part == RunPart.KEPT
              ? "there is no latest run, because the registry is empty"
              : "there is no latest deleted run, because none is deleted",
          part.list());
    }
    Optional<RunName> other = new RunLookup(sql, part.other(), notice -> {}).look(reference);
    throw part == RunPart.KEPT
        ? problem(
            "there is no run " + quoted(reference) + other.map(run -> ": it is deleted").orElse(""),
            other.map(run -> "./run restore " + run.id() + " brings it back").orElse(part.list()))
        : problem(
            other
                .map(run -> "run " + quoted(reference) + " is not deleted")
                .orElse("there is no deleted run " + quoted(reference)),
            part.list());
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

  private Optional<RunName> look(String reference) {
    if (reference.equals("latest")) {
      return candidates("", null).stream().findFirst();
    }
    List<RunName> exact = candidates(" and id = ?", reference);
    if (!exact.isEmpty()) {
      return Optional.of(exact.get(0));
    }
    List<RunName> named = candidates(" and name = ?", reference);
    if (named.size() > 1) {
      notices.accept(
          "several runs are named "
              + quoted(reference)
              + ": taking the newest, "
              + named.get(0).id());
    }
    if (!named.isEmpty()) {
      return Optional.of(named.get(0));
    }
    if (!HEX.matcher(reference).matches()) {
      return Optional.empty();
    }
    List<RunName> prefixed = candidates(" and id like ?", reference + "%");
    if (prefixed.size() > 1) {
      throw ambiguous(reference, prefixed);
    }
    return prefixed.stream().findFirst();
  }

  private List<RunName> candidates(String condition, @Nullable String argument) {
    return sql.list(
        "select id, name from runs where "
            + part.sql()
            + condition
            + " order by started desc, id desc limit "
            + (CANDIDATES_SHOWN + 1),
        row -> new RunName(row.getString(1), row.getString(2)),
        argument == null ? new Object[0] : new Object[] {argument});
  }

  private static InvalidInputException ambiguous(String prefix, List<RunName> candidates) {
    String shown =
        candidates.stream()
            .limit(CANDIDATES_SHOWN)
            .map(run -> run.id() + " (" + run.name() + ")")
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
