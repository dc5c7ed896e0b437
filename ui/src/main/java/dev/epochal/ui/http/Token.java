package dev.epochal.ui.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What a request must bring along to change anything; made anew by each server. */
public record Token(String text) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** 256 random bits. */
  public static Token random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Whether it is this one, found out in the same time whatever it is. */
  boolean is(@Nullable String given) {
    return given != null
        && MessageDigest.isEqual(
            text.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  /** Not the token, so that no log has it. */
  @Override
  public String toString() {
    return "a token";
  }
}
