package org.nd4j.nativeblas;

/**
 * The name by which DL4J 1.0.0-M2.1 asks whether oneDNN may be used. The class moved to {@code
 * org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu}, but {@code BaseMKLDNNHelper.mklDnnEnabled()}
 * still looks here, finds nothing, and lets every convolution run without oneDNN, six times slower.
 * This answers for the class that moved.
 */
public final class Nd4jCpu {
  private Nd4jCpu() {}

  /** What the helper looks up by reflection: {@code getInstance().isUseMKLDNN()}. */
  public static final class Environment {
    private static final Environment INSTANCE = new Environment();

    private Environment() {}

    public static Environment getInstance() {
      return INSTANCE;
    }

    public boolean isUseMKLDNN() {
      return org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.Environment.getInstance().isUseONEDNN();
    }
  }
}
