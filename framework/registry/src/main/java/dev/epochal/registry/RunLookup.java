package dev.epochal.registry;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the run that a person means. */
final class RunLookup {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{1,12}");
  private static final int CANDIDATES_SHOWN = 5;

  private record Candidate(String id, String name) {
    @Override
    public String toString() {
      return id + " (" + name + ")";
    }
  }

  private final Sql sql;
  private final Consumer<String> notices;

  RunLookup(Sql sql, Consumer<String> notices) {
    this.sql = sql;
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
    if (reference.equals("latest")) {
      List<Candidate> newest = candidates("true or id = ?", reference);
      if (newest.isEmpty()) {
        throw unknown("there is no latest run, because the registry is empty");
      }
      return newest.get(0).id();
    }
    List<Candidate> exact = candidates("id = ?", reference);
    if (!exact.isEmpty()) {
      return exact.get(0).id();
    }
    List<Candidate> named = candidates("name = ?", reference);
    if (!named.isEmpty()) {
      return newest(reference, named);
    }
    List<Candidate> prefixed =
        HEX.matcher(reference).matches() ? candidates("id like ?", reference + "%") : List.of();
    if (prefixed.size() > 1) {
      throw ambiguous(reference, prefixed);
    }
    if (prefixed.isEmpty()) {
      throw unknown("there is no run " + quoted(reference));
    }
    return prefixed.get(0).id();
  }

  private String newest(String name, List<Candidate> named) {
    String id = named.get(0).id();
    if (named.size() > 1) {
      notices.accept("several runs are named " + quoted(name) + ": taking the newest, " + id);
    }
    return id;
  }

  private List<Candidate> candidates(String condition, String argument) {
    return sql.list(
        "select id, name from runs where "
            + condition
            + " order by started desc, id desc limit "
            + (CANDIDATES_SHOWN + 1),
        row -> new Candidate(row.getString(1), row.getString(2)),
        argument);
  }

  private static InvalidInputException ambiguous(String prefix, List<Candidate> candidates) {
    String shown =
        candidates.stream()
            .limit(CANDIDATES_SHOWN)
            .map(Candidate::toString)
            .collect(Collectors.joining(", "));
    return new InvalidInputException(
        Problem.of(
            quoted(prefix)
                + " is the start of several ids: "
                + shown
                + (candidates.size() > CANDIDATES_SHOWN ? ", …" : ""),
            "write more of the one that you mean"));
  }

  private static InvalidInputException unknown(String rule) {
    return new InvalidInputException(Problem.of(rule, "./run list shows the runs that there are"));
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
