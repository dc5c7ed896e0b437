package dev.epochal.registry.folder;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.RunFolder;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;

/**
 * A wish that a run stop, left in its folder as an empty file: whoever may write there may ask, on
 * this host or on another one.
 */
public final class StopRequest {
  private StopRequest() {}

  /**
   * Asks; asking again changes nothing.
   *
   * @throws EpochalException when the folder cannot be written
   */
  public static void ask(RunFolder folder) {
    try {
      Files.createFile(folder.stopRequest());
    } catch (FileAlreadyExistsException e) {
      if (!isAsked(folder)) {
        throw new EpochalException(
            folder.stopRequest() + " is in the way: it must be a plain file; remove it", e);
      }
    } catch (IOException e) {
      throw new EpochalException(
          "cannot ask run " + folder.id() + " to stop: " + FileTrouble.why(e), e);
    }
  }

  /** Whether somebody asked. A link does not count: it is not followed. */
  public static boolean isAsked(RunFolder folder) {
    return Files.isRegularFile(folder.stopRequest(), LinkOption.NOFOLLOW_LINKS);
  }

  /** The run is over: there is nothing left to ask for. */
  public static void remove(RunFolder folder) {
    try {
      Files.deleteIfExists(folder.stopRequest());
    } catch (IOException e) {
      // It does no harm: it is no artifact, and going on with the run removes it.
    }
  }
}
