package dev.epochal.runner.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The state of the git work tree that a run was started in; all {@code unknown} outside of one, and
 * never a reason to fail.
 *
 * @param commit of HEAD, or {@code unknown}
 * @param dirty {@code true}, {@code false} or {@code unknown}: whether tracked files have changes
 * @param diff those changes; null when there are none, or none are known
 */
public record GitState(String commit, String dirty, @Nullable String diff) {
  /** A diff beyond this is cut: it is provenance, not a backup. */
  private static final int MAX_DIFF = 4 << 20;

  public static GitState of(Path folder) {
    String commit = git(folder, 100, "rev-parse", "HEAD");
    if (commit == null || commit.isBlank()) {
      return new GitState("unknown", "unknown", null);
    }
    String diff = git(folder, MAX_DIFF, "diff", "--no-ext-diff", "--no-color", "HEAD");
    if (diff == null) {
      return new GitState(commit.strip(), "unknown", null);
    }
    return new GitState(
        commit.strip(), Boolean.toString(!diff.isBlank()), diff.isBlank() ? null : diff);
  }

  private static @Nullable String git(Path folder, int max, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    try {
      Process git =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      // A git that hangs (a dead network file system) must not hold the run up.
      CompletableFuture.delayedExecutor(10, TimeUnit.SECONDS).execute(git::destroyForcibly);
      byte[] answer = git.getInputStream().readNBytes(max);
      if (answer.length == max) {
        git.destroy();
        return new String(answer, StandardCharsets.UTF_8) + "\n(cut after " + max + " bytes)\n";
      }
      return git.waitFor() == 0 ? new String(answer, StandardCharsets.UTF_8) : null;
    } catch (IOException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
