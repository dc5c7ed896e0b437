package dev.epochal.registry;

import java.sql.SQLException;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/**
 * Tells a damaged database file from everything else that keeps one from being used: being in use,
 * of a newer format, of somebody else, or on a disk that fails.
 */
final class Damage {
  private static final int DEEPEST = 20;

  private static final Set<Integer> STORE =
      Set.of(
          DataUtils.ERROR_READING_FAILED,
          DataUtils.ERROR_INTERNAL,
          DataUtils.ERROR_FILE_CORRUPT,
          DataUtils.ERROR_SERIALIZATION,
          DataUtils.ERROR_CHUNK_NOT_FOUND,
          DataUtils.ERROR_BLOCK_NOT_FOUND,
          DataUtils.ERROR_TRANSACTION_CORRUPT);

  private Damage() {}

  /** Thrown on when damage shows where other trouble is passed over. */
  static final class Found extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Found(Throwable cause) {
      super(cause);
    }
  }

  static boolean isIn(Throwable failure) {
    Throwable cause = failure;
    // H2's exceptions can be causes of each other.
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof PointBlock.Damaged
          || (cause instanceof MVStoreException store && STORE.contains(store.getErrorCode()))
          || (cause instanceof SQLException sql
              && sql.getErrorCode() == ErrorCode.FILE_CORRUPTED_1)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
