package dev.epochal.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Seeds of streams. */
final class SeedPlanTest {
  @Test
  void streamsDeriveFromTheFirstEightBytesOfASha256() {
    // printf 'epochal/split/1729' | sha256sum | cut -c1-16, and so on, as signed numbers
    assertThat(SeedPlan.derived(1729))
        .isEqualTo(
            new SeedPlan(
                1729,
                6857540111247787701L,
                2486285548412027687L,
                -4022340573070035606L,
                -3637729423002783761L));
  }

  @Test
  void everyStreamOfEverySeedHasItsOwn() {
    assertThat(
            LongStream.range(-50, 50)
                .mapToObj(SeedPlan::derived)
                .flatMap(s -> LongStream.of(s.split(), s.init(), s.shuffle(), s.dropout()).boxed()))
        .hasSize(400)
        .doesNotHaveDuplicates();
  }
}
