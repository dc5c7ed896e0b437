package dev.epochal.engine.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.epochal.core.plan.NetworkPlan;
import dev.epochal.core.plan.SchedulePlan;
import dev.epochal.core.plan.SeedPlan;
import dev.epochal.core.plan.UpdaterPlan;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** A saved model in the hands of somebody who has DL4J and nothing of Epochal. */
final class PlainDl4jTest {
  /** Opens the model and prints its answer to an image of ones. */
  private static final String PROGRAM =
      """
      import java.io.File;
      import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
      import org.deeplearning4j.util.ModelSerializer;
      import org.nd4j.linalg.api.buffer.DataType;
      import org.nd4j.linalg.factory.Nd4j;

      class Open {
        public static void main(String[] args) throws Exception {
          try {
            Class.forName("dev.epochal.engine.network.PlainMomentum");
            throw new AssertionError("Epochal is on the class path");
          } catch (ClassNotFoundException expected) {
            // This JVM has DL4J alone.
          }
          MultiLayerNetwork net = ModelSerializer.restoreMultiLayerNetwork(new File(args[0]), true);
          float[] answer = net.output(Nd4j.ones(DataType.FLOAT, 1, 1, 28, 28)).toFloatVector();
          System.out.println("ANSWER " + java.util.Arrays.toString(answer));
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void aModelOpensWithoutAnyClassOfOursAndPredicts() throws Exception {
    assertOpens(TinyNetwork.PLAN, new UpdaterPlan.Sgd(0.01, 0.9));
  }

  /** The updater and its schedule are our own classes while it trains. */
  @Test
  void soDoesOneOfEveryLayerUnderASchedule() throws Exception {
    assertOpens(
        Spelled.network(
            "{type: convolution2d, nOut: 2, kernel: [3, 3], padding: same, l2: 0.1}",
            "{type: batchNormalization}",
            "{type: activation, activation: gelu}",
            "{type: avgpool2d, padding: [1, 1]}",
            "{type: maxpool2d, padding: same}",
            "{type: globalPooling, pooling: max}",
            "{type: dense, nOut: 5, activation: mish, weightInit: varScalingNormalFanIn}"),
        new UpdaterPlan.Sgd(
            0.01, 0.9, false, new SchedulePlan.Poly(1, 10, SchedulePlan.Per.UPDATE)));
  }

  private void assertOpens(NetworkPlan plan, UpdaterPlan updater) throws Exception {
    Network network = Network.create(plan, updater, SeedPlan.derived(1));
    Path model = folder.resolve("final.zip");
    try (OutputStream out = Files.newOutputStream(model)) {
      network.writeModel(network.snapshot(), out);
    }

    String output = runWithoutEpochal(model);

    String answer =
        output.lines().filter(line -> line.startsWith("ANSWER")).findFirst().orElse(output);
    float[] expected =
        network.dl4j().output(Nd4j.ones(DataType.FLOAT, 1, 1, 28, 28)).toFloatVector();
    // As plain DL4J computes, without oneDNN: the last bits may differ.
    assertThat(floats(answer)).hasSameSizeAs(expected);
    for (int c = 0; c < expected.length; c++) {
      assertThat(floats(answer)[c]).isCloseTo(expected[c], within(1e-6f));
    }
  }

  private String runWithoutEpochal(Path model) throws IOException, InterruptedException {
    Path program = Files.writeString(folder.resolve("Open.java"), PROGRAM);
    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                classPathWithoutEpochal(),
                program.toString(),
                model.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ended in time").isTrue();
    } finally {
      process.destroyForcibly();
    }
    String output = Files.readString(log, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }

  /** The libraries: all but what this build made, as folders or as jars. */
  private static String classPathWithoutEpochal() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("epochal-"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static float[] floats(String answer) {
    String[] words = answer.substring(answer.indexOf('[') + 1, answer.indexOf(']')).split(", ", -1);
    float[] values = new float[words.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.parseFloat(words[i]);
    }
    return values;
  }
}
