package dev.epochal.engine.dataset;

import dev.epochal.core.data.IdxFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A process that fetches a file: {@code mirror folder}. */
final class FetchMain {
  private FetchMain() {}

  public static void main(String[] arguments) {
    MnistLike files = new MnistLike();
    Heard heard = new Heard();
    IdxFile images =
        new Downloader(List.of(URI.create(arguments[0])), heard)
            .fetch(files.images, Path.of(arguments[1]));
    System.out.println(images.n() + " images " + heard.sentences);
  }
}
