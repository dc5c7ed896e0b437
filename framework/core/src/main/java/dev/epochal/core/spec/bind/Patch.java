package dev.epochal.core.spec.bind;

import dev.epochal.core.spec.yaml.YamlNode.Mapping;

/** Keys that are kept as they were written, to be laid over a spec: read when they have been. */
public final class Patch {
  private final Mapping written;

  Patch(Mapping written) {
    this.written = written;
  }

  /** The keys. */
  public Mapping written() {
    return written;
  }
}
