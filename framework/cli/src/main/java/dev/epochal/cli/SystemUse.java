package dev.epochal.cli;

import dev.epochal.core.run.Series;
import dev.epochal.registry.RunDetail;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** What a run took of its machine, in one line. */
final class SystemUse {
  private SystemUse() {}

  /** Its peak of memory and its mean CPU; nothing for a run that was not sampled. */
  static Optional<String> of(RunDetail run) {
    Series memory = run.history().get("system.memory.rss");
    if (memory == null) {
      return Optional.empty();
    }
    Double peak = run.summary().metrics().get("system.memory.rss.peak");
    // A run that was killed has the samples alone.
    double bytes = peak == null ? DoubleStream.of(memory.values()).max().orElse(0) : peak;
    return Optional.of(
        String.format(Locale.ROOT, "%.2f GiB at its peak", bytes / (1 << 30))
            + cpu(run.history().get("system.cpu")));
  }

  /** A sample tells of the time since the one before, which grows. */
  private static String cpu(@Nullable Series cpu) {
    if (cpu == null) {
      return "";
    }
    double sum = 0;
    long before = 0;
    for (int i = 0; i < cpu.size(); i++) {
      sum += cpu.values()[i] * (cpu.steps()[i] - before);
      before = cpu.steps()[i];
    }
    DoubleSummaryStatistics all = DoubleStream.of(cpu.values()).summaryStatistics();
    return String.format(
        Locale.ROOT, ", CPU %.0f %% of a core (at most %.0f %%)", sum / before, all.getMax());
  }
}
