package dev.epochal.core.spec.bind;

import dev.epochal.core.spec.yaml.YamlNode;
import dev.epochal.core.spec.yaml.YamlWriter;

/** A value that is kept as it was written, for another key: read when it stands there. */
public final class Written {
  private final YamlNode node;

  Written(YamlNode node) {
    this.node = node;
  }

  /** As it would be written in an override. */
  public String text() {
    return YamlWriter.inline(node);
  }
}
