package dev.epochal.registry.folder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"spec.yaml", "model/final.zip", "figures/précision, rappel.png", "a/..b/c...d"})
  void namesInsideTheFolderAreSafe(String name) {
    assertThat(Artifacts.isSafeName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/passwd",
        "..",
        "../x",
        "a/../../x",
        "a/..",
        "./a",
        "a//b",
        "a/",
        "..\\x",
        "a\\..\\..\\x",
        "C:/x",
        "C:x",
        "a\0b",
        "a\nb"
      })
  void namesThatLeadElsewhereAreNot(String name) {
    assertThat(Artifacts.isSafeName(name)).isFalse();
  }
}
