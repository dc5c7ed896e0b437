package dev.epochal.runner.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFileTest {
  @TempDir Path folder;

  @Test
  void greyIsReadAsItIsWritten() throws Exception {
    BufferedImage image = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
    for (int x = 0; x < 256; x++) {
      image.getRaster().setSample(x, 0, 0, x);
    }

    Picture picture = ImageFile.read(written(image, "png"));

    assertThat(picture.planes()).hasNumberOfRows(1);
    for (int x = 0; x < 256; x++) {
      assertThat(picture.planes()[0][x]).isEqualTo(x);
    }
  }

  @Test
  void sixteenBitsAreReadAsEight() throws Exception {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
    image.getRaster().setSample(1, 0, 0, 65_535);

    assertThat(ImageFile.read(written(image, "png")).planes()[0]).containsExactly(0, 255);
  }

  @Test
  void coloursAreThreeChannelsAndWhatIsTransparentIsWhite() throws Exception {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, 0xff102030);

    Picture picture = ImageFile.read(written(image, "png"));

    assertThat(picture.planes()[0]).containsExactly(0x10, 255);
    assertThat(picture.planes()[1]).containsExactly(0x20, 255);
    assertThat(picture.planes()[2]).containsExactly(0x30, 255);
  }

  @Test
  void aJpegIsReadWhateverItsNameEndsWith() throws Exception {
    Path jpeg = written(blackOnWhite(), "jpeg");
    Path renamed = Files.move(jpeg, folder.resolve("photo.txt"));

    Picture picture = ImageFile.read(renamed);

    assertThat(picture.width()).isEqualTo(60);
    assertThat(picture.border()).isCloseTo(255, within(3.0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg"})
  void aTruncatedFileIsRefused(String kind) throws Exception {
    Path whole = written(blackOnWhite(), kind);
    byte[] bytes = Files.readAllBytes(whole);
    for (int length : new int[] {20, bytes.length / 2, bytes.length - 40}) {
      Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> ImageFile.read(cut))
          .as("%d of %d bytes", length, bytes.length)
          .isInstanceOf(ImageFile.Unreadable.class)
          .hasMessageStartingWith("is cut or damaged: ");
    }
  }

  @Test
  void aTextFileIsRefused() throws Exception {
    Path text = Files.writeString(folder.resolve("digit.png"), "seven");

    assertThatThrownBy(() -> ImageFile.read(text))
        .hasMessage("must be a PNG or JPEG file, but does not begin like one");
    Path empty = Files.createFile(folder.resolve("empty.png"));
    assertThatThrownBy(() -> ImageFile.read(empty)).hasMessageContaining("PNG or JPEG");
  }

  @Test
  void aGifIsRefusedThoughTheJdkCouldReadIt() throws Exception {
    Path gif = written(new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY), "gif");

    assertThatThrownBy(() -> ImageFile.read(gif)).hasMessageContaining("PNG or JPEG");
  }

  @Test
  void whatIsNoFileIsRefused() {
    assertThatThrownBy(() -> ImageFile.read(folder.resolve("none.png")))
        .hasMessage("does not exist");
    assertThatThrownBy(() -> ImageFile.read(folder)).hasMessage("is no file");
  }

  @Test
  void aLargeImageIsReadInPart() throws Exception {
    BufferedImage image = new BufferedImage(5_000, 2_000, BufferedImage.TYPE_BYTE_GRAY);
    for (int x = 2_500; x < 5_000; x++) {
      for (int y = 0; y < 2_000; y++) {
        image.getRaster().setSample(x, y, 0, 255);
      }
    }

    Picture picture = ImageFile.read(written(image, "png"));

    assertThat(picture.width()).isEqualTo(2_500);
    assertThat(picture.height()).isEqualTo(1_000);
    assertThat(picture.planes()[0][1_249]).isZero();
    assertThat(picture.planes()[0][1_250]).isEqualTo(255);
  }

  @Test
  void greyWithTransparencyIsReadAsItIsWritten() throws Exception {
    ColorSpace grey = ColorSpace.getInstance(ColorSpace.CS_GRAY);
    ComponentColorModel colours =
        new ComponentColorModel(grey, true, false, Transparency.TRANSLUCENT, DataBuffer.TYPE_BYTE);
    WritableRaster raster = colours.createCompatibleWritableRaster(3, 1);
    raster.setPixels(0, 0, 3, 1, new int[] {100, 255, 100, 0, 0, 51});

    Picture picture =
        ImageFile.read(written(new BufferedImage(colours, raster, false, null), "png"));

    assertThat(picture.planes()).hasNumberOfRows(1);
    assertThat(picture.planes()[0][0]).isCloseTo(100, within(1e-9));
    assertThat(picture.planes()[0][1]).isCloseTo(255, within(1e-9));
    assertThat(picture.planes()[0][2]).isCloseTo(204, within(1e-9));
  }

  /** 3 × 2 pixels, numbered; how a viewer shows them is EXIF's own table. */
  @ParameterizedTest
  @CsvSource({
    "1, 3, 012345", "2, 3, 210543", "3, 3, 543210", "4, 3, 345012",
    "5, 2, 031425", "6, 2, 304152", "7, 2, 524130", "8, 2, 251403"
  })
  void aPhotographIsTurnedUpright(int orientation, int width, String shown) {
    double[] pixels = {0, 1, 2, 3, 4, 5};

    Picture upright =
        new ExifOrientation(orientation).upright(new Picture(2, 3, new double[][] {pixels}));

    assertThat(upright.width()).isEqualTo(width);
    assertThat(
            Arrays.stream(upright.planes()[0])
                .mapToObj(value -> String.valueOf((int) value))
                .collect(Collectors.joining()))
        .isEqualTo(shown);
  }

  @Test
  void theOrientationIsReadFromTheFile() throws Exception {
    byte[] plain = Files.readAllBytes(written(blackOnWhite(), "jpeg"));
    ByteBuffer exif = ByteBuffer.allocate(2 + 2 + 6 + 8 + 2 + 12 + 4);
    exif.putShort((short) 0xffe1).putShort((short) (exif.capacity() - 2));
    exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
    exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) 6);
    ByteArrayOutputStream turned = new ByteArrayOutputStream();
    turned.write(plain, 0, 2);
    turned.write(exif.array());
    turned.write(plain, 2, plain.length - 2);

    Picture picture = ImageFile.read(Files.write(folder.resolve("t.jpeg"), turned.toByteArray()));

    assertThat(picture.width()).isEqualTo(80);
    assertThat(picture.height()).isEqualTo(60);
    assertThat(ExifOrientation.of(Arrays.copyOf(turned.toByteArray(), 20)).value()).isEqualTo(1);
  }

  @Test
  void aJpegInPrintersColoursIsRefusedByName() throws Exception {
    Path file = folder.resolve("cmyk.jpeg");
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, 4, new Point());
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(raster, null, null), null);
    } finally {
      writer.dispose();
    }

    byte[] plain = Files.readAllBytes(file);
    ByteArrayOutputStream marked = new ByteArrayOutputStream();
    marked.write(plain, 0, 2);
    marked.write(new byte[] {(byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e'});
    // A transform that no JDK knows of four colours; some know none.
    marked.write(new byte[] {0, 100, 0, 0, 0, 0, 1});
    marked.write(plain, 2, plain.length - 2);
    Path adobe = Files.write(folder.resolve("adobe.jpeg"), marked.toByteArray());

    assertThatThrownBy(() -> ImageFile.read(adobe))
        .hasMessage("uses colours (CMYK) that cannot be read: save it as RGB");
  }

  /** A few hundred bytes that would unpack to 3.6 GB. */
  @Test
  void aDecompressionBombIsNotUnpacked() throws Exception {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream sizes = new DataOutputStream(header);
    sizes.writeInt(60_000);
    sizes.writeInt(60_000);
    sizes.write(new byte[] {8, 0, 0, 0, 0});
    chunk(png, "IHDR", header.toByteArray());
    Deflater deflater = new Deflater();
    deflater.setInput(new byte[100_000]);
    deflater.finish();
    byte[] packed = new byte[1_000];
    int length = deflater.deflate(packed);
    deflater.end();
    chunk(png, "IDAT", Arrays.copyOf(packed, length));
    chunk(png, "IEND", new byte[0]);
    Path bomb = Files.write(folder.resolve("bomb.png"), png.toByteArray());

    assertThatThrownBy(() -> ImageFile.read(bomb))
        .hasMessage("must have at most 50,000,000 pixels but claims 60000 × 60000");
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data)
      throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(type.getBytes(StandardCharsets.US_ASCII));
    body.write(data);
    CRC32 sum = new CRC32();
    sum.update(body.toByteArray());
    DataOutputStream stream = new DataOutputStream(out);
    stream.writeInt(data.length);
    stream.write(body.toByteArray());
    stream.writeInt((int) sum.getValue());
  }

  private static BufferedImage blackOnWhite() {
    BufferedImage image = new BufferedImage(60, 80, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, 60, 80);
    g.setColor(Color.BLACK);
    g.fillOval(20, 20, 20, 30);
    g.dispose();
    return image;
  }

  private Path written(BufferedImage image, String kind) throws IOException {
    Path file = folder.resolve("image." + kind);
    assertThat(ImageIO.write(image, kind, file.toFile())).isTrue();
    return file;
  }
}
