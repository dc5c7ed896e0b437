package dev.epochal.engine.dataset;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where datasets may lie on this machine.
 *
 * @param data the user's own folder of datasets ({@code EPOCHAL_DATA}); null when not set
 * @param cache where downloads are kept
 */
public record DataLocations(@Nullable Path data, Path cache) {

  /**
   * By the environment: {@code EPOCHAL_DATA}, and {@code XDG_CACHE_HOME/epochal} or {@code
   * ~/.cache/epochal}.
   */
  public static DataLocations of(Map<String, String> environment, Path home) {
    String data = environment.getOrDefault("EPOCHAL_DATA", "");
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path caches = xdg.isEmpty() ? home.resolve(".cache") : Path.of(xdg);
    return new DataLocations(data.isEmpty() ? null : Path.of(data), caches.resolve("epochal"));
  }
}
