package dev.epochal.ui.data;

import dev.epochal.core.json.Json;
import dev.epochal.core.problem.EpochalException;
import dev.epochal.core.run.RunFolder;
import dev.epochal.ui.http.EventStream;
import dev.epochal.ui.http.Refused;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Tells pages what running runs record, once a second, until they are over. */
public final class LiveFeed implements AutoCloseable {
  private static final int MOST_READERS = 200;
  private static final long MILLIS = 1_000;
  private static final int ROUNDS_BETWEEN_SIGNS = 10;
  private static final int TELLERS = 16;
  private static final long IDLE_SECONDS = 30;

  private final Runs runs;
  private final Consumer<Throwable> unexpected;
  private final List<Follower> followers = new CopyOnWriteArrayList<>();
  private final Future<?> rounds;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "live-feed"));

  /** Reads journals: one that is long, or on a disk that hangs, keeps one of them alone. */
  private final ThreadPoolExecutor tellers =
      new ThreadPoolExecutor(
          TELLERS,
          TELLERS,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          work -> daemon(work, "live-feed-teller"));

  /**
   * @param unexpected is told of errors in the program
   */
  public LiveFeed(Runs runs, Consumer<Throwable> unexpected) {
    this.runs = runs;
    this.unexpected = unexpected;
    tellers.allowCoreThreadTimeOut(true);
    rounds = clock.scheduleWithFixedDelay(this::round, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * What a run records from now on, as the events {@code live} ({@link LiveChunk}), {@code log}
   * ({@link LogChunk}) and {@code problem} ({@code {error}}).
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
      follower.tellSoon();
    };
  }

  private void round() {
    followers.forEach(Follower::tellSoon);
  }

  @Override
  public void close() {
    rounds.cancel(false);
    clock.shutdownNow();
    tellers.getQueue().clear(); // who is being told is not interrupted: it may write the registry
    tellers.shutdown();
    followers.forEach(follower -> follower.reader.end());
  }

  /** A page, and how far it was told. */
  private final class Follower {
    private final String id;
    private final RunFolder folder;
    private final EventStream.Reader reader;
    private final AtomicBoolean busy = new AtomicBoolean();
    // Seen by one teller after the other, of which each takes and gives back `busy`.
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

    /** Unless it is being told: nobody is told twice at once, nor waits in line twice. */
    void tellSoon() {
      if (!busy.compareAndSet(false, true)) {
        return;
      }
      try {
        tellers.execute(this::tellCarefully);
      } catch (RejectedExecutionException closed) {
        busy.set(false);
      }
    }

    /** Whatever goes wrong with one run, even in the program, must not end the others' news. */
    private void tellCarefully() {
      try {
        if (followers.contains(this) && !tell()) {
          followers.remove(this);
        }
      } catch (EpochalException trouble) {
        leave(Map.of("error", String.valueOf(trouble.getMessage())));
      } catch (Throwable e) {
        leave(Map.of("error", "an error in the program; ./run ui --debug shows where"));
        unexpected.accept(e);
      } finally {
        busy.set(false);
      }
    }

    private void leave(Map<String, String> problem) {
      followers.remove(this);
      try {
        reader.send("problem", Json.line(problem));
      } finally {
        reader.end();
      }
    }

    /** Tells what is new; returns whether there will be more. */
    private boolean tell() {
      boolean said = tellLog();
      LiveChunk chunk = LiveChunk.of(runs, id, from);
      if (first || chunk.over() || chunk.to() != from) {
        reader.send("live", Json.line(chunk));
        said = true;
        first = false;
      }
      from = chunk.to();
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
