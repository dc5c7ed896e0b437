package dev.epochal.ui.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which address does what. A route's path has places: {@code {id}} stands for a part between
 * slashes, {@code {name*}} for all that is left. Of several routes that fit, the first counts.
 */
public final class Routes {
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(\\*?)}");

  private final List<Route> all = new ArrayList<>();

  /**
   * A route.
   *
   * @param method GET never changes nor starts anything; POST may
   */
  public record Route(
      String method, String path, Pattern pattern, List<String> places, Action action) {}

  /** A route and what stands in its places. */
  record Match(Route route, Map<String, String> places) {}

  /** Shows something. */
  public Routes get(String path, Action action) {
    return add("GET", path, action);
  }

  /** Changes something: let in with the token alone. */
  public Routes post(String path, Action action) {
    return add("POST", path, action);
  }

  /** Every route, for those who attack each. */
  public List<Route> all() {
    return List.copyOf(all);
  }

  private Routes add(String method, String path, Action action) {
    List<String> places = new ArrayList<>();
    StringBuilder pattern = new StringBuilder();
    Matcher place = PLACE.matcher(path);
    int from = 0;
    while (place.find()) {
      pattern.append(Pattern.quote(path.substring(from, place.start())));
      pattern.append(place.group(2).isEmpty() ? "([^/]+)" : "(.+)");
      places.add(place.group(1));
      from = place.end();
    }
    pattern.append(Pattern.quote(path.substring(from)));
    all.add(new Route(method, path, Pattern.compile(pattern.toString()), places, action));
    return this;
  }

  /**
   * The route of a path.
   *
   * @param path as it came, still encoded, without {@code .} and {@code ..}
   * @throws Refused when there is none, or none for this method
   */
  Match find(String method, String path) {
    TreeSet<String> methods = new TreeSet<>();
    for (Route route : all) {
      Matcher matcher = route.pattern().matcher(path);
      if (matcher.matches()) {
        if (route.method().equals(method)) {
          return new Match(route, places(route, matcher));
        }
        methods.add(route.method());
      }
    }
    if (methods.isEmpty()) {
      throw Refused.notFound("there is no such page");
    }
    throw new Refused(405, "only " + String.join(", ", methods) + " is done here");
  }

  private static Map<String, String> places(Route route, Matcher matcher) {
    Map<String, String> places = new LinkedHashMap<>();
    for (int i = 0; i < route.places().size(); i++) {
      String encoded = matcher.group(i + 1);
      places.put(
          route.places().get(i),
          decoded(encoded).orElseThrow(() -> Refused.notFound("there is no such page")));
    }
    return places;
  }

  /** Decoded once, and never twice; nothing where an escape is none. */
  private static Optional<String> decoded(String encoded) {
    try {
      return Optional.of(
          java.net.URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
