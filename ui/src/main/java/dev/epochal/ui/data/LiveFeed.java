package dev.epochal.ui.data;

import dev.epochal.core.json.Json;
import dev.epochal.core.run.RunFolder;
import dev.epochal.ui.http.EventStream;
import dev.epochal.ui.http.Refused;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tells pages what running runs record, once a second, until they are over. */
public final class LiveFeed implements AutoCloseable {
  private static final int MOST_READERS = 200;
  private static final long MILLIS = 1_000;
  private static final int ROUNDS_BETWEEN_SIGNS = 10;

  private final Runs runs;
  private final Consumer<Throwable> unexpected;
  private final List<Follower> followers = new CopyOnWriteArrayList<>();
  private final Future<?> rounds;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "live-feed");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param unexpected is told of errors in the program
   */
  public LiveFeed(Runs runs, Consumer<Throwable> unexpected) {
    this.runs = runs;
    this.unexpected = unexpected;
    rounds = clock.scheduleWithFixedDelay(this::round, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * What a run records from now on, as the events {@code live} ({@link LiveChunk}) and {@code log}
   * ({@link LogChunk}).
   *
   * @param from where to read the journal on
   * @param log where to read the log on; -1 for its end
   * @throws Refused when there are too many readers already
   */
  public EventStream of(String id, long from, long log) {
    if (followers.size() >= MOST_READERS) {
      throw new Refused(503, "too many pages are told of runs already; this one has to ask");
    }
    RunFolder folder = runs.folder(id);
    return reader -> {
      Follower follower = new Follower(id, folder, reader, from, log);
      followers.add(follower);
      clock.execute(() -> tell(follower));
    };
  }

  private void round() {
    followers.forEach(this::tell);
  }

  private void tell(Follower follower) {
    try {
      if (!follower.tell()) {
        followers.remove(follower);
      }
    } catch (RuntimeException e) { // one run's broken folder must not end the others' news
      followers.remove(follower);
      follower.reader.end();
      if (!(e instanceof Refused)) {
        unexpected.accept(e);
      }
    }
  }

  @Override
  public void close() {
    rounds.cancel(false);
    clock.shutdownNow();
    followers.forEach(follower -> follower.reader.end());
  }

  /** A page, and how far it was told. */
  private final class Follower {
    private final String id;
    private final RunFolder folder;
    private final EventStream.Reader reader;
    private long from;
    private long log;
    private boolean first = true;
    private int quiet;

    Follower(String id, RunFolder folder, EventStream.Reader reader, long from, long log) {
      this.id = id;
      this.folder = folder;
      this.reader = reader;
      this.from = from;
      this.log = log;
    }

    /** Tells what is new; returns whether there will be more. */
    boolean tell() {
      boolean said = tellLog();
      LiveChunk chunk;
      do {
        chunk = LiveChunk.of(runs, id, from);
        if (first || chunk.over() || chunk.to() != from) {
          reader.send("live", Json.line(chunk));
          said = true;
          first = false;
        }
        from = chunk.to();
      } while (!chunk.atEnd() && !reader.isGone());
      if (chunk.over()) {
        reader.end();
        return false;
      }
      quiet = said ? 0 : quiet + 1;
      if (quiet % ROUNDS_BETWEEN_SIGNS == ROUNDS_BETWEEN_SIGNS - 1) {
        reader.stillHere();
      }
      return !reader.isGone();
    }

    private boolean tellLog() {
      boolean said = false;
      for (LogChunk chunk = LogChunk.of(folder, log);
          log != chunk.to() && !reader.isGone();
          chunk = LogChunk.of(folder, log)) {
        reader.send("log", Json.line(chunk));
        log = chunk.to();
        said = true;
      }
      return said;
    }
  }
}
