package dev.epochal.core.answer;

import dev.epochal.core.plan.SeedPlan;

/** Which seed each stream of randomness of a run has: what is not set follows from the one seed. */
final class Streams {
  private Streams() {}

  static SeedPlan of(AskedRun run) {
    long seed = Long.parseLong(run.params().getOrDefault("seed", "0"));
    SeedPlan derived = SeedPlan.derived(seed);
    return new SeedPlan(
        seed,
        set(run, "seeds.split", derived.split()),
        set(run, "seeds.init", derived.init()),
        set(run, "seeds.shuffle", derived.shuffle()),
        set(run, "seeds.dropout", derived.dropout()));
  }

  private static long set(AskedRun run, String key, long derived) {
    String set = run.params().get(key);
    return set == null ? derived : Long.parseLong(set);
  }
}
