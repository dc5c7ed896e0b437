package dev.epochal.ui.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is let in where others than this machine can come; loopback is attacked over HTTP. */
final class GuardTest {
  private static final Token TOKEN = Token.random();
  private static final Guard GUARD = new Guard(hosts("192.0.2.7", 8080), TOKEN, false);

  private static Hosts hosts(String address, int port) {
    try {
      return Hosts.of(InetAddress.getByName(address), address, port);
    } catch (java.net.UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static void ask(String method, String path, @Nullable String cookie, String... headers) {
    Map<String, String> all = new TreeMap<>(Map.of("host", "192.0.2.7:8080"));
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    GUARD.check(new Guard.Sender(method, path, all, cookie));
  }

  @Test
  void nobodyLooksWithoutTheToken() {
    for (String path :
        new String[] {"/", "/runs.json", "/runs/a/files/log.txt", "/login/x", "/assets"}) {
      assertThatThrownBy(() -> ask("GET", path, null))
          .isInstanceOfSatisfying(
              Refused.class, refused -> assertThat(refused.status()).isEqualTo(401));
      assertThatThrownBy(() -> ask("GET", path, "wrong")).isInstanceOf(Refused.class);
      assertThatCode(() -> ask("GET", path, TOKEN.text())).doesNotThrowAnyException();
    }
    assertThatCode(() -> ask("GET", "/login", null)).doesNotThrowAnyException();
    assertThatCode(() -> ask("GET", "/assets/style.css", null)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "cross-site, no-cors, false",
    "cross-site, cors, false",
    "cross-site, , false",
    "same-site, cors, false",
    "cross-site, navigate, true",
    "same-site, navigate, true",
    "same-origin, cors, true",
    "none, no-cors, true",
    ", , true",
  })
  void otherSitesLinkHereAndLoadNothing(
      @Nullable String site, @Nullable String mode, boolean allowed) {
    Map<String, String> headers = new TreeMap<>(Map.of("host", "192.0.2.7:8080"));
    if (site != null) {
      headers.put("sec-fetch-site", site);
    }
    if (mode != null) {
      headers.put("sec-fetch-mode", mode);
    }
    for (String method : new String[] {"GET", "HEAD"}) {
      for (String path : new String[] {"/runs.json", "/assets/run.js"}) {
        Guard.Sender sender = new Guard.Sender(method, path, headers, TOKEN.text());
        if (allowed) {
          assertThatCode(() -> GUARD.check(sender)).doesNotThrowAnyException();
        } else {
          assertThatThrownBy(() -> GUARD.check(sender))
              .isInstanceOfSatisfying(
                  Refused.class, refused -> assertThat(refused.status()).isEqualTo(403));
        }
      }
    }
  }

  @Test
  void theCookieAloneChangesNothing() {
    assertThatThrownBy(
            () -> ask("POST", "/edit/tag", TOKEN.text(), "content-type", "application/json"))
        .isInstanceOf(Refused.class);
    assertThatCode(
            () ->
                ask(
                    "POST",
                    "/edit/tag",
                    null,
                    "content-type",
                    "application/json",
                    "x-epochal-token",
                    TOKEN.text()))
        .doesNotThrowAnyException();
  }

  @Test
  void theTokenIsShownOnceForACookieThatNoScriptReads() {
    assertThat(GUARD.cookie(TOKEN.text())).contains("HttpOnly", "SameSite=Strict");
    assertThatThrownBy(() -> GUARD.cookie("")).isInstanceOf(Refused.class);
    assertThat(TOKEN.text()).hasSize(43);
    assertThat(TOKEN.toString()).doesNotContain(TOKEN.text());
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 8080, localhost:8080, true",
    "127.0.0.1, 8080, LOCALHOST:8080, true",
    "127.0.0.1, 8080, [::1]:8080, true",
    "127.0.0.1, 8080, 127.0.0.1, false",
    "127.0.0.1, 8080, 127.0.0.1:8081, false",
    "127.0.0.1, 80, 127.0.0.1, true",
    "127.0.0.1, 8080, localhost.:8080, false",
    "127.0.0.1, 8080, evil@localhost:8080, false",
    "192.0.2.7, 8080, 192.0.2.7:8080, true",
    "192.0.2.7, 8080, localhost:8080, false",
    "2001:db8::1, 8080, [2001:db8::1]:8080, true",
  })
  void aServerAnswersToNamesOfItsOwn(String bound, int port, String host, boolean allowed) {
    assertThat(hosts(bound, port).allow(host)).isEqualTo(allowed);
  }
}
