package dev.epochal.core.spec.yaml;

/**
 * What a user wrote, made safe to repeat in a message: shortened, and without control characters.
 */
public final class Quoted {
  private static final int LONGEST = 60;
  private static final int LONGEST_PATH = 120;

  private Quoted() {}

  /** In double quotes. */
  public static String text(String text) {
    return '"' + raw(text) + '"';
  }

  /** Without quotes. */
  public static String raw(String text) {
    return shortened(text, LONGEST);
  }

  /** A dotted key, whose segments may be anything that was written. */
  static String path(String key) {
    return shortened(key, LONGEST_PATH);
  }

  private static String shortened(String text, int longest) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .limit(longest)
        .forEach(
            c -> {
              int type = Character.getType(c);
              // Control and direction characters could rewrite the terminal's line.
              if (Character.isISOControl(c) || type == Character.FORMAT) {
                safe.append(String.format("\\u%04x", c));
              } else {
                safe.appendCodePoint(c);
              }
            });
    return text.codePointCount(0, text.length()) > longest ? safe + "…" : safe.toString();
  }
}
