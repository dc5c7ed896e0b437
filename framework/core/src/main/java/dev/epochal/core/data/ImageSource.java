package dev.epochal.core.data;

import java.util.List;

/** The files of a dataset of one's own, in one of the forms that are read. */
interface ImageSource {
  /** The shape of one image, from headers alone. */
  ImageShape shape();

  /** The class index of each image, checked to be as many as there are images. */
  int[] labels();

  /** Reads every pixel, image after image. */
  byte[] pixels();

  /** What a pixel is in the files: {@code uint8}. */
  String pixelType();

  /** What was read, a line for each pair of files. */
  List<String> parts();
}
