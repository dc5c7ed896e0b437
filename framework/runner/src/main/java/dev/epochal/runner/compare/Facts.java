package dev.epochal.runner.compare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.run.ArtifactRecord;
import dev.epochal.core.run.DatasetRecord;
import dev.epochal.registry.RunDetail;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that is known of how a run came about, as dotted keys and texts. */
final class Facts {
  private static final String GIT = "git.";

  private final RunDetail run;
  private final Map<Kind, SortedMap<String, String>> facts = new EnumMap<>(Kind.class);

  private Facts(RunDetail run) {
    this.run = run;
    for (Kind kind : Kind.values()) {
      facts.put(kind, new TreeMap<>());
    }
  }

  static Facts of(RunDetail run) {
    Facts facts = new Facts(run);
    facts.of(Kind.PARAMS).putAll(run.summary().params());
    facts.data(run.dataset());
    for (Map.Entry<String, JsonNode> fact : run.environment().properties()) {
      boolean code = fact.getKey().startsWith(GIT);
      facts.of(code ? Kind.CODE : Kind.ENVIRONMENT).put(fact.getKey(), fact.getValue().asText());
    }
    run.artifacts().stream()
        .filter(artifact -> artifact.name().equals("git.diff"))
        .map(ArtifactRecord::sha256)
        .forEach(sha256 -> facts.of(Kind.CODE).put("git.diff", "sha256 " + sha256));
    return facts;
  }

  private void data(@Nullable DatasetRecord data) {
    if (data == null) {
      return;
    }
    SortedMap<String, String> of = of(Kind.DATA);
    of.put("requested", data.requested());
    of.put("used", data.used());
    of.put("source", data.source());
    of.put("classes", String.join(", ", data.classNames()));
    if (data.reason() != null) {
      of.put("fallback", data.reason());
    }
    data.splits()
        .forEach(
            (split, images) -> {
              of.put("splits." + split + ".n", Integer.toString(images.n()));
              of.put("splits." + split + ".sha256", images.sha256());
            });
  }

  RunDetail run() {
    return run;
  }

  /** By key; empty where nothing was recorded. */
  SortedMap<String, String> of(Kind kind) {
    return facts.getOrDefault(kind, Collections.emptySortedMap());
  }

  @Nullable String get(Kind kind, String key) {
    return of(kind).get(key);
  }
}
