package dev.epochal.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A way to be wrong: what is written, and what is said of it, place first.
 *
 * @param files by name; the spec is {@code x.yaml}
 * @param words of the command line, after the spec
 * @param messages how each line of the answer starts, without the folder
 */
record BadSpec(String what, Map<String, byte[]> files, List<String> words, List<String> messages) {
  static final String GOOD =
      """
      name: bad
      seed: 1
      data:
        dataset: digits
        split: {train: 0.8, validation: 0.1, test: 0.1}
        subset: {train: 100, validation: 50, test: 50}
        normalize: unit
      network:
        weightInit: xavier
        layers:
          - {name: conv, type: convolution2d, nOut: 4, kernel: [3, 3]}
          - {name: pool, type: maxpool2d}
          - {name: drop, type: dropout, rate: 0.5}
          - {name: fc, type: dense, nOut: 8}
          - {name: out, type: output}
      training:
        batchSize: 10
        epochs: 3
        updater: {type: sgd, learningRate: 0.1}
      evaluate:
        figures: all
      tags: {course: intro}
      variants:
        wide: {network.layers.fc.nOut: 64}
      """;

  @Override
  public String toString() {
    return what;
  }

  /** Writes the files; the arguments that ask for the spec. */
  List<String> in(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    List<String> arguments = new ArrayList<>(List.of(folder.resolve("x.yaml").toString()));
    arguments.addAll(words);
    return arguments;
  }

  /** The good spec with one text in place of another. */
  static BadSpec change(String what, String text, String replacement, String... messages) {
    int at = GOOD.indexOf(text);
    if (at < 0) {
      throw new IllegalArgumentException("the good spec has no " + text);
    }
    String bad = GOOD.substring(0, at) + replacement + GOOD.substring(at + text.length());
    return new BadSpec(what, files("x.yaml", bad), List.of(), List.of(messages));
  }

  /** A file of this text alone, in Latin 1. */
  static BadSpec whole(String what, String text, String... messages) {
    Map<String, byte[]> files = Map.of("x.yaml", text.getBytes(StandardCharsets.ISO_8859_1));
    return new BadSpec(what, files, List.of(), List.of(messages));
  }

  /** A spec beside a good {@code base.yaml} and a {@code none.yaml} that is no spec. */
  static BadSpec child(String what, String text, String... messages) {
    Map<String, byte[]> files = files("x.yaml", text, "base.yaml", GOOD, "none.yaml", "[]");
    return new BadSpec(what, files, List.of(), List.of(messages));
  }

  /** The good spec with words on the command line. */
  static BadSpec words(String what, String words, String... messages) {
    List<String> each = words.contains("{") ? List.of(words) : Arrays.asList(words.split(" "));
    return new BadSpec(what, files("x.yaml", GOOD), each, List.of(messages));
  }

  /** Files by name and text. */
  static Map<String, byte[]> files(String... namesAndTexts) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return files;
  }
}
