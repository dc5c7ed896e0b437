package dev.epochal.registry;

import dev.epochal.core.problem.EpochalException;
import dev.epochal.registry.folder.FileTrouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.flywaydb.core.api.FlywayException;
import org.h2.Driver;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * The embedded database, which one process has open at a time, and only as long as a piece of work
 * takes; the others wait for their turn. So nothing listens on a port, and no process depends on
 * another one that hosts the database.
 */
final class Database {
  /** Threads of this process wait here, because H2 would let them in together. */
  private static final Map<DatabaseFile, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

  private static final long LONGEST_PAUSE_MILLIS = 8;

  private static final Properties USER = new Properties();

  static {
    USER.setProperty("user", "sa");
    USER.setProperty("password", "");
  }

  private final DatabaseFile file;
  private final Duration patience;

  Database(DatabaseFile file, Duration patience) {
    this.file = file;
    this.patience = patience;
  }

  DatabaseFile file() {
    return file;
  }

  /** Whether the file is there; nothing more can be known without opening it. */
  boolean exists() {
    return Files.exists(file.path());
  }

  /**
   * Opens the database, brings its schema up to date, does {@code work} and closes it.
   *
   * @throws EpochalException naming the file, when it stays in use, is newer than this program, or
   *     cannot be read
   */
  <T> T open(Function<Sql, T> work) {
    return open(file.url(false), work);
  }

  /** Like {@link #open}, but gives space back on closing: for those who have the time. */
  <T> T openAndTidy(Function<Sql, T> work) {
    return open(file.url(true), work);
  }

  private <T> T open(String url, Function<Sql, T> work) {
    return connected(
        url,
        sql -> {
          Schema.bringUpToDate(sql, file.path(), url);
          return work.apply(sql);
        });
  }

  /**
   * Opens a copy of the database, which is forgotten then: for looking where nothing can be
   * written. A copy can be brought up to date, and takes the tables that some questions make.
   */
  <T> T openCopy(Function<Sql, T> work) {
    try {
      Path folder = Files.createTempDirectory("epochal-");
      DatabaseFile copy = DatabaseFile.in(folder);
      try {
        // Nobody writes to it meanwhile.
        connected(file.readOnlyUrl(), sql -> copyTo(copy.path()));
        return new Database(copy, patience).open(work);
      } finally {
        remove(folder);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new EpochalException("cannot make a copy of " + file.path() + ": " + e, e);
    }
  }

  private Path copyTo(Path copy) {
    try {
      return Files.copy(file.path(), copy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /** Does {@code work} in a database of its own, which is forgotten then. */
  static <T> T inMemory(Function<Sql, T> work) {
    String url = "jdbc:h2:mem:" + UUID.randomUUID();
    try (Connection connection = Driver.load().connect(url, USER)) {
      Sql sql = new Sql(connection);
      Schema.bringUpToDate(sql, "the database in memory", url);
      return work.apply(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("a database in memory failed", e);
    }
  }

  /**
   * Like {@link #open} without a look at the schema: for dropping it.
   *
   * @throws BrokenDatabaseException naming the file, when it cannot be read
   */
  <T> T openRaw(Function<Sql, T> work) {
    return connected(file.url(false), work);
  }

  private <T> T connected(String url, Function<Sql, T> work) {
    long deadline = System.nanoTime() + patience.toNanos();
    ReentrantLock lock = lockInTime();
    FileIdentity opened = FileIdentity.of(file.path());
    try (Connection connection = connect(url, deadline)) {
      opened = FileIdentity.of(file.path());
      return work.apply(new Sql(connection));
    } catch (SQLException
        | Sql.Failure
        | FlywayException
        | MVStoreException
        | PointBlock.Damaged
        | Damage.Found e) {
      throw refused(e, opened);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Renames a file that was found damaged, so that a new one can be made.
   *
   * @return where it is now; nothing when another process has seen to it
   */
  Optional<Path> putAside(FileIdentity damaged) {
    ReentrantLock lock = lockInTime();
    // Locked as an open database is, so that nobody has it open, and nobody else puts it aside.
    try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.WRITE);
        FileLock whole = channel.tryLock()) {
      return whole != null && FileIdentity.of(file.path()).equals(damaged)
          ? Optional.of(Files.move(file.path(), file.aside()))
          : Optional.empty();
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    } catch (IOException e) {
      throw new EpochalException(
          FileTrouble.sentence("cannot put " + file.path() + " aside", e), e);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Puts a new file in this one's place, which must be held meanwhile: whoever waits for it finds
   * the new one.
   *
   * @param keep whether the old file is to be kept
   * @return where the old one is now, when it is kept
   */
  Optional<Path> replaceBy(DatabaseFile fresh, boolean keep) throws IOException {
    Path aside = file.aside();
    if (keep) {
      Files.createLink(aside, file.path());
    }
    Files.setPosixFilePermissions(fresh.path(), Files.getPosixFilePermissions(file.path()));
    Files.move(fresh.path(), file.path(), StandardCopyOption.ATOMIC_MOVE);
    return keep ? Optional.of(aside) : Optional.empty();
  }

  private ReentrantLock lockInTime() {
    ReentrantLock lock = LOCKS.computeIfAbsent(file, key -> new ReentrantLock(true));
    try {
      if (!lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy(null);
      }
      return lock;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private Connection connect(String url, long deadline) throws SQLException {
    makeFolder();
    try (Turnstile next = Turnstile.enter(file, deadline)) {
      if (next == null) {
        throw busy(null);
      }
      return connectAsTheNext(url, deadline);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private Connection connectAsTheNext(String url, long deadline)
      throws SQLException, InterruptedException {
    long pause = 1;
    while (true) {
      try {
        FileIdentity before = FileIdentity.of(file.path());
        Connection connection = Driver.load().connect(url, USER);
        if (before.key() == null || before.equals(FileIdentity.of(file.path()))) {
          return connection;
        }
        // Another file was put in its place just before this one was held.
        connection.close();
      } catch (SQLException e) {
        if (e.getErrorCode() != ErrorCode.DATABASE_ALREADY_OPEN_1) {
          throw e;
        }
        if (System.nanoTime() > deadline) {
          throw busy(e);
        }
        Thread.sleep(pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
      }
    }
  }

  private void makeFolder() {
    try {
      Files.createDirectories(file.path().getParent());
    } catch (IOException e) {
      throw new EpochalException(FileTrouble.sentence("cannot make the registry's folder", e), e);
    }
  }

  private EpochalException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new EpochalException("interrupted while waiting for " + file.path(), e);
  }

  private EpochalException busy(@Nullable Throwable cause) {
    return new EpochalException(
        file.path()
            + " was in use by another process for "
            + patience.toSeconds()
            + " seconds; end what holds it open (fuser names the process), or name another registry"
            + " with EPOCHAL_REGISTRY",
        cause);
  }

  private EpochalException refused(Exception e, FileIdentity opened) {
    if (FileTrouble.isOfThePlace(e)) {
      return new UnwritableDatabaseException(
          "the registry " + file.path() + " cannot be written: " + FileTrouble.advice(e), e);
    }
    String why = FileTrouble.why(e).lines().findFirst().orElse("");
    if (Damage.isIn(e)) {
      return new DamagedDatabaseException(
          "the registry " + file.path() + " is damaged (" + why + ")", opened, e);
    }
    return new BrokenDatabaseException(
        file.path()
            + " cannot be used as a registry: "
            + why
            + "; it is only an index: move it away (mv "
            + file.path()
            + " "
            + file.path()
            + ".damaged) and the next command makes it anew from the run folders",
        e);
  }
}
