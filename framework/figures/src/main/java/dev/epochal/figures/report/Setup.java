package dev.epochal.figures.report;

import dev.epochal.core.data.Split;
import dev.epochal.core.plan.LayerPlan;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.RunRecord;
import dev.epochal.figures.Numbers;
import dev.epochal.figures.caption.Names;
import dev.epochal.figures.page.Block;
import dev.epochal.figures.page.Section;
import dev.epochal.figures.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What was asked, of which data, with which network. */
final class Setup {
  private Setup() {}

  static Section question(ReportedRun run) {
    RunRecord record = run.record();
    List<Block> blocks = new ArrayList<>();
    String description = run.plan().description();
    if (description != null) {
      blocks.add(new Block.Paragraph(Words.plain(description)));
    }
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(new Block.Fact("Experiment", record.experiment()));
    facts.add(new Block.Fact("Seed", Long.toString(record.seed())));
    record.tags().forEach((key, value) -> facts.add(new Block.Fact("Tag " + key, value)));
    blocks.add(new Block.Facts(facts));
    if (!run.spec().isEmpty()) {
      blocks.add(new Block.Code(run.spec()));
    }
    List<List<String>> params = new ArrayList<>();
    record.params().forEach((key, value) -> params.add(List.of(key, value)));
    blocks.add(
        new Block.Folded(
            "Every param, defaults included",
            List.of(new Block.Table(columns(List.of("Param", "Value")), params))));
    return new Section("question", "Question", blocks);
  }

  static Section data(ReportedRun run, Glossary glossary) {
    DatasetRecord dataset = run.record().dataset();
    if (dataset == null) {
      return new Section(
          "data",
          "Data",
          List.of(new Block.Notice(true, Words.plain("The run ended before it had its data."))));
    }
    List<Block> blocks = new ArrayList<>();
    if (dataset.notice() != null) {
      blocks.add(new Block.Notice(true, Words.plain(dataset.notice())));
    }
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(
        new Block.Fact(glossary.linked("Dataset"), dataset.used(), "from " + dataset.source()));
    facts.add(
        new Block.Fact(
            glossary.linked("Image shape"), dataset.shape().toString(), "channels, height, width"));
    facts.add(
        new Block.Fact(
            glossary.linked("Classes"),
            Numbers.count(dataset.classNames().size()),
            dataset.classNames().stream()
                .map(Names::of)
                .limit(100)
                .collect(Collectors.joining(", "))));
    facts.add(
        new Block.Fact(
            glossary.linked("Normalisation"),
            run.record().params().entrySet().stream()
                .filter(param -> param.getKey().startsWith("data.normalize"))
                .map(param -> param.getKey().substring("data.".length()) + ": " + param.getValue())
                .collect(Collectors.joining(", ")),
            ""));
    blocks.add(new Block.Facts(facts));
    List<List<String>> rows = new ArrayList<>();
    for (Split split : Split.values()) {
      DatasetRecord.SplitRecord used = dataset.splits().get(split.key());
      if (used != null) {
        rows.add(List.of(split.key(), Numbers.count(used.n()), used.sha256()));
      }
    }
    blocks.add(
        new Block.Table(
            List.of(
                new Block.Column(glossary.linked("Split"), false),
                new Block.Column(Words.plain("n"), true),
                new Block.Column(Words.plain("SHA-256 of its content"), false)),
            rows));
    if (dataset.inTwoSplits() > 0) {
      blocks.add(
          new Block.Notice(
              false,
              glossary.linked(
                  Numbers.count(dataset.inTwoSplits())
                      + " images stand in more than one split: the model may have been trained on"
                      + " what it is tested with.")));
    }
    return new Section("data", "Data", blocks);
  }

  static Section network(ReportedRun run, Glossary glossary) {
    SortedMap<String, String> params = run.record().params();
    List<List<String>> rows = new ArrayList<>();
    for (LayerPlan layer : run.plan().network().layers()) {
      String prefix = "network.layers." + layer.name() + ".";
      rows.add(
          List.of(
              layer.name(),
              params.getOrDefault(prefix + "type", "–"),
              settings(params, prefix),
              layer.output().toString(),
              Numbers.count(layer.parameters())));
    }
    List<Words> names =
        glossary.linked(List.of("Layer", "Type", "Settings", "Output shape", "Parameters"));
    List<Block.Column> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(new Block.Column(names.get(i), i == names.size() - 1));
    }
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(new Block.Fact("Input shape", run.plan().network().input().toString()));
    facts.add(
        new Block.Fact(
            glossary.linked("Parameters in all"),
            Numbers.count(run.plan().network().parameters()),
            ""));
    params.forEach(
        (key, value) -> {
          if (key.startsWith("training.")) {
            facts.add(new Block.Fact(key, value));
          }
        });
    return new Section(
        "network",
        "Network and training",
        List.of(new Block.Table(columns, rows), new Block.Facts(facts)));
  }

  private static String settings(SortedMap<String, String> params, String prefix) {
    return params.tailMap(prefix).entrySet().stream()
        .takeWhile(param -> param.getKey().startsWith(prefix))
        .filter(param -> !param.getKey().equals(prefix + "type"))
        .map(param -> param.getKey().substring(prefix.length()) + " " + param.getValue())
        .collect(Collectors.joining(", "));
  }

  static List<Block.Column> columns(List<String> names) {
    return names.stream().map(name -> new Block.Column(Words.plain(name), false)).toList();
  }

  static List<Block.Fact> facts(Map<String, String> of) {
    return of.entrySet().stream().map(e -> new Block.Fact(e.getKey(), e.getValue())).toList();
  }
}
