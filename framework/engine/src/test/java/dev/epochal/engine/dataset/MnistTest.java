package dev.epochal.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.epochal.core.data.LabeledImages;
import dev.epochal.core.data.Split;
import dev.epochal.core.plan.DataPlan;
import dev.epochal.core.plan.DatasetName;
import dev.epochal.core.plan.Normalization;
import dev.epochal.core.problem.InvalidInputException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where MNIST is looked for, and what happens when it is not whole. */
@Timeout(120)
final class MnistTest {
  private final MnistLike files = new MnistLike();
  private final Heard heard = new Heard();
  private Mirror mirror;
  private Path own;
  private Path data;
  private Path cache;

  @BeforeEach
  void open(@TempDir Path folder) {
    mirror = Mirror.of(files);
    own = folder.resolve("own");
    data = folder.resolve("data");
    cache = folder.resolve("cache");
  }

  @AfterEach
  void close() {
    mirror.close();
  }

  @Test
  void thePlansPathComesBeforeEverythingElse() throws IOException {
    files.writeTo(own);
    files.writeTo(data.resolve("mnist"));
    files.writeTo(cache.resolve("mnist"));

    assertThat(find(own.toString()).origin().source()).isEqualTo(own.toString());
    assertThat(mirror.asked).isEmpty();
  }

  @Test
  void theUsersFolderComesBeforeTheCache() throws IOException {
    files.writeTo(data.resolve("mnist"));
    files.writeTo(cache.resolve("mnist"));

    assertThat(find(null).origin().source()).isEqualTo(data.resolve("mnist").toString());
    assertThat(mirror.asked).isEmpty();
  }

  @Test
  void theCacheComesBeforeTheMirrors() throws IOException {
    files.writeTo(cache.resolve("mnist"));

    assertThat(find(null).origin().source()).isEqualTo(cache.resolve("mnist").toString());
    assertThat(mirror.asked).isEmpty();
  }

  @Test
  void aUsersFolderWithoutMnistIsPassedOver() throws IOException {
    Files.createDirectories(data.resolve("other"));

    assertThat(find(null).origin().source()).isEqualTo(cache.resolve("mnist").toString());
  }

  @Test
  void whatMirrorsGiveIsKeptAndNotAskedForAgain() {
    FoundDataset first = find(null);
    FoundDataset again = find(null);

    assertThat(mirror.asked).containsExactly(files.images.archive(), files.labels.archive());
    assertThat(images(again).pixels()).isEqualTo(images(first).pixels());
  }

  @Test
  void imagesAndLabelsAreThoseOfTheFiles() throws IOException {
    files.writeUnpackedTo(own);
    FoundDataset found = find(own.toString());

    assertThat(images(found).n()).isEqualTo(30);
    assertThat(images(found).shape()).isEqualTo(DatasetName.MNIST.known().orElseThrow().shape());
    assertThat(images(found).labels()[17]).isEqualTo(7);
    assertThat(images(found).pixels()[17 * 784]).isEqualTo((byte) 217);
  }

