package dev.epochal.ui.training;

import dev.epochal.core.run.RunFolder;
import dev.epochal.core.run.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deeplearning4j.ui.api.UIServer;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of runs, read when somebody looks at them and as they grow; the last few are kept in
 * memory.
 */
final class Sessions {
  private static final int KEPT = 6;

  private final Path runs;
  private final Map<String, Session> open = new LinkedHashMap<>(16, 0.75f, true);
  private @Nullable UIServer server;

  Sessions(Path runs) {
    this.runs = runs;
  }

  /** How a run stands here. */
  enum State {
    /** DL4J's pages show it. */
    SHOWN,
    /** Its training has just begun. */
    EMPTY,
    /** It has none, or none that can be read. */
    NONE
  }

  /** Says where they are shown. */
  synchronized void showIn(UIServer shown) {
    server = shown;
  }

  /**
   * Reads what a run's session has by now.
   *
   * @param id of the run
   */
  synchronized State open(String id) {
    if (!RunId.isValid(id)) {
      return State.NONE;
    }
    Session session = open.get(id);
    boolean isNew = session == null;
    if (session == null) {
      RunFolder folder = RunFolder.of(runs, id);
      if (!Files.isRegularFile(folder.uiSession(), LinkOption.NOFOLLOW_LINKS)
          || Files.isSymbolicLink(folder.path())) {
        return State.NONE;
      }
      session = new Session(id, folder.uiSession());
    }
    try {
      session.read();
    } catch (IOException e) {
      return isNew ? State.NONE : State.SHOWN;
    }
    if (!session.isBegun()) {
      return session.isDamaged() ? State.NONE : State.EMPTY;
    }
    if (isNew && server != null) {
      open.put(id, session);
      server.attach(session.storage());
      forgetOldest(server);
    }
    return State.SHOWN;
  }

  private void forgetOldest(UIServer shown) {
    if (open.size() > KEPT) {
      Map.Entry<String, Session> oldest = open.entrySet().iterator().next();
      open.remove(oldest.getKey());
      shown.detach(oldest.getValue().storage());
    }
  }
}
