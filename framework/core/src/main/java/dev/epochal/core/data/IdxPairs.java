package dev.epochal.core.data;

import dev.epochal.core.problem.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Pairs of IDX files, {@code *images*} {@code [n, height, width]} or {@code [n, channels, height,
 * width]} with {@code *labels*} {@code [n]}, gzipped or plain. Several pairs (train and t10k) are
 * one dataset: the pair whose name holds {@code train} first, then by name.
 */
final class IdxPairs implements ImageSource {
  private static final String IMAGES = "images";
  private static final String LABELS = "labels";
  private static final Comparator<String> TRAIN_FIRST =
      Comparator.comparing((String name) -> !name.contains("train"))
          .thenComparing(Comparator.naturalOrder());

  private final Path folder;
  private final List<Pair> pairs;
  private final List<int[]> labels = new ArrayList<>();

  @SuppressWarnings("ArrayRecordComponent") // read, never compared
  private record Pair(Path images, Path labels, int[] dimensions) {
    int n() {
      return dimensions[0];
    }
  }

  IdxPairs(Path folder, List<Path> files) {
    this.folder = folder;
    this.pairs = pairs(files);
    for (Pair pair : pairs) {
      checkShape(pair);
      labels.add(readLabels(pair));
    }
  }

  @Override
  public ImageShape shape() {
    int[] d = pairs.get(0).dimensions();
    return d.length == 3 ? new ImageShape(1, d[1], d[2]) : new ImageShape(d[1], d[2], d[3]);
  }

  @Override
  public int[] labels() {
    return labels.stream().flatMapToInt(Arrays::stream).toArray();
  }

  @Override
  public byte[] pixels() {
    long size = pairs.stream().mapToLong(Pair::n).sum() * shape().size();
    DataFile.checkRoom(folder, size);
    byte[] all = new byte[Math.toIntExact(size)];
    int done = 0;
    for (Pair pair : pairs) {
      IdxFile.readInto(all, done, pair.images(), pair.dimensions());
      done += pair.n() * shape().size();
    }
    return all;
  }

  @Override
  public String pixelType() {
    return "uint8";
  }

  @Override
  public List<String> parts() {
    return pairs.stream()
        .map(
            pair ->
                "%s, %s: %,d images"
                    .formatted(pair.images().getFileName(), pair.labels().getFileName(), pair.n()))
        .toList();
  }

  private List<Pair> pairs(List<Path> files) {
    SortedMap<String, Path> images = named(files, IMAGES);
    SortedMap<String, Path> labelFiles = named(files, LABELS);
    if (images.isEmpty()) {
      throw DataFile.broken(
          folder,
          "must hold an IDX file of images (*images*) with one of labels (*labels*) but holds "
              + some(files),
          "e.g. train-images-idx3-ubyte.gz and train-labels-idx1-ubyte.gz");
    }
    List<Pair> found = new ArrayList<>();
    images.forEach(
        (key, file) -> {
          Path beside = labelFiles.remove(key);
          if (beside == null) {
            throw alone(file, LABELS);
          }
          found.add(new Pair(file, beside, IdxFile.shapeOf(file, 3, 4)));
        });
    labelFiles
        .values()
        .forEach(
            file -> {
              throw alone(file, IMAGES);
            });
    return found;
  }

  /** By what stands before the word; of a file and the same packed, the packed one. */
  private static SortedMap<String, Path> named(List<Path> files, String word) {
    SortedMap<String, Path> named = new TreeMap<>(TRAIN_FIRST);
    for (Path file : files) {
      String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
      int at = name.indexOf(word);
      if (at >= 0 && !name.startsWith(".")) {
        String key = name.substring(0, at);
        Path other = named.put(key, file);
        if (other != null && !(file + "").equals(other + ".gz")) {
          throw DataFile.broken(
              file,
              "and " + other.getFileName() + " are both " + word + " of one name",
              "remove one");
        }
      }
    }
    return named;
  }

  private static InvalidInputException alone(Path file, String missing) {
    return DataFile.broken(
        file,
        "has no file of " + missing + " beside it",
        "name it like this one, with " + missing + " in its name");
  }

  private static String some(List<Path> files) {
    if (files.isEmpty()) {
      return "nothing";
    }
    String first =
        String.join(", ", files.stream().limit(5).map(f -> f.getFileName() + "").toList());
    return files.size() > 5 ? first + " and " + (files.size() - 5) + " more" : first;
  }

  private void checkShape(Pair pair) {
    int[] first = pairs.get(0).dimensions();
    int[] here = pair.dimensions();
    if (!Arrays.equals(first, 1, first.length, here, 1, here.length)) {
      throw DataFile.broken(
          pair.images(),
          "holds images of another shape, %s, than %s, %s"
              .formatted(
                  Arrays.toString(Arrays.copyOfRange(here, 1, here.length)),
                  pairs.get(0).images().getFileName(),
                  Arrays.toString(Arrays.copyOfRange(first, 1, first.length))),
          "put it into a folder of its own");
    }
  }

  private static int[] readLabels(Pair pair) {
    IdxFile file = IdxFile.read(pair.labels(), 1);
    if (file.n() != pair.n()) {
      throw DataFile.broken(
          pair.labels(),
          "must hold a label for each of the %d images of %s but holds %d"
              .formatted(pair.n(), pair.images().getFileName(), file.n()),
          null);
    }
    int[] labels = new int[file.n()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = file.data()[i] & 0xff;
    }
    return labels;
  }
}
