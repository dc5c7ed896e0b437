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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The table of ways to be wrong: what is written, and what is said of it, place first. */
final class BadSpecs {
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

  /**
   * One way.
   *
   * @param files by name; the spec is {@code x.yaml}
   * @param words of the command line, after the spec
   * @param messages how each line of the answer starts, without the folder
   */
  record Bad(String what, Map<String, byte[]> files, List<String> words, List<String> messages) {
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
  }

  private BadSpecs() {}

  static List<Bad> table() {
    return List.of(
        // Keys
        change(
            "a mistyped key",
            "batchSize: 10",
            "batchSzie: 10",
            "x.yaml:17:3: training.batchSzie is not a key; did you mean \"batchSize\"?"),
        change(
            "another framework's key",
            "batchSize: 10",
            "batch_size: 10",
            "x.yaml:17:3: training.batch_size is not a key; did you mean \"batchSize\"?"),
        change(
            "a key in the wrong place",
            "seed: 1",
            "epochs: 3",
            "x.yaml:2:1: epochs is not a key; did you mean \"training.epochs\"?"),
        change(
            "a key of another type",
            "rate: 0.5",
            "rate: 0.5, nOut: 3",
            "x.yaml:13:46: network.layers.drop.nOut is a key of"),
        change("a missing key", "  dataset: digits\n", "", "x.yaml:4:3: data.dataset is missing"),
        change(
            "a missing type",
            "type: dense, ",
            "",
            "x.yaml:14:7: network.layers.fc.type is missing; it is one of"),
        change(
            "a key of control characters",
            "epochs: 3",
            "\"a\\e[2J\": 3",
            "x.yaml:18:3: training.a\\u001b[2J is not a key"),
        change("a key without a value", "seed: 1", "seed:", "x.yaml:2:6: seed has no value"),
        change(
            "what is not there yet",
            "seed: 1",
            "sweep: {method: grid}",
            "x.yaml:2:1: sweep is not part of this version yet"),
        // Types
        change(
            "a word where a number belongs",
            "batchSize: 10",
            "batchSize: ten",
            "x.yaml:17:14: training.batchSize must be a whole number but was ten"),
        change(
            "a fraction where a whole number belongs",
            "epochs: 3",
            "epochs: 1.5",
            "x.yaml:18:11: training.epochs must be a whole number but was 1.5"),
        change(
            "a number in quotes",
            "epochs: 3",
            "epochs: '3'",
            "x.yaml:18:11: training.epochs must be a whole number but was the text \"3\""),
        change(
            "an octal number",
            "epochs: 3",
            "epochs: 010",
            "x.yaml:18:11: training.epochs must be a whole number but was 010"),
        change(
            "no for false",
            "epochs: 3",
            "shuffle: no",
            "x.yaml:18:12: training.shuffle must be true or false but was no; write false"),
        change(
            "a mapping where a word belongs",
            "weightInit: xavier",
            "weightInit: {a: b}",
            "x.yaml:9:15: network.weightInit must be one of"),
        change(
            "a word where a mapping belongs",
            "{type: sgd, learningRate: 0.1}",
            "sgd",
            "x.yaml:19:12: training.updater must be a mapping but was sgd"),
        change(
            "a word where a list belongs",
            "kernel: [3, 3]",
            "kernel: 3",
            "x.yaml:11:58: network.layers.conv.kernel must be a list but was 3; write [3, 3]"),
        change(
            "a list where a text belongs",
            "name: bad",
            "name: [a]",
            "x.yaml:1:7: name must be a text but was a list"),
        // Numbers
        change(
            "zero epochs",
            "epochs: 3",
            "epochs: 0",
            "x.yaml:18:11: training.epochs must be at least 1 but was 0"),
        change(
            "a negative batch",
            "batchSize: 10",
            "batchSize: -1",
            "x.yaml:17:14: training.batchSize must be at least 1 but was -1"),
        change(
            "negative units",
            "nOut: 8",
            "nOut: -8",
            "x.yaml:14:37: network.layers.fc.nOut must be at least 1 but was -8"),
        change(
            "a negative fraction",
            "train: 0.8",
            "train: -0.1",
            "x.yaml:5:18: data.split.train must be at least 0 but was -0.1"),
        change(
            "a fraction over one",
            "train: 0.8",
            "train: 1.5",
            "x.yaml:5:18: data.split.train must be at most 1 but was 1.5"),
        change(
            "fractions over one together",
            "train: 0.8",
            "train: 0.9",
            "x.yaml:5:10: data.split must add up to at most 1 but adds up to 1.1"),
        change(
            "an empty split",
            "test: 0.1",
            "test: 0",
            "x.yaml:5:46: data.split.test leaves no image in the split"),
        change(
            "a subset over its split",
            "validation: 50",
            "validation: 6001",
            "x.yaml:6:36: data.subset.validation must be at most 6000, the images in"),
        change(
            "a batch over its subset",
            "batchSize: 10",
            "batchSize: 101",
            "x.yaml:17:14: training.batchSize must be at most 100, the images used for training"),
        change(
            "a range upside down",
            "unit",
            "{min: 255, max: 0}",
            "x.yaml:7:14: data.normalize must have a min below its max"),
        change(
            "a rate that is no number",
            "learningRate: 0.1",
            "learningRate: .nan",
            "x.yaml:19:38: training.updater.learningRate must be a finite number but was .nan"),
        change(
            "an infinite rate",
            "learningRate: 0.1",
            "learningRate: -.inf",
            "x.yaml:19:38: training.updater.learningRate must be a finite number but was -.inf"),
        change(
            "a rate beyond doubles",
            "learningRate: 0.1",
            "learningRate: 1e999",
            "x.yaml:19:38: training.updater.learningRate must be a finite number but was 1e999"),
        change(
            "no rate at all",
            "learningRate: 0.1",
            "learningRate: 0",
            "x.yaml:19:38: training.updater.learningRate must be greater than 0 but was 0"),
        change(
            "everything dropped",
            "rate: 0.5",
            "rate: 1",
            "x.yaml:13:41: network.layers.drop.rate must be less than 1 but was 1"),
        change(
            "a seed over 64 bits",
            "seed: 1",
            "seed: 18446744073709551616",
            "x.yaml:2:7: seed must be a whole number of 64 bits but was 18446744073709551616"),
        change(
            "a number over 32 bits",
            "epochs: 3",
            "epochs: 4294967296",
            "x.yaml:18:11: training.epochs must be a whole number of 32 bits but was 4294967296"),
        // Words
        change(
            "a name with a slash",
            "name: bad",
            "name: a/b",
            "x.yaml:1:7: name must be letters, digits"),
        change(
            "a name that climbs",
            "name: bad",
            "name: ..",
            "x.yaml:1:7: name must be letters, digits"),
        change(
            "an unknown dataset",
            "dataset: digits",
            "dataset: mnsit",
            "x.yaml:4:12: data.dataset must be one of"),
        change(
            "a folder of what is drawn",
            "dataset: digits",
            "dataset: digits\n  path: /data/mnist",
            "x.yaml:5:9: data.path has no effect with digits"),
        change(
            "a seed of what is not drawn",
            "dataset: digits",
            "dataset: mnist\n  seed: 3",
            "x.yaml:5:9: data.seed has no effect with mnist"),
        change(
            "an unknown updater",
            "type: sgd",
            "type: sdg",
            "x.yaml:19:19: training.updater.type must be one of"),
        change(
            "an unknown activation",
            "nOut: 8",
            "nOut: 8, activation: relru",
            "x.yaml:14:52: network.layers.fc.activation must be one of"),
        change(
            "an unknown figure",
            "all",
            "[loss-histroy]",
            "x.yaml:21:13: evaluate.figures[0] must be one of"),
        change(
            "a tag's name with a dot",
            "course: intro",
            "a.b: intro",
            "x.yaml:22:8: tags.a.b is a key, which must be letters"),
        // Networks
        change(
            "a kernel larger than its input",
            "[3, 3]",
            "[3, 29]",
            "x.yaml:11:58: network.layers.conv.kernel must fit its input of 28×28"),
        change(
            "a kernel of three numbers",
            "[3, 3]",
            "[3, 3, 3]",
            "x.yaml:11:58: network.layers.conv.kernel must have 2 items but has 3"),
        change(
            "eleven outputs for ten classes",
            "type: output",
            "type: output, nOut: 11",
            "x.yaml:15:39: network.layers.out.nOut must be 10, the classes of the dataset, but was 11"),
        change(
            "no output layer",
            "    - {name: out, type: output}\n",
            "",
            "x.yaml:11:5: network.layers must end with a layer of type output"),
        change(
            "two layers of one name",
            "name: drop",
            "name: pool",
            "x.yaml:13:14: network.layers.pool is a name that another item has already"),
        change(
            "a convolution after a dense layer",
            "nOut: 8}",
            "nOut: 8}\n    - {name: c, type: convolution2d, nOut: 4, kernel: [2, 2]}",
            "x.yaml:15:7: network.layers.c needs an image but gets [8]"),
        change(
            "more parameters than an array holds",
            "nOut: 8}",
            "nOut: 65536}\n    - {name: c, type: dense, nOut: 65536}",
            "x.yaml:11:5: network.layers must have at most 2147483647 parameters but has"),
        // YAML
        change(
            "a tab for indentation",
            "  epochs: 3",
            "\tepochs: 3",
            "x.yaml:18:1: a tab cannot indent YAML; use spaces"),
        change(
            "a duplicate key",
            "epochs: 3",
            "batchSize: 3",
            "x.yaml:18:3: the key \"batchSize\" stands here twice"),
        change(
            "a tag",
            "seed: 1",
            "seed: !!int 1",
            "x.yaml:2:7: has a YAML tag (!!int), which is not read; remove it"),
        change(
            "a tag that names a class",
            "name: bad",
            "name: !!java.net.URL bad",
            "x.yaml:1:7: has a YAML tag (!!java.net.URL), which is not read"),
        change(
            "a merge key",
            "epochs: 3",
            "<<: {epochs: 3}",
            "x.yaml:18:3: merge keys (<<) are not read"),
        change(
            "an alias of nothing",
            "seed: 1",
            "seed: *nobody",
            "x.yaml:2:7: *nobody stands for nothing yet"),
        change(
            "an alias inside itself",
            "{course: intro}",
            "&a {course: *a}",
            "x.yaml:22:19: *a stands for nothing yet"),
        change(
            "a bracket that is never closed", "[3, 3]}", "[3, 3", "x.yaml:12:7: is not valid YAML"),
        change(
            "a quote that is never closed",
            "name: bad",
            "name: 'bad",
            "x.yaml:25:1: is not valid YAML"),
        change(
            "a second document",
            "seed: 1",
            "---\nseed: 1",
            "x.yaml:2:1: a second document starts here"),
        whole("an alias bomb", bomb(), "x.yaml:5:10: holds more than 10000 values"),
        whole(
            "20,000 nested brackets",
            "name: " + "[".repeat(20_000),
            "x.yaml:1:56: is nested deeper than 50 levels"),
        whole(
            "20,000 nested dashes",
            "- ".repeat(20_000),
            "x.yaml:1:101: is nested deeper than 50 levels"),
        whole(
            "a file of 10 MB",
            "# " + "x".repeat(10 << 20),
            "x.yaml: is larger than a spec may be (256 KiB)"),
        whole("a binary file", "PK\u0003\u0004\u00b7\u00ff", "x.yaml:1:5: is not UTF-8 text"),
        whole("text in Latin 1", "name: caf\u00e9", "x.yaml:1:10: is not UTF-8 text"),
        whole("an empty file", "", "x.yaml:1:1: is empty"),
        whole("a list", "[a, b]", "x.yaml:1:1: a spec must be a mapping of keys but was a list"),
        // Extends
        child(
            "a base that is not there",
            "extends: bsae.yaml",
            "x.yaml:1:10: extends asks for bsae.yaml, which does not exist"),
        child("a folder as a base", "extends: .", "x.yaml:1:10: extends asks for"),
        child(
            "a device as a base",
            "extends: /dev/zero",
            "x.yaml:1:10: extends asks for /dev/zero, which is not a file"),
        child(
            "a base that is no path",
            "extends: \"a\\0b\"",
            "x.yaml:1:10: extends must be the path of a file"),
        child(
            "a spec that extends itself",
            "extends: x.yaml",
            "x.yaml:1:10: extends goes in a circle: x.yaml -> x.yaml"),
        new Bad(
            "a circle of two",
            files("x.yaml", "extends: y.yaml", "y.yaml", "extends: x.yaml"),
            List.of(),
            List.of("y.yaml:1:10: extends goes in a circle")),
        child(
            "a base that is no spec",
            "extends: none.yaml",
            "none.yaml:1:1: a spec must be a mapping of keys"),
        // Variants
        words(
            "an unknown variant",
            "variant=wdie",
            "command line: variant must be one of base, wide but was wdie; did you mean \"wide\"?"),
        words(
            "two variants",
            "variant=base,wide",
            "command line: variant asks for a sweep, which is not part of this version yet"),
        change(
            "a typo in a variant that is not chosen",
            "fc.nOut: 64",
            "fc.nuot: 64",
            "x.yaml:24:10: variant wide: network.layers.fc.nuot is not a key; did you mean \"nOut\"?"),
        change(
            "a layer that a variant cannot find",
            "layers.fc.nOut: 64",
            "layers.f2.nOut: 64",
            "x.yaml:24:10: variant wide: network.layers.f2 is not there"),
        change(
            "a variant that is a number",
            "{network.layers.fc.nOut: 64}",
            "64",
            "x.yaml:24:9: variants.wide must be a mapping but was 64"),
        change(
            "a variant called base",
            "  wide:",
            "  base:",
            "x.yaml:24:3: variants.base is what the spec without a variant is called"),
        // Layer edits
        words(
            "a layer after none",
            "network.layers.d={after: cnov, type: dropout, rate: 0.1}",
            "command line: network.layers.d.after must be the name of one that is there"),
        words(
            "a layer in two places",
            "network.layers.d={after: conv, before: fc, type: dropout, rate: 0.1}",
            "command line: network.layers.d says both after and before"),
        words(
            "a layer that is there already",
            "network.layers.fc={first: true, type: dense}",
            "command line: network.layers.fc is there already"),
        words(
            "a new layer without a place",
            "network.layers.d={type: dropout, rate: 0.1}",
            "command line: network.layers.d is not there; to add it, say after"),
        words(
            "a removed layer that is not there",
            "~network.layers.dorp",
            "command line: network.layers.dorp is not there to be removed; did you mean \"drop\"?"),
        words(
            "a removed output",
            "~network.layers.out",
            "x.yaml:11:5: network.layers must end with a layer of type output"),
        child(
            "a removal with a value",
            "extends: base.yaml\n~network.layers.fc: 3",
            "x.yaml:2:21: network.layers.fc is removed by the ~, which takes no value"),
        change(
            "an edit of nothing inherited",
            "name: fc,",
            "name: fc, after: pool,",
            "x.yaml:14:18: network.layers.fc.after is not a key"),
        // The command line
        words(
            "a mistyped override",
            "training.epcohs=3",
            "command line: training.epcohs is not a key; did you mean \"epochs\"?"),
        words(
            "an override set twice",
            "seed=1 seed=2",
            "command line: seed is set twice; give it once"),
        words(
            "a sweep",
            "seed=1..5",
            "command line: seed asks for a sweep, which is not part of this version yet"),
        new Bad(
            "everything at once",
            files(
                "x.yaml", GOOD.replace("epochs: 3", "epochs: 0").replace("name: bad", "nam: bad")),
            List.of("seed=x"),
            List.of(
                "x.yaml:1:1: nam is not a key; did you mean \"name\"?",
                "x.yaml:18:11: training.epochs must be at least 1 but was 0",
                "command line: seed must be a whole number but was x",
                "3 problems")));
  }