  @Test
  void aPathThatIsNoFolderIsNamedWithItsKeyAndTheFileThatItMustHold() {
    assertThatThrownBy(() -> find(own.toString()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            own
                + ": (named by data.path) must hold train-images-idx3-ubyte.gz (or the same unpacked) but does not; put MNIST's files there or name another folder");
  }

  @Test
  void aUsersFolderThatLacksAFileIsAnErrorAndNotMendedByADownload() throws IOException {
    files.writeTo(data.resolve("mnist"));
    Files.delete(data.resolve("mnist").resolve(files.labels.archive()));

    assertThatThrownBy(() -> find(null))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("(named by EPOCHAL_DATA) must hold train-labels-idx1-ubyte.gz");
    assertThat(mirror.asked).isEmpty();
  }

  @Test
  void aUsersFileWithAnotherChecksumIsNamedWithBoth() throws IOException {
    files.writeTo(own);
    Path labels = own.resolve(files.labels.archive());
    Files.write(labels, MnistLike.otherLabels());

    assertThatThrownBy(() -> find(own.toString()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(
            labels + ": is not MNIST's train-labels-idx1-ubyte: its unpacked SHA-256 is ")
        .hasMessageEndingWith(" but must be " + files.labels.sha256());
  }

  @Test
  void aBrokenFileInTheCacheIsSaidAndFetchedAgain() throws IOException {
    files.writeTo(cache.resolve("mnist"));
    Path labels = cache.resolve("mnist").resolve(files.labels.archive());
    Files.write(labels, new byte[] {0x1f, (byte) 0x8b, 8});

    assertThat(images(find(null)).labels()[17]).isEqualTo(7);
    assertThat(mirror.asked).containsExactly(files.labels.archive());
    assertThat(heard.sentences)
        .singleElement()
        .asString()
        .startsWith("the cached " + labels + " is not a whole gzip file (it is cut)")
        .endsWith("; fetching it again");
    assertThat(Files.readAllBytes(labels)).isEqualTo(files.archive(files.labels.archive()));
  }

  @Test
  void aCacheThatCannotBeMadeMakesTheDatasetUnavailable() throws IOException {
    Files.writeString(cache, "a file where the folder should be");

    assertThatThrownBy(() -> find(null))
        .isInstanceOf(DatasetUnavailableException.class)
        .hasMessageContaining(
            "the cache folder " + cache.resolve("mnist") + " cannot be written (");
  }

  @Test
  void withoutFallbackADatasetThatCannotBeHadIsAnErrorWithRemedies() {
    mirror.close();

    assertThatThrownBy(() -> datasets().prepare(plan(null, null), 1))
        .isInstanceOf(DatasetUnavailableException.class)
        .hasMessageContaining("train-images-idx3-ubyte.gz could not be downloaded")
        .hasMessageEndingWith("; set EPOCHAL_DATA or data.path, or allow data.fallback: digits");
  }

  @Test
  void aFallbackIsUsedAndItsReasonRecorded() throws IOException {
    mirror.close();
    files.writeTo(cache.resolve("mnist"));
    Files.writeString(cache.resolve("mnist").resolve(files.images.archive()), "broken");

    PreparedData prepared = datasets().prepare(plan(null, DatasetName.DIGITS), 1);

    assertThat(prepared.record().requested()).isEqualTo("mnist");
    assertThat(prepared.record().used()).isEqualTo("digits");
    assertThat(prepared.record().source()).isEqualTo("generated");
    assertThat(prepared.record().reason())
        .startsWith("the cached " + cache.resolve("mnist").resolve(files.images.archive()))
        .contains(
            " is named .gz but is not gzip, and a whole one could not be had: "
                + "train-images-idx3-ubyte.gz could not be downloaded (127.0.0.1: ");
    assertThat(prepared.record().notice()).startsWith("FALLBACK DATA: digits instead of mnist (");
    assertThat(prepared.images().n()).isEqualTo(60_000);
    assertThat(prepared.splits().of(Split.TRAIN)).hasSize(20);
  }

  @Test
  void aFallbackDoesNotHideThatTheUsersOwnFilesAreBroken() {
    assertThatThrownBy(() -> datasets().prepare(plan(own.toString(), DatasetName.DIGITS), 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("data.path");
  }

  @Test
  void whatIsPreparedIsRecorded() throws IOException {
    files.writeTo(own);
    PreparedData prepared = datasets().prepare(plan(own.toString(), DatasetName.DIGITS), 1);

    assertThat(prepared.record().used()).isEqualTo("mnist");
    assertThat(prepared.record().reason()).isNull();
    assertThat(prepared.record().notice()).isNull();
    assertThat(prepared.record().source()).isEqualTo(own.toString());
    assertThat(prepared.record().splits().get("train").n()).isEqualTo(20);
    assertThat(prepared.record().splits().get("test").n()).isEqualTo(4);
    assertThat(prepared.record().inTwoSplits()).isZero();
  }

  @Test
  void locationsFollowTheEnvironment() {
    Path home = Path.of("/home/anna");

    assertThat(DataLocations.of(Map.of(), home))
        .isEqualTo(new DataLocations(null, Path.of("/home/anna/.cache/epochal")));
    assertThat(DataLocations.of(Map.of("EPOCHAL_DATA", "/data", "XDG_CACHE_HOME", "/c"), home))
        .isEqualTo(new DataLocations(Path.of("/data"), Path.of("/c/epochal")));
    assertThat(DataLocations.of(Map.of("EPOCHAL_DATA", "", "XDG_CACHE_HOME", ""), home))
        .isEqualTo(DataLocations.of(Map.of(), home));
  }

  /** Runs only where the files themselves are: set EPOCHAL_DATA to the folder that holds mnist. */
  @Test
  void theRealMnistHasTheKnownChecksums() {
    DataLocations here = DataLocations.of(System.getenv(), cache);
    Assumptions.assumeTrue(
        here.data() != null && Files.isDirectory(here.data().resolve("mnist")),
        "EPOCHAL_DATA does not name a folder that holds mnist");
    FoundDataset found = new Mnist(here, new Downloader(List.of(), heard)).find(null);

    assertThat(images(found).n()).isEqualTo(60_000);
    assertThat(images(found).labels()).startsWith(5, 0, 4, 1, 9);
  }

  private static LabeledImages images(FoundDataset found) {
    return found.pixels().of(new SplitIndices(Map.of(Split.TRAIN, new int[0])));
  }

  private FoundDataset find(@Nullable String path) {
    return mnist().find(path);
  }

  private Mnist mnist() {
    URI uri = mirror.uri();
    return files.in(new DataLocations(data, cache), new Downloader(List.of(uri), heard));
  }

  private Datasets datasets() {
    return new Datasets(mnist(), heard);
  }

  private static DataPlan plan(@Nullable String path, @Nullable DatasetName fallback) {
    return new DataPlan(
        DatasetName.MNIST,
        DatasetName.MNIST.known().orElseThrow(),
        path,
        fallback,
        1729,
        TinyData.sizes(20, 6, 4),
        new Normalization.Unit());
  }
}
