package dev.epochal.runner;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.answer.Answer;
import dev.epochal.core.answer.AskedRun;
import dev.epochal.core.answer.QuestionFigures;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.problem.InvalidInputException;
import dev.epochal.core.problem.Problem;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.stats.TimeTo;
import dev.epochal.core.sweep.SweepFolder;
import dev.epochal.figures.report.SweepPicture;
import dev.epochal.figures.report.SweepReport;
import dev.epochal.registry.Registry;
import dev.epochal.registry.RunDetail;
import dev.epochal.registry.SweepDetail;
import dev.epochal.registry.SweepTrial;
import dev.epochal.registry.folder.AtomicFile;
import dev.epochal.runner.answer.AnswerMaker;
import dev.epochal.runner.answer.AnswerMaterial;
import dev.epochal.runner.answer.AnswerRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report of a sweep, as a file. */
public final class SweepReports {
  private static final String WALL = "time.train.wall";

  /** What differs from trial to trial of itself, and changes no number. */
  private static final Set<String> USUAL =
      Set.of("command", "git.commit.time", "jvm.pid", "process.id", "time", "working.directory");

  private final Registry registry;
  private final SweepDetail sweep;
  private final AnswerMaterial material;
  private final Map<String, RunDetail> runs = new HashMap<>();

  private SweepReports(Registry registry, SweepDetail sweep, AnswerMaterial material) {
    this.registry = registry;
    this.sweep = sweep;
    this.material = material;
  }

  /**
   * Writes it; whoever reads the file meanwhile sees the old one or the new one.
   *
   * @param reference the sweep's id, a unique prefix of it, or its name
   * @param output null for {@code report.html} in the sweep's folder
   * @return the file
   * @throws EpochalException if there is no such sweep, or the file cannot be written
   */
  public static Path write(Registry registry, String reference, @Nullable Path output) {
    SweepDetail sweep = registry.sweeps().show(reference);
    AnswerRequest request = AnswerRequest.of(sweep.summary().id());
    AnswerMaker maker = new AnswerMaker(registry);
    // Which histories are wanted depends on what is asked, which the sweep says.
    AnswerMaterial question = maker.material(request, Set.of());
    AnswerMaterial material = maker.material(request, QuestionFigures.needs(question.inquiry()));
    SweepReport report = new SweepReports(registry, sweep, material).report();
    Path file = output == null ? new SweepFolder(sweep.folder()).report() : output.toAbsolutePath();
    try {
      AtomicFile.write(file, report.html());
    } catch (IOException e) {
      throw new EpochalException("cannot write the report " + file + ": " + e, e);
    }
    return file;
  }

  private SweepReport report() {
    List<String> ids =
        sweep.trials().stream()
            .filter(trial -> trial.status() != null)
            .map(SweepTrial::run)
            .distinct()
            .toList();
    List<RunDetail> details = registry.outlines(ids);
    details.forEach(run -> runs.put(run.summary().id(), run));
    Answer answer = null;
    String noAnswer = "";
    List<SweepPicture> figures = new ArrayList<>();
    try {
      answer = material.answer();
      AnswerFigureFiles.of(material, answer, details)
          .forEach((name, data) -> figures.add(SweepPicture.of(name, data)));
    } catch (InvalidInputException e) {
      noAnswer = e.problems().stream().map(SweepReports::said).collect(Collectors.joining("; "));
    }
    Set<String> differing = new TreeSet<>();
    SortedMap<String, String> environment = environment(details, differing);
    return new SweepReport(
        sweep.record(),
        answer,
        noAnswer,
        trials(answer),
        figures,
        List.copyOf(datasets(details)),
        environment,
        List.copyOf(differing),
        sweep.trialsThatReadTest(),
        sweep.testReads());
  }

  /** Without the place: nobody typed anything. */
  private static String said(Problem problem) {
    String remedy = problem.remedy();
    return problem.key().replace("--", "the ")
        + " "
        + problem.rule()
        + (remedy == null ? "" : " (" + remedy + ")");
  }

  private List<SweepReport.Trial> trials(@Nullable Answer answer) {
    String response = answer == null ? material.inquiry().response() : answer.response();
    Map<String, AskedRun> asked =
        material.runs().stream()
            .collect(Collectors.toMap(AskedRun::id, run -> run, (one, same) -> one));
    List<SweepReport.Trial> trials = new ArrayList<>();
    for (SweepTrial trial : sweep.trials()) {
      RunDetail run = runs.get(trial.run());
      trials.add(
          new SweepReport.Trial(
              trial.number(),
              trial.values(),
              trial.run(),
              trial.status(),
              remark(trial),
              value(asked.get(trial.run()), response),
              run == null ? null : run.summary().metrics().get(WALL)));
    }
    return trials;
  }

  private static @Nullable Double value(@Nullable AskedRun run, String response) {
    if (run == null) {
      return null;
    }
    if (TimeTo.isCall(response)) {
      var reached = TimeTo.parse(response).of(run.history());
      return reached.isPresent() ? reached.getAsDouble() : null;
    }
    return run.metrics().get(response);
  }

  private static String remark(SweepTrial trial) {
    List<String> remarks = new ArrayList<>();
    if (trial.selected()) {
      remarks.add("selected");
    }
    if (trial.reused()) {
      remarks.add("reused");
    }
    if (trial.stopped() != null) {
      remarks.add("stopped early: " + trial.stopped());
    }
    if (trial.reason() != null) {
      remarks.add(trial.reason());
    }
    return String.join("; ", remarks);
  }

  private static Set<DatasetRecord> datasets(List<RunDetail> details) {
    return details.stream()
        .map(RunDetail::dataset)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Of the first trial that has one; what others have otherwise is added to {@code differing}. */
  private static SortedMap<String, String> environment(
      List<RunDetail> details, Set<String> differing) {
    SortedMap<String, String> first = new TreeMap<>();
    for (RunDetail run : details) {
      SortedMap<String, String> own = new TreeMap<>();
      JsonNode environment = run.environment();
      environment.properties().forEach(one -> own.put(one.getKey(), one.getValue().asText()));
      if (first.isEmpty()) {
        first.putAll(own);
      } else if (!own.isEmpty()) {
        Set<String> keys = new TreeSet<>(first.keySet());
        keys.addAll(own.keySet());
        keys.removeIf(key -> USUAL.contains(key) || Objects.equals(first.get(key), own.get(key)));
        differing.addAll(keys);
      }
    }
    return first;
  }
}
