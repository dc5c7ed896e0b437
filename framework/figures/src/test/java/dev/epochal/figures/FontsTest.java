package dev.epochal.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.epochal.core.problem.EpochalException;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FontsTest {
  @TempDir Path folder;

  @Test
  void thisMachineHasFonts() {
    assertThat(Figures.fontProblem()).isEmpty();
  }

  /** In a JVM of its own: fonts are looked for once per JVM. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void withoutFontsThePackageToInstallIsNamed() throws Exception {
    Path none = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig></fontconfig>");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + folder, // the JDK remembers fonts in the home folder
                "-cp",
                System.getProperty("java.class.path"),
                WithoutFonts.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile());
    builder.environment().put("FONTCONFIG_FILE", none.toString());
    // Java says on stderr that it picked it up.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.start();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(folder.resolve("out"), StandardCharsets.UTF_8))
        .startsWith("cannot draw figures: no usable fonts (")
        .contains("apt-get install fontconfig fonts-dejavu-core")
        .endsWith("; nothing drawn" + System.lineSeparator());
  }

  /** Tries to draw, and says what it was told. */
  static final class WithoutFonts {
    private WithoutFonts() {}

    public static void main(String[] args) {
      File png = new File("never-drawn.png");
      try {
        Figures.draw(Samples.baseline(1), png.toPath());
      } catch (EpochalException e) {
        System.out.println(e.getMessage() + (png.exists() ? "; drawn" : "; nothing drawn"));
      }
    }
  }
}
