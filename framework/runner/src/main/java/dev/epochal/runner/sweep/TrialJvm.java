package dev.epochal.runner.sweep;

import dev.epochal.runner.machine.Machine;
import dev.epochal.runner.machine.TrainingJvm;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * How the process of a trial is started: as this one was, but with the memory and threads that are
 * its share.
 *
 * @param environment variables to set
 * @param command to which nothing is left to add
 */
record TrialJvm(SortedMap<String, String> environment, List<String> command) {
  TrialJvm {
    command = List.copyOf(command);
  }

  /**
   * The way for trials of a sweep.
   *
   * @param main class and words that make a process a {@link TrialHost}
   * @param reports where the JVM leaves its report when native code crashes
   */
  static TrialJvm of(Machine machine, ThreadPlan plan, List<String> main, Path reports) {
    TrainingJvm share = TrainingJvm.of(machine.share(plan.jobs()), plan.threads());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(TrialJvm::isPassedOn)
        .forEach(command::add);
    command.addAll(share.options());
    command.add("-XX:ErrorFile=" + reports.resolve("crash-%p.log"));
    command.add("-XX:-CreateCoredumpOnCrash");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(main);
    return new TrialJvm(share.environment(), command);
  }

  /** Not sizes of this process, nor what {@link TrainingJvm} sets. */
  private static boolean isPassedOn(String option) {
    return !option.startsWith("-Xm")
        && !option.startsWith("-XX:Tiered")
        && !option.startsWith("-XX:+Use")
        && !option.startsWith("-Dorg.bytedeco.")
        && !option.startsWith("-Dorg.eclipse.deeplearning4j.")
        && !option.startsWith("-agentlib:")
        && !option.startsWith("-javaagent:");
  }
}
