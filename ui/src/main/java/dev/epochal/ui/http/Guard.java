package dev.epochal.ui.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is let in, asked before anything else is done with a request: the server must be meant by a
 * name of its own; other sites' pages may link here, and neither load nor ask for anything; who
 * changes something must bring the token, in a header that no other site's page can send, from a
 * page of ours; and where others than this machine can come, everybody must show the token first.
 *
 * @param open whether whoever reaches the server may look: on loopback
 */
public record Guard(Hosts hosts, Token token, boolean open) {
  /** The header that a page of ours sends with each change. */
  public static final String HEADER = "X-Epochal-Token";

  /** The cookie of somebody who has shown the token. */
  static final String COOKIE = "epochal";

  /** Where the token is shown. */
  static final String LOGIN = "/login";

  /**
   * What of a request says who sends it.
   *
   * @param headers by lower-case name, those that are asked about
   */
  record Sender(String method, String path, Map<String, String> headers, @Nullable String cookie) {
    @Nullable String header(String name) {
      return headers.get(name);
    }
  }

  /**
   * Lets in.
   *
   * @throws Refused when not
   */
  void check(Sender sender) {
    if (!hosts.allow(sender.header("host"))) {
      throw new Refused(421, "this server does not answer to that name");
    }
    if (sender.method().equals("GET") || sender.method().equals("HEAD")) {
      refuseOtherSites(sender);
      if (!open && !isPublic(sender.path()) && !knows(sender)) {
        throw new Refused(401, "show the token first, which ./run ui printed: " + LOGIN);
      }
      return;
    }
    String origin = sender.header("origin");
    String site = sender.header("sec-fetch-site");
    if ((origin != null && !hosts.isOrigin(origin))
        || (site != null && !site.equals("same-origin"))) {
      throw new Refused(403, "only a page of this server may change anything");
    }
    if (!sender.path().equals(LOGIN) && !token.is(sender.header("x-epochal-token"))) {
      throw new Refused(403, "the token is missing or an old one: load the page again");
    }
    String type = sender.header("content-type");
    if (type == null || !type.matches("(?i)application/json( *;.*)?")) {
      throw new Refused(415, "what changes something must come as JSON");
    }
  }

  /** A browser says where a request comes from; whoever says nothing is no browser. */
  private static void refuseOtherSites(Sender sender) {
    String site = sender.header("sec-fetch-site");
    boolean foreign = site != null && !site.equals("same-origin") && !site.equals("none");
    if (foreign && !"navigate".equals(sender.header("sec-fetch-mode"))) {
      throw new Refused(403, "only pages of this server may ask");
    }
  }

  /**
   * A cookie that lets in, for somebody who shows the token.
   *
   * @throws Refused when it is another one
   */
  public String cookie(String shown) {
    if (!token.is(shown)) {
      throw new Refused(403, "that is not the token which ./run ui printed");
    }
    return COOKIE + "=" + token.text() + "; Path=/; HttpOnly; SameSite=Strict";
  }

  private boolean knows(Sender sender) {
    return token.is(sender.cookie()) || token.is(sender.header("x-epochal-token"));
  }

  private static boolean isPublic(String path) {
    return path.equals(LOGIN) || path.startsWith("/assets/");
  }
}
