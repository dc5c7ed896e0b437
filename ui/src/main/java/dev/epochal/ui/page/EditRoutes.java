package dev.epochal.ui.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.epochal.core.run.AnnotationRules;
import dev.epochal.core.run.Note;
import dev.epochal.core.run.RunRecord;
import dev.epochal.registry.Edit;
import dev.epochal.registry.Edits;
import dev.epochal.registry.Registry;
import dev.epochal.ui.data.Runs;
import dev.epochal.ui.http.Answer;
import dev.epochal.ui.http.Call;
import dev.epochal.ui.http.Refused;
import dev.epochal.ui.http.Routes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** What people change: names, tags, notes, the baseline, and which runs are in the lists. */
public final class EditRoutes {
  private static final int MOST = 10_000;

  private final Runs runs;

  public EditRoutes(Runs runs) {
    this.runs = runs;
  }

  /** Its routes. */
  public void addTo(Routes routes) {
    routes.post("/edit/tag", this::tag);
    routes.post("/edit/untag", this::untag);
    routes.post("/edit/note", this::note);
    routes.post("/edit/note/change", this::changeNote);
    routes.post("/edit/note/remove", this::removeNote);
    routes.post("/edit/rename", this::rename);
    routes.post("/edit/delete", call -> edit(call, all -> all, Edits.delete(Instant.now())));
    routes.post("/edit/restore", call -> edit(call, Registry::deleted, Edits.restore()));
    routes.post("/edit/baseline", this::baseline);
  }

  private Answer tag(Call call) {
    String key = call.field("key").strip();
    String value = call.field("value").strip();
    AnnotationRules.checkTag("", key, value);
    return edit(
        call,
        all -> all,
        (run, before) -> {
          SortedMap<String, String> tags = new TreeMap<>(run.tags());
          tags.put(key, value);
          return before.tagged(tags);
        });
  }

  private Answer untag(Call call) {
    String key = call.field("key");
    return edit(
        call,
        all -> all,
        (run, before) -> {
          SortedMap<String, String> tags = new TreeMap<>(run.tags());
          return tags.remove(key) == null ? before : before.tagged(tags);
        });
  }

  private Answer note(Call call) {
    String text = call.field("text").strip();
    AnnotationRules.checkNote("", "text", text);
    Note note = new Note(Instant.now(), text);
    return edit(call, all -> all, (run, before) -> before.noted(note));
  }

  private Answer changeNote(Call call) {
    String text = call.field("text").strip();
    AnnotationRules.checkNote("", "text", text);
    NoteMeant meant = NoteMeant.of(call);
    Instant now = Instant.now();
    return edit(
        call,
        all -> all,
        (run, before) -> meant.checked(before).renoted("", meant.number(), text, now));
  }

  private Answer removeNote(Call call) {
    NoteMeant meant = NoteMeant.of(call);
    return edit(
        call, all -> all, (run, before) -> meant.checked(before).unnoted("", meant.number()));
  }

  private Answer rename(Call call) {
    String name = call.field("name").strip();
    AnnotationRules.checkName("", "name", name);
    if (ids(call).size() != 1) {
      throw new Refused(400, "one run can have a name");
    }
    return edit(call, all -> all, (run, before) -> before.named(name));
  }

  /** Pins the one run that is named, or, when the list is empty, unpins. */
  private Answer baseline(Call call) {
    List<String> ids = ids(call);
    if (ids.size() > 1) {
      throw new Refused(400, "one run can be the baseline");
    }
    return Answer.json(
        Map.of(
            "changed",
            runs.change(
                all ->
                    ids.isEmpty()
                        ? all.unpin().map(run -> List.of(run.id())).orElse(List.of())
                        : List.of(all.pin(ids.get(0)).id()))));
  }

  private Answer edit(Call call, Function<Registry, Registry> part, Edit edit) {
    List<String> ids = ids(call);
    if (ids.isEmpty()) {
      throw new Refused(400, "runs must name at least one run");
    }
    List<RunRecord> changed = runs.change(all -> part.apply(all).annotate(ids, edit));
    return Answer.json(Map.of("changed", changed.stream().map(RunRecord::id).toList()));
  }

  private static List<String> ids(Call call) {
    JsonNode named = call.body().path("runs");
    List<String> ids = new ArrayList<>();
    if (!named.isArray()) {
      throw new Refused(400, "runs must be a list of ids");
    }
    for (JsonNode id : named) {
      if (!id.isTextual() || id.asText().isBlank() || ids.size() == MOST) {
        throw new Refused(400, "runs must be a list of at most " + MOST + " ids");
      }
      ids.add(id.asText());
    }
    return ids;
  }
}
