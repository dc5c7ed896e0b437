package dev.epochal.ui.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Scripts, styles and pictures of the pages, from the class path. Each is listed, so nothing else
 * of the class path can be had.
 */
public final class Assets {
  private static final String OWN = "/dev/epochal/ui/assets/";

  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml");

  private final Map<String, String> places;
  private final Map<String, byte[]> read = new ConcurrentHashMap<>();

  /**
   * @param places where each lies on the class path, by its name in {@code /assets/}
   */
  private Assets(Map<String, String> places) {
    this.places = Map.copyOf(places);
  }

  /** Ours by their names, and those of libraries. */
  public static Assets of(Iterable<String> own, Map<String, String> libraries) {
    Map<String, String> places = new ConcurrentHashMap<>(libraries);
    own.forEach(name -> places.put(name, OWN + name));
    return new Assets(places);
  }

  /** Where a file of a WebJar lies, whose version stands in the build alone. */
  public static String webJar(String name, String file) {
    String properties = "/META-INF/maven/org.webjars/" + name + "/pom.properties";
    Properties jar = new Properties();
    try {
      jar.load(new ByteArrayInputStream(read(properties)));
    } catch (IOException e) {
      throw new UncheckedIOException(properties, e);
    }
    return "/META-INF/resources/webjars/" + name + "/" + jar.getProperty("version") + "/" + file;
  }

  /** Checked again each time, which costs little on the same machine. */
  public Answer answer(Call call) {
    String name = call.path("name");
    String place = places.get(name);
    if (place == null) {
      throw Refused.notFound("there is no such asset");
    }
    byte[] bytes = read.computeIfAbsent(place, Assets::read);
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    return new Answer(
        200,
        type == null ? "application/octet-stream" : type,
        new Answer.Bytes(bytes),
        Map.of("Cache-Control", "private, max-age=" + (place.startsWith(OWN) ? 0 : 86_400)));
  }

  private static byte[] read(String place) {
    try (InputStream in = Assets.class.getResourceAsStream(place)) {
      if (in == null) {
        throw new IllegalStateException(place + " is not on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(place, e);
    }
  }
}
