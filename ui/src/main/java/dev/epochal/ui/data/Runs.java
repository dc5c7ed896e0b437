package dev.epochal.ui.data;

import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunId;
import dev.epochal.registry.KnownNames;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunDetail;
import dev.epochal.registry.RunName;
import dev.epochal.ui.http.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The registry as the pages ask it: each question once a second, however many ask. */
public final class Runs {
  private static final Duration MOMENT = Duration.ofSeconds(1);
  private static final Duration LONGER = Duration.ofSeconds(20);
  private static final int ANSWERS = 50;
  private static final int FOLDERS = 1_000;

  private final Function<Consumer<String>, Registry> registry;
  private final Memo answers = new Memo(MOMENT, ANSWERS);
  private final Memo names = new Memo(LONGER, 2);
  private final LiveRuns live = new LiveRuns();
  private final Map<String, RunFolder> folders =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RunFolder> eldest) {
          return size() > FOLDERS;
        }
      };

  /**
   * @param registry the registry, with where its notices go
   */
  public Runs(Function<Consumer<String>, Registry> registry) {
    this.registry = registry;
  }

  /** Asks the registry; what a person should know of the answer is added to it. */
  public <T> T ask(Object question, BiFunction<Registry, List<String>, T> work) {
    return answers.get(
        question,
        () -> {
          List<String> notices = new ArrayList<>();
          return work.apply(registry.apply(notices::add), notices);
        });
  }

  /** Changes something; whoever asks from now on sees it. */
  public <T> T change(Function<Registry, T> work) {
    try {
      return work.apply(registry.apply(notice -> {}));
    } finally {
      answers.clear();
    }
  }

  /** From now on the registry is asked anew. */
  void forget() {
    answers.clear();
  }

  /** Runs that go on. */
  LiveRuns live() {
    return live;
  }

  /** What the runs have, by name. */
  public KnownNames names() {
    return names.get("names", () -> registry.apply(notice -> {}).names());
  }

  /** The run that others are compared with, if one was pinned. */
  public Optional<RunName> baseline() {
    return ask("baseline", (all, notices) -> all.baseline());
  }

  /**
   * The id that a person means.
   *
   * @throws Refused when there is no such run, deleted or not
   */
  public String find(String reference) {
    if (RunId.isValid(reference) && known(reference).isPresent()) {
      return reference;
    }
    return ask(
        List.of("find", reference),
        (all, notices) -> found(() -> either(all, r -> r.find(reference))));
  }

  /** Where a run lies; asked of the registry once. */
  public RunFolder folder(String id) {
    return known(id)
        .orElseGet(
            () -> {
              RunFolder folder =
                  found(() -> either(registry.apply(notice -> {}), r -> r.folder(id)));
              synchronized (folders) {
                folders.put(id, folder);
              }
              return folder;
            });
  }

  /** Everything about a run but its histories. */
  public RunDetail outline(String id) {
    return ask(
        List.of("outline", id),
        (all, notices) -> found(() -> either(all, r -> r.outlines(List.of(id)).get(0))));
  }

  /** The same of several runs. */
  public List<RunDetail> outlines(List<String> ids) {
    return ask(
        List.of("outlines", ids),
        (all, notices) -> found(() -> ofEach(all, ids, Registry::outlines)));
  }

  private Optional<RunFolder> known(String id) {
    synchronized (folders) {
      return Optional.ofNullable(folders.get(id));
    }
  }

  /** Of the runs that there are, or else of those that are deleted. */
  static <T> T either(Registry all, Function<Registry, T> look) {
    try {
      return look.apply(all);
    } catch (InvalidInputException e) {
      try {
        return look.apply(all.deleted());
      } catch (InvalidInputException notThereEither) {
        throw e;
      }
    }
  }

  /** The same of several runs: at once where all are deleted, or none is; else one by one. */
  static <T> List<T> ofEach(
      Registry all, List<String> ids, BiFunction<Registry, List<String>, List<T>> look) {
    try {
      return either(all, some -> look.apply(some, ids));
    } catch (InvalidInputException mixed) {
      return ids.stream()
          .flatMap(id -> either(all, some -> look.apply(some, List.of(id))).stream())
          .toList();
    }
  }

  /** What is looked for; what nobody knows is not found. */
  static <T> T found(Supplier<T> look) {
    try {
      return look.get();
    } catch (InvalidInputException e) {
      throw Refused.notFound(String.valueOf(e.getMessage()));
    }
  }
}
