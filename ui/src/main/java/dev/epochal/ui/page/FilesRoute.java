package dev.epochal.ui.page;

import dev.epochal.ui.data.RunFile;
import dev.epochal.ui.data.Runs;
import dev.epochal.ui.http.Answer;
import dev.epochal.ui.http.Call;
import dev.epochal.ui.http.Routes;
import java.nio.file.Path;
import java.util.Map;

/** Files of runs, by the run's id and the artifact's name. */
public final class FilesRoute {
  /** What a browser may show; all else, pages and SVG among it, is for the disk. */
  private static final Map<String, String> SHOWN =
      Map.of(
          "png", "image/png",
          "json", "application/json; charset=utf-8",
          "jsonl", "text/plain; charset=utf-8",
          "yaml", "text/plain; charset=utf-8",
          "txt", "text/plain; charset=utf-8",
          "diff", "text/plain; charset=utf-8");

  private final Runs runs;

  public FilesRoute(Runs runs) {
    this.runs = runs;
  }

  /** Its route. */
  public void addTo(Routes routes) {
    routes.get("/runs/{id}/files/{name*}", this::file);
  }

  private Answer file(Call call) {
    String name = call.path("name");
    Path file = RunFile.find(runs, runs.find(call.path("id")), name);
    String type = SHOWN.get(name.substring(name.lastIndexOf('.') + 1));
    return type == null
        ? Answer.file("application/octet-stream", file).download(String.valueOf(file.getFileName()))
        : Answer.file(type, file);
  }
}
