package dev.epochal.runner.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrainingJvmTest {
  @ParameterizedTest
  @ValueSource(strings = {"2.35", "2.36", "2.41", "2.100", "3.0"})
  void a_glibc_that_knows_huge_pages_is_told_to_use_them(String version) {
    assertThat(TrainingJvm.of(Machines.withGlibc(version), 2).environment())
        .extractingByKey("GLIBC_TUNABLES")
        .asString()
        .startsWith("glibc.malloc.hugetlb=1:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.4", "2.17", "2.31", "2.34", "2"})
  void an_older_glibc_is_left_alone(String version) {
    assertThat(TrainingJvm.of(Machines.withGlibc(version), 2).environment())
        .doesNotContainKey("GLIBC_TUNABLES");
  }

  @Test
  void another_c_library_is_left_alone() {
    assertThat(TrainingJvm.of(Machines.withGlibc(null), 2).environment())
        .doesNotContainKey("GLIBC_TUNABLES");
  }

  @Test
  void openmp_gets_the_threads() {
    assertThat(TrainingJvm.of(Machines.debian(8), 3).environment())
        .containsEntry("OMP_NUM_THREADS", "3")
        .containsEntry("OPENBLAS_THREAD_TIMEOUT", "4");
  }

  @Test
  void onednn_is_on_and_no_screen_is_needed() {
    assertThat(TrainingJvm.of(Machines.debian(8), 3).options())
        .contains("-Dorg.eclipse.deeplearning4j.helpers.disable=false", "-Djava.awt.headless=true");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 16, 64})
  void heap_and_arrays_fit_into_the_memory(int gibibytes) {
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
