package dev.epochal.ui.http;

import java.util.Map;
import org.eclipse.jetty.http.HttpFields;

/** Headers that every answer has, errors and files too. */
final class SafeHeaders {
  private static final Map<String, String> ALL =
      Map.of(
          "Content-Security-Policy",
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
                  + " connect-src 'self'; base-uri 'none'; form-action 'self';"
                  + " frame-ancestors 'none'",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Permissions-Policy", "camera=(), geolocation=(), microphone=()");

  private SafeHeaders() {}

  static void put(HttpFields.Mutable headers) {
    ALL.forEach(headers::put);
  }
}
