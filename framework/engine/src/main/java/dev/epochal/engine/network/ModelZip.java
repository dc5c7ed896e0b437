package dev.epochal.engine.network;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Writes a model as DL4J's {@code ModelSerializer} does, but without building a network for it: so
 * it runs none of ND4J's operations, which beside training on another thread would change how these
 * are divided, and with it the bits. It does not compress either: weights hardly shrink.
 */
final class ModelZip {
  private ModelZip() {}

  /**
   * @param configuration DL4J's own JSON
   */
  static void write(String configuration, ParameterSnapshot parameters, OutputStream out)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.NO_COMPRESSION);
    zip.putNextEntry(new ZipEntry("configuration.json"));
    zip.write(configuration.getBytes(StandardCharsets.UTF_8));
    zip.putNextEntry(new ZipEntry("coefficients.bin"));
    DataOutputStream data = new DataOutputStream(new BufferedOutputStream(zip, 1 << 16));
    Nd4j.write(Nd4j.createFromArray(parameters.values()), data);
    data.flush();
    zip.finish();
  }
}
