package dev.epochal.runner.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MachineTest {
  @ParameterizedTest
  @ValueSource(strings = {"amd64", "aarch64"})
  void linuxOnACommonProcessorTrains(String architecture) {
    assertThat(Machines.of("Linux", architecture).unsupported()).isNull();
  }

  @Test
  void windowsDoesNotAndSaysWhatWould() {
    assertThat(Machines.of("Windows 11", "amd64").unsupported())
        .isEqualTo(
            "training needs Linux, but this is Windows 11: use a Linux machine or container");
  }

  @Test
  void anotherProcessorDoesNot() {
    assertThat(Machines.of("Linux", "riscv64").unsupported())
        .isEqualTo("training needs an x86-64 or arm64 processor, but this is riscv64");
  }

  @Test
  void anotherCLibraryDoesNot() {
    assertThat(Machines.withGlibc(null).unsupported())
        .isEqualTo(
            "training needs the GNU C library, which this Linux does not have: use Debian or the like");
  }

  @Test
  void thisMachineKnowsItself() {
    Machine here = Machine.here();
    assertThat(here.cores()).isPositive();
    assertThat(here.memory()).isGreaterThan(1L << 29);
    assertThat(here.cpu()).isNotBlank();
  }
}
