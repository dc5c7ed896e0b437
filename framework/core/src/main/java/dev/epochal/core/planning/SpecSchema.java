package dev.epochal.core.planning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The JSON Schema of specs, by which editors complete and check; made from the spec's types. */
public final class SpecSchema {
  private SpecSchema() {}

  /** The schema, as JSON. */
  public static String json() {
    try (InputStream in = SpecSchema.class.getResourceAsStream("spec.schema.json")) {
      return new String(
          Objects.requireNonNull(in, "the schema is part of the jar").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
