package dev.epochal.registry;

/** A run as it is said to a person: {@code baseline-1 (3f2a0c9d8e71)}. */
public record RunName(String id, String name) {
  @Override
  public String toString() {
    return name + " (" + id + ")";
  }
}
