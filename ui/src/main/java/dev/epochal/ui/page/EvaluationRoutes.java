package dev.epochal.ui.page;

import dev.epochal.ui.data.Confusions;
import dev.epochal.ui.data.Disagreements;
import dev.epochal.ui.data.Gallery;
import dev.epochal.ui.data.RocOverlay;
import dev.epochal.ui.data.Runs;
import dev.epochal.ui.http.Answer;
import dev.epochal.ui.http.Call;
import dev.epochal.ui.http.Refused;
import dev.epochal.ui.http.Routes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What models said of images: the parts of the pages of one run and of several. */
public final class EvaluationRoutes {
  private static final int ITEMS = 60;
  private static final int MOST_ITEMS = 240;
  private static final int MOST_RUNS = 50;
  private static final int MOST_CLASSES = 100_000;

  private final Runs runs;

  public EvaluationRoutes(Runs runs) {
    this.runs = runs;
  }

  /** Their routes. */
  public void addTo(Routes routes) {
    routes.get("/runs/{id}/predictions.json", this::gallery);
    routes.get(
        "/confusion.json",
        call -> Answer.json(Confusions.of(runs, several(call), call.query("split"))));
    routes.get(
        "/roc.json",
        call ->
            Answer.json(
                RocOverlay.of(runs, several(call), call.query("split"), ofClass(call, "class"))));
    routes.get("/disagreements.json", this::disagreements);
  }

  private Answer gallery(Call call) {
    Gallery.Question question =
        new Gallery.Question(
            ofClass(call, "true"),
            ofClass(call, "predicted"),
            right(call),
            share(call, "low", 0),
            share(call, "high", 1),
            order(call));
    return Answer.json(
        Gallery.of(
            runs,
            runs.find(call.path("id")),
            call.query("split"),
            question,
            from(call),
            most(call)));
  }

  private Answer disagreements(Call call) {
    String right = call.query("right");
    if (!right.isEmpty() && !right.equals("a") && !right.equals("b")) {
      throw new Refused(400, "right must be a or b");
    }
    if (call.query("a").isEmpty() || call.query("b").isEmpty()) {
      throw new Refused(400, "two runs are laid side by side: a=… and b=…");
    }
    return Answer.json(
        Disagreements.of(
            runs,
            runs.find(call.query("a")),
            runs.find(call.query("b")),
            call.query("split"),
            !right.equals("b"),
            from(call),
            most(call)));
  }

  private static List<String> several(Call call) {
    List<String> ids = call.list("runs");
    if (ids.isEmpty() || ids.size() > MOST_RUNS) {
      throw new Refused(400, "1 to " + MOST_RUNS + " runs can be asked about: runs=…,…");
    }
    return ids;
  }

  private static int from(Call call) {
    return call.number("from", 0, 0, Integer.MAX_VALUE);
  }

  private static int most(Call call) {
    return call.number("limit", ITEMS, 1, MOST_ITEMS);
  }

  private static @Nullable Integer ofClass(Call call, String name) {
    return call.query(name).isEmpty() ? null : (Integer) call.number(name, 0, 0, MOST_CLASSES);
  }

  private static @Nullable Boolean right(Call call) {
    return switch (call.query("answer")) {
      case "" -> null;
      case "right" -> true;
      case "wrong" -> false;
      default -> throw new Refused(400, "answer must be right or wrong");
    };
  }

  private static Gallery.Order order(Call call) {
    return switch (call.query("order")) {
      case "" -> Gallery.Order.POSITION;
      case "surest" -> Gallery.Order.SUREST;
      case "least" -> Gallery.Order.LEAST_SURE;
      default -> throw new Refused(400, "order must be surest or least");
    };
  }

  private static double share(Call call, String name, double otherwise) {
    String text = call.query(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("0(\\.\\d{1,6})?|1(\\.0{1,6})?")) {
      throw new Refused(400, name + " must be a number from 0 to 1");
    }
    return Double.parseDouble(text);
  }
}
