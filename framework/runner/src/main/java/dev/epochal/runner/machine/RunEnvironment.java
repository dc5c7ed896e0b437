package dev.epochal.runner.machine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.epochal.core.json.Json;
import dev.epochal.core.run.RunFolder;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a run's numbers may depend on beside its plan, as sorted keys and texts. */
public final class RunEnvironment {
  private static final List<String> VARIABLES =
      List.of("OMP_NUM_THREADS", "OMP_WAIT_POLICY", "OPENBLAS_THREAD_TIMEOUT", "GLIBC_TUNABLES");

  private static final String THREADS = "env.OMP_NUM_THREADS";

  private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[^/]*)\\.jar");

  private RunEnvironment() {}

  /**
   * The environment of this process.
   *
   * @param backend what the engine says of its native library
   */
  public static SortedMap<String, String> of(
      Machine machine, GitState git, SortedMap<String, String> backend) {
    SortedMap<String, String> facts = new TreeMap<>(backend);
    for (String key : List.of("java.version", "java.vm.name", "os.name", "os.version", "os.arch")) {
      facts.put(key, System.getProperty(key, "unknown"));
    }
    facts.put("cpu.name", machine.cpu());
    facts.put("cpu.cores", Integer.toString(machine.cores()));
    facts.put("cpu.avx2", Boolean.toString(machine.avx2()));
    facts.put("memory.bytes", Long.toString(machine.memory()));
    facts.put("glibc", machine.glibc() == null ? "none" : machine.glibc());
    facts.put("git.commit", git.commit());
    facts.put("git.dirty", git.dirty());
    facts.put(
        "jvm.options", String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments()));
    for (String variable : VARIABLES) {
      facts.put("env." + variable, System.getenv().getOrDefault(variable, "unset"));
    }
    dependencies(facts);
    return facts;
  }

  /**
   * The environment that a run recorded; empty when it lies there no more.
   *
   * @throws dev.epochal.core.problem.EpochalException naming the file, if it cannot be read
   */
  public static SortedMap<String, String> read(RunFolder folder) {
    if (!Files.exists(folder.environment())) {
      return new TreeMap<>();
    }
    SortedMap<String, String> facts = new TreeMap<>();
    Json.read(folder.environment(), ObjectNode.class)
        .properties()
        .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asText()));
    return facts;
  }

  /** How many threads a recorded environment trained with; null when it does not say. */
  public static @Nullable Integer threads(SortedMap<String, String> environment) {
    for (String key : List.of(THREADS, "native.threads")) {
      String value = environment.getOrDefault(key, "");
      if (value.matches("[1-9]\\d{0,3}")) {
        return Integer.valueOf(value);
      }
    }
    return null;
  }

  private static void dependencies(SortedMap<String, String> facts) {
    for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
      Matcher jar = JAR.matcher(new File(entry).getName());
      if (jar.matches()) {
        facts.merge(
            "dependency." + jar.group(1),
            jar.group(2),
            (one, other) -> one.length() >= other.length() ? one : other);
      }
    }
  }
}
