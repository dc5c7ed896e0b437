package dev.epochal.runner.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitStateTest {
  @TempDir Path folder;

  @Test
  void outsideOfARepositoryNothingIsKnown() {
    assertThat(GitState.of(folder)).isEqualTo(new GitState("unknown", "unknown", null));
  }

  @Test
  void inAFolderThatIsNotThereNothingIsKnown() {
    assertThat(GitState.of(folder.resolve("gone")))
        .isEqualTo(new GitState("unknown", "unknown", null));
  }

  @Test
  void aCleanWorkTreeHasACommitAndAChangedOneItsChanges() throws Exception {
    git("init", "-q");
    Path file = Files.writeString(folder.resolve("a.txt"), "one\n");
    git("add", "a.txt");
    git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "first");
    GitState clean = GitState.of(folder);
    assertThat(clean.commit()).matches("[0-9a-f]{40,64}");
    assertThat(clean.diff()).isNull();

    Files.writeString(file, "two\n");
    assertThat(GitState.of(folder).diff()).contains("-one", "+two");
  }

  private void git(String... arguments) throws Exception {
    String[] command = new String[arguments.length + 3];
    command[0] = "git";
    command[1] = "-C";
    command[2] = folder.toString();
    System.arraycopy(arguments, 0, command, 3, arguments.length);
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }
}
