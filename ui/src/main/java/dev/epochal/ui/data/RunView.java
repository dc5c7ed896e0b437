package dev.epochal.ui.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.data.Split;
import dev.epochal.core.json.Json;
import dev.epochal.core.plan.LayerPlan;
import dev.epochal.core.plan.NetworkPlan;
import dev.epochal.core.plan.RunPlan;
import dev.epochal.core.plan.Words;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.ArtifactRecord;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunStatus;
import dev.epochal.core.run.TrialRecord;
import dev.epochal.core.stats.PredictionFiles;
import dev.epochal.registry.RunDetail;
import dev.epochal.registry.RunSummary;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A run as its page shows it.
 *
 * @param spec as it was written; empty when the folder has none
 * @param evaluated splits whose predictions the folder has
 * @param network as it was planned; null when the folder has no plan that can be read
 * @param sweeps names of the sweeps that it is a trial of, by their ids
 * @param session whether DL4J's training UI has something to show of it
 * @param base what of its spec is not as in the one that it extends
 * @param shell how its commands are written
 */
public record RunView(
    RunDetail detail,
    String spec,
    @Nullable NetworkPlan network,
    List<Split> evaluated,
    SortedMap<String, String> sweeps,
    boolean session,
    SpecBase base,
    ShellCommands shell) {
  private static final List<String> SPLITS = List.of("train", "validation", "test");
  private static final long LONGEST_SPEC = 256 << 10;

  /** Of a run and what lies in its folder. */
  public static RunView of(
      RunDetail detail, RunFolder folder, SortedMap<String, String> sweeps, ShellCommands shell) {
    String spec = text(folder.spec());
    return new RunView(
        detail,
        spec,
        network(folder.plan()),
        PredictionFiles.splits(folder),
        sweeps,
        hasSession(folder),
        SpecBase.of(spec),
        shell);
  }

  /** What it is in a sweep: which trial of the one that it was made for, and with what set. */
  public String roleIn(String sweep) {
    TrialRecord trial = detail.trial();
    if (trial == null || !trial.sweep().equals(sweep)) {
      return "reused by";
    }
    String set =
        trial.values().entrySet().stream()
            .map(one -> one.getKey() + "=" + one.getValue())
            .collect(Collectors.joining(", "));
    return "trial " + trial.number() + (set.isEmpty() ? "" : " (" + set + ")") + " of";
  }

  /** Whether a run recorded something for DL4J's training UI. */
  public static boolean hasSession(RunFolder folder) {
    return Files.isRegularFile(folder.uiSession(), LinkOption.NOFOLLOW_LINKS);
  }

  public RunSummary run() {
    return detail.summary();
  }

  public boolean over() {
    return run().status().isOver();
  }

  /** What one must know before one believes its numbers. */
  public List<String> notices() {
    List<String> notices = new ArrayList<>();
    DatasetRecord data = detail.dataset();
    if (data != null && data.notice() != null) {
      notices.add(data.notice());
    }
    if (detail.deleted() != null) {
      notices.add("Deleted since " + detail.deleted() + ": it is in no list until it is restored.");
    }
    if (detail.reason() != null) {
      notices.add(run().status() + ": " + detail.reason());
    }
    detail.recordingErrors().forEach(error -> notices.add("Not recorded: " + error));
    if (!Files.isDirectory(detail.folder())) {
      notices.add("The folder is gone: this is what the registry knows.");
    }
    return notices;
  }

  /** The final metrics of each split, by their names without it, what people ask for first. */
  public Map<String, List<@Nullable Double>> splitMetrics() {
    Map<String, List<@Nullable Double>> rows = new LinkedHashMap<>();
    List.of("accuracy", "loss").forEach(name -> addTo(rows, name));
    names().stream().filter(name -> !isOfClass(name)).forEach(name -> addTo(rows, name));
    return rows;
  }

  /** Likewise of each class. */
  public Map<String, List<@Nullable Double>> classMetrics() {
    Map<String, List<@Nullable Double>> rows = new LinkedHashMap<>();
    names().stream().filter(RunView::isOfClass).forEach(name -> addTo(rows, name));
    return rows;
  }

  private void addTo(Map<String, List<@Nullable Double>> rows, String name) {
    List<@Nullable Double> row = new ArrayList<>();
    SPLITS.forEach(split -> row.add(run().metrics().get(split + "." + name)));
    if (row.stream().anyMatch(Objects::nonNull)) {
      rows.put(name, row);
    }
  }

  private SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    for (String metric : run().metrics().keySet()) {
      int dot = metric.indexOf('.');
      if (dot > 0 && SPLITS.contains(metric.substring(0, dot))) {
        names.add(metric.substring(dot + 1));
      }
    }
    return names;
  }

  /** What a class is called stands behind what is measured of it. */
  private static boolean isOfClass(String name) {
    return name.contains(".") && !name.endsWith(".macro") && !name.endsWith(".micro");
  }

  /** Metrics of no split. */
  public SortedMap<String, Double> otherMetrics() {
    SortedMap<String, Double> others = new TreeMap<>(run().metrics());
    others.keySet().removeIf(metric -> SPLITS.stream().anyMatch(s -> metric.startsWith(s + ".")));
    return others;
  }

  /** The facts of the environment by dotted key. */
  public Map<String, String> environment() {
    Map<String, String> facts = new LinkedHashMap<>();
    flatten("", detail.environment(), facts);
    return facts;
  }

  /** The pictures of the figures, by their names. */
  public List<ArtifactRecord> figures() {
    return detail.artifacts().stream()
        .filter(file -> file.kind().equals("figure") && file.name().endsWith(".png"))
        .toList();
  }

  /** A figure's name: what its picture is called without folder and ending. */
  public static String figureName(ArtifactRecord figure) {
    return figure.name().replaceFirst(".*/", "").replaceFirst("\\.png$", "");
  }

  /** Whether what a figure shows was kept beside its picture. */
  public boolean hasData(ArtifactRecord figure) {
    String data = figure.name().replaceFirst("\\.png$", ".json");
    return detail.artifacts().stream().anyMatch(file -> file.name().equals(data));
  }

  /** An artifact's name as a part of an address. */
  public static String path(ArtifactRecord file) {
    StringBuilder path = new StringBuilder();
    for (String part : file.name().split("/", -1)) {
      path.append(path.length() == 0 ? "" : "/")
          .append(
              java.net.URLEncoder.encode(part, java.nio.charset.StandardCharsets.UTF_8)
                  .replace("+", "%20"));
    }
    return path.toString();
  }

  /** What one would type next, each with what it does. */
  public Map<String, String> commands() {
    String id = run().id();
    Map<String, String> commands = new LinkedHashMap<>();
    RunStatus status = run().status();
    if (!status.isOver()) {
      commands.put(shell.of("watch " + id), "follow it in a terminal");
      commands.put(shell.of("stop " + id), "ask it to stop after its update");
    }
    if (status == RunStatus.KILLED || status == RunStatus.CRASHED) {
      commands.put(shell.of("resume " + id), "go on from its last checkpoint, to the same bits");
    }
    if (status == RunStatus.FINISHED) {
      commands.put(shell.of("verify " + id), "train it again and compare every bit");
      commands.put(shell.of("predict " + id + " IMAGE.png"), "classify images of your own");
    }
    commands.put(shell.of("rerun " + id), "a new run of the same plan");
    commands.put(shell.of("report " + id), "one HTML file with everything");
    commands.put(shell.of("open " + id), "say where its folder is");
    return commands;
  }

  /** What draws the figures that a run kept none of. */
  public String drawing() {
    return shell.of("figures " + run().id());
  }

  private static void flatten(String key, JsonNode node, Map<String, String> facts) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              child ->
                  flatten(
                      key.isEmpty() ? child.getKey() : key + "." + child.getKey(),
                      child.getValue(),
                      facts));
    } else {
      facts.put(key, node.isValueNode() ? node.asText() : node.toString());
    }
  }

  /** A layer's type as a spec has it. */
  public static String type(LayerPlan layer) {
    return Words.ofChoice(LayerPlan.class, layer);
  }

  /** A count with its thousands apart. */
  public static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  private static @Nullable NetworkPlan network(Path plan) {
    try {
      return Files.isRegularFile(plan, LinkOption.NOFOLLOW_LINKS)
          ? Json.read(plan, RunPlan.class).network()
          : null;
    } catch (EpochalException e) {
      return null; // a foreign or older run's; its spec is shown all the same
    }
  }

  private static String text(Path file) {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
              && Files.size(file) <= LONGEST_SPEC
          ? Files.readString(file)
          : "";
    } catch (CharacterCodingException e) {
      return "";
    } catch (IOException e) {
      return "";
    }
  }
}
