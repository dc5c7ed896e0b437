package dev.epochal.runner;

import dev.epochal.core.run.RunFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import java.util.logging.ErrorManager;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.jspecify.annotations.Nullable;

/** The run's {@code log.txt}: everything that is logged in this process while it is open. */
final class RunLog implements AutoCloseable {
  private static final Logger ROOT = Logger.getLogger("");
  private static final Logger LOG = Logger.getLogger("dev.epochal");

  private final @Nullable Handler handler;

  private RunLog(@Nullable Handler handler) {
    this.handler = handler;
  }

  /** Opens it; a log that cannot be written is told to {@code problems} and stops nothing. */
  static RunLog open(RunFolder folder, Consumer<Exception> problems) {
    try {
      // Not a FileHandler: it locks with a second file, which a killed run would leave behind.
      Handler handler =
          new Flushed(
              Files.newOutputStream(
                  folder.log(), StandardOpenOption.CREATE, StandardOpenOption.APPEND));
      handler.setLevel(Level.INFO);
      handler.setEncoding("UTF-8");
      handler.setErrorManager(
          new ErrorManager() {
            private boolean said;

            @Override
            public synchronized void error(String message, Exception e, int code) {
              if (!said) {
                said = true;
                problems.accept(e);
              }
            }
          });
      ROOT.addHandler(handler);
      return new RunLog(handler);
    } catch (IOException e) {
      problems.accept(e);
      return new RunLog(null);
    }
  }

  void line(String sentence) {
    LOG.info(sentence);
  }

  void failure(Throwable failure) {
    LOG.log(Level.SEVERE, failure.toString(), failure);
  }

  @Override
  public void close() {
    if (handler != null) {
      ROOT.removeHandler(handler);
      handler.close();
    }
  }

  /** Each line is in the file at once. */
  private static final class Flushed extends StreamHandler {
    Flushed(OutputStream out) {
      super(out, new OneLine());
    }

    @Override
    public synchronized void publish(LogRecord entry) {
      super.publish(entry);
      flush();
    }
  }

  /** {@code 2026-01-31T12:00:00.000Z INFO logger: message}, with the trace of a failure below. */
  private static final class OneLine extends Formatter {
    private static final DateTimeFormatter TIME =
        DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Override
    public String format(LogRecord entry) {
      String line =
          "%s %s %s: %s%n"
              .formatted(
                  TIME.format(entry.getInstant()),
                  entry.getLevel().getName(),
                  entry.getLoggerName(),
                  formatMessage(entry));
      Throwable thrown = entry.getThrown();
      if (thrown == null) {
        return line;
      }
      java.io.StringWriter trace = new java.io.StringWriter();
      thrown.printStackTrace(new java.io.PrintWriter(trace));
      return line + trace;
    }
  }
}
