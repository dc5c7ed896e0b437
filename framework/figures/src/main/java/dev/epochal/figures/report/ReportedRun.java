package dev.epochal.figures.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.epochal.core.data.Split;
import dev.epochal.core.figure.FigureSubject;
import dev.epochal.core.figure.LossHistory;
import dev.epochal.core.json.Json;
import dev.epochal.core.plan.LayerPlan;
import dev.epochal.core.plan.Loss;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.Annotations;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.EpochLog;
import dev.epochal.core.run.JournalEntry;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunId;
import dev.epochal.core.run.RunRecord;
import dev.epochal.figures.caption.Captions;
import dev.epochal.figures.caption.Guess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run's folder says of it, read once.
 *
 * @param spec as kept; empty when it is not there
 * @param environment empty when it was not kept
 * @param epochs the completed ones, from 1
 */
record ReportedRun(
    RunFolder folder,
    RunRecord record,
    RunPlan plan,
    String spec,
    SortedMap<String, String> environment,
    List<JournalEntry.Epoch> epochs,
    List<RunFigure> figures) {

  /**
   * Reads a run's folder.
   *
   * @throws EpochalException if its record or plan cannot be read
   */
  static ReportedRun read(RunFolder folder) {
    RunPlan plan = Json.read(folder.plan(), RunPlan.class);
    return new ReportedRun(
        folder,
        Json.read(folder.record(), RunRecord.class).with(Annotations.of(folder, notice -> {})),
        plan,
        spec(folder),
        environment(folder),
        epochs(folder),
        RunFigure.of(folder, plan, captions(plan)));
  }

  private static String spec(RunFolder folder) {
    try {
      return Files.isRegularFile(folder.spec()) ? Files.readString(folder.spec()) : "";
    } catch (IOException e) {
      return "";
    }
  }

  private static SortedMap<String, String> environment(RunFolder folder) {
    try {
      return Files.isRegularFile(folder.environment())
          ? Json.parse(Files.readString(folder.environment()), new TypeReference<>() {})
          : new TreeMap<>();
    } catch (IOException e) {
      return new TreeMap<>();
    }
  }

  private static List<JournalEntry.Epoch> epochs(RunFolder folder) {
    EpochLog epochs = new EpochLog();
    if (!Files.isRegularFile(folder.journal())) {
      return List.of();
    }
    try (BufferedReader lines = Files.newBufferedReader(folder.journal())) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        // Updates, of which there may be a million, are not wanted here.
        if (line.contains("\"epoch\"") || line.contains("\"resumed\"")) {
          add(line, epochs);
        }
      }
    } catch (IOException e) {
      throw new EpochalException("cannot read " + folder.journal() + ": " + e, e);
    }
    return epochs.all();
  }

  private static void add(String line, EpochLog epochs) {
    try {
      epochs.add(Json.parse(line, JournalEntry.class));
    } catch (JsonProcessingException e) {
      // A kill tears the last line, which then says nothing.
    }
  }

  /** A file of the run's folder as commands name it; what is no id stands in no command. */
  String file(String name) {
    return "runs/" + (RunId.isValid(folder.id()) ? folder.id() : "ID") + "/" + name;
  }

  /** The losses of the completed epochs. */
  LossHistory history() {
    DatasetRecord dataset = record.dataset();
    return LossHistory.byEpoch(
        new FigureSubject(
            record.name(),
            record.id(),
            dataset == null ? plan.data().dataset().key() : dataset.used(),
            dataset == null ? null : dataset.notice()),
        n(Split.TRAIN),
        n(Split.VALIDATION),
        epochs.stream().map(JournalEntry.Epoch::epoch).toList(),
        series("train.loss"),
        series("validation.loss"),
        series("train.accuracy"),
        series("validation.accuracy"));
  }

  private List<Double> series(String metric) {
    return epochs.stream().map(e -> e.metrics().getOrDefault(metric, Double.NaN)).toList();
  }

  /** Images in a split. */
  int n(Split split) {
    return plan.data().split().used().of(split);
  }

  /** What captions need to know of the run. */
  Captions captions() {
    return captions(plan);
  }

  static Captions captions(RunPlan plan) {
    List<LayerPlan> layers = plan.network().layers();
    LayerPlan last = layers.get(layers.size() - 1);
    Loss loss = last instanceof LayerPlan.Output output ? output.loss() : Loss.MCXENT;
    return new Captions(
        Guess.of(loss, Math.toIntExact(last.output().size())),
        layers.stream().anyMatch(LayerPlan.Dropout.class::isInstance));
  }
}
