package dev.epochal.core.run;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Ids of runs: 12 random lower-case hex digits. */
public final class RunId {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{12}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private RunId() {}

  public static String random() {
    byte[] bytes = new byte[6];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  public static boolean isValid(String id) {
    return FORM.matcher(id).matches();
  }
}
