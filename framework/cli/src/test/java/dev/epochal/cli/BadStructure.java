package dev.epochal.cli;

import static dev.epochal.cli.BadSpec.GOOD;
import static dev.epochal.cli.BadSpec.change;
import static dev.epochal.cli.BadSpec.child;
import static dev.epochal.cli.BadSpec.files;
import static dev.epochal.cli.BadSpec.whole;
import static dev.epochal.cli.BadSpec.words;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Wrong networks, files, bases, variants, edits and command lines. */
final class BadStructure {
  private BadStructure() {}

  static List<BadSpec> table() {
    return List.of(
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
        new BadSpec(
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
            "command line: variant asks for several values, which only ./run SPEC takes"),
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
            "command line: seed asks for several values, which only ./run SPEC takes"),
        new BadSpec(
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

  /** Nine levels of nine: a billion values in half a kilobyte. */
  private static String bomb() {
    return "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        + IntStream.range(1, 9)
            .mapToObj(i -> "a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)))
            .collect(Collectors.joining());
  }
}
