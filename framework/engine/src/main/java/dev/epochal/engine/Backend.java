package dev.epochal.engine;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.Nd4jCpu;

/** What ND4J computes with, found out by loading it. */
public final class Backend {
  private Backend() {}

  /**
   * Facts for the run's environment: {@code native.backend}, {@code native.threads}, {@code
   * native.oneDnn} (whether convolutions may use it), {@code native.build}.
   */
  public static SortedMap<String, String> describe() {
    SortedMap<String, String> facts = new TreeMap<>();
    String build = Nd4j.getBackend().buildInfo();
    facts.put(
        "native.backend",
        Nd4j.getBackend()
            .getClass()
            .getSimpleName()
            .toLowerCase(Locale.ROOT)
            .replace("backend", ""));
    facts.put(
        "native.build", build == null ? "unknown" : build.strip().replaceAll("\\s*\\R\\s*", "; "));
    facts.put("native.threads", Integer.toString(Nd4j.getEnvironment().maxThreads()));
    facts.put("native.oneDnn", Boolean.toString(oneDnn(build)));
    return facts;
  }

  /** Bytes of the arrays that ND4J holds outside the heap now. */
  public static long arrayBytes() {
    return Nd4j.getEnvironment().getDeviceCouner(0);
  }

  private static boolean oneDnn(String build) {
    return build != null
        && build.contains("HAVE_ONEDNN")
        && Nd4j.getEnvironment().helpersAllowed()
        && "false".equals(System.getProperty("org.eclipse.deeplearning4j.helpers.disable"))
        && Nd4jCpu.Environment.getInstance().isUseMKLDNN();
  }
}