  private static Bad change(String what, String text, String replacement, String... messages) {
    int at = GOOD.indexOf(text);
    if (at < 0) {
      throw new IllegalArgumentException("the good spec has no " + text);
    }
    String bad = GOOD.substring(0, at) + replacement + GOOD.substring(at + text.length());
    return new Bad(what, files("x.yaml", bad), List.of(), List.of(messages));
  }

  private static Bad whole(String what, String text, String... messages) {
    Map<String, byte[]> files = Map.of("x.yaml", text.getBytes(StandardCharsets.ISO_8859_1));
    return new Bad(what, files, List.of(), List.of(messages));
  }

  private static Bad child(String what, String text, String... messages) {
    Map<String, byte[]> files = files("x.yaml", text, "base.yaml", GOOD, "none.yaml", "[]");
    return new Bad(what, files, List.of(), List.of(messages));
  }

  private static Bad words(String what, String words, String... messages) {
    List<String> each = words.contains("{") ? List.of(words) : Arrays.asList(words.split(" "));
    return new Bad(what, files("x.yaml", GOOD), each, List.of(messages));
  }

  private static Map<String, byte[]> files(String... namesAndTexts) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return files;
  }

  /** Nine levels of nine: a billion values in half a kilobyte. */
  private static String bomb() {
    return "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        + IntStream.range(1, 9)
            .mapToObj(i -> "a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)))
            .collect(Collectors.joining());
  }
}
