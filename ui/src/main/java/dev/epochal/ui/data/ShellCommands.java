package dev.epochal.ui.data;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Commands as they work when they are pasted into a shell: with the folder of the runs, unless they
 * find it without being told.
 *
 * @param options what each command ends with: empty, or beginning with a blank
 */
public record ShellCommands(String options) {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  /**
   * On the runs of a folder.
   *
   * @param found whether commands find it without being told
   */
  public static ShellCommands on(Path runs, boolean found) {
    return new ShellCommands(found ? "" : " --runs " + quoted(runs.toString()));
  }

  /** A command line of {@code ./run}. */
  public String of(String words) {
    return "./run " + words + options;
  }

  /** As one word of a POSIX shell. */
  static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
