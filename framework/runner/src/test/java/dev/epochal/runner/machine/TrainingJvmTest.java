package dev.epochal.runner.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrainingJvmTest {
  @ParameterizedTest
  @ValueSource(strings = {"2.35", "2.36", "2.41", "2.100", "3.0"})
  void aGlibcThatKnowsHugePagesIsToldToUseThem(String version) {
    assertThat(TrainingJvm.of(Machines.withGlibc(version), 2).environment())
        .extractingByKey("GLIBC_TUNABLES")
        .asString()
        .startsWith("glibc.malloc.hugetlb=1:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.4", "2.17", "2.31", "2.34", "2"})
  void anOlderGlibcIsLeftAlone(String version) {
    assertThat(TrainingJvm.of(Machines.withGlibc(version), 2).environment())
        .doesNotContainKey("GLIBC_TUNABLES");
  }

  @Test
  void anotherCLibraryIsLeftAlone() {
    assertThat(TrainingJvm.of(Machines.withGlibc(null), 2).environment())
        .doesNotContainKey("GLIBC_TUNABLES");
  }

  @Test
  void openmpGetsTheThreads() {
    assertThat(TrainingJvm.of(Machines.debian(8), 3).environment())
        .containsEntry("OMP_NUM_THREADS", "3")
        .containsEntry("OMP_WAIT_POLICY", "PASSIVE")
        .containsEntry("OPENBLAS_THREAD_TIMEOUT", "4");
  }

  @Test
  void onednnIsOnAndNoScreenIsNeeded() {
    assertThat(TrainingJvm.of(Machines.debian(8), 3).options())
        .contains("-Dorg.eclipse.deeplearning4j.helpers.disable=false", "-Djava.awt.headless=true");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 16, 64})
  void heapAndArraysFitIntoTheMemory(int gibibytes) {
    TrainingJvm jvm = TrainingJvm.of(Machines.debian(gibibytes), 2);
    long memory = (long) gibibytes << 30;
    long heap = option(jvm, "-Xmx");
    long arrays = option(jvm, "-Dorg.bytedeco.javacpp.maxbytes=");
    long process = option(jvm, "-Dorg.bytedeco.javacpp.maxphysicalbytes=");
    assertThat(heap).isPositive();
    assertThat(arrays).isPositive();
    assertThat(heap + arrays).isLessThanOrEqualTo(process);
    assertThat(process).isLessThanOrEqualTo(memory);
  }

  private static long option(TrainingJvm jvm, String prefix) {
    return jvm.options().stream()
        .filter(option -> option.startsWith(prefix))
        .mapToLong(option -> Long.parseLong(option.substring(prefix.length())))
        .findFirst()
        .orElseThrow();
  }
}
