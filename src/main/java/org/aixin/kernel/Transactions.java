package org.aixin.kernel;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;

import jakarta.transaction.RollbackException;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Runs work in a database transaction of its own and tries again where the database asks for that. */
public final class Transactions {
    /** Deadlock found, lock wait timeout, record has changed since last read (MariaDB). */
    private static final Set<Integer> TRY_AGAIN = Set.of(1213, 1205, 1020);
    /** Table is full, disk is full, error at writing a file, error of the storage engine. */
    private static final Set<Integer> NO_ROOM = Set.of(1114, 1021, 1026, 1030, 3);
    private static final String CONNECTION = "08";
    /** What the pool says, which gives no code. */
    private static final String NONE_FREE = "acquisition timeout";
    private static final int TRIES = 8;

    private Transactions() {
    }

    /** Commits what the work did and answers what it answered; rolled back when it throws. The work may run more than once. */
    public static <T> T run(Callable<T> work) {
        return again(() -> QuarkusTransaction.requiringNew().call(work));
    }

    /** As part of the caller's transaction, whose trying again it leaves to the caller; where there is none as {@link #run}. */
    public static <T> T joined(Callable<T> work) {
        return QuarkusTransaction.isActive() ? QuarkusTransaction.joiningExisting().call(work) : run(work);
    }

    /** Tries again what the database refuses for the moment; the work must be done as a whole or not at all. */
    static <T> T again(Supplier<T> work) {
        for (int tried = 1;; tried++) {
            try {
                return work.get();
            } catch (RuntimeException failed) {
                if (tried == TRIES || !any(failed, sql -> TRY_AGAIN.contains(sql.getErrorCode()))) {
                    throw failed;
                }
            }
        }
    }

    /**
     * Whether this failed only for the moment: others were in the way, no connection became free in time, the database could not be
     * reached, or the transaction was given up before its end, as all are by a clock that jumps ahead.
     */
    public static boolean mayPass(Throwable failed) {
        return isGivenUp(failed) || any(failed,
                sql -> TRY_AGAIN.contains(sql.getErrorCode()) || sql instanceof SQLTransientException
                        || sql instanceof SQLRecoverableException || String.valueOf(sql.getSQLState()).startsWith(CONNECTION)
                        || String.valueOf(sql.getMessage()).toLowerCase(Locale.ROOT).contains(NONE_FREE));
    }

    /** Whether this failed because the database found no room on its disk. */
    public static boolean foundNoRoom(Throwable failed) {
        return any(failed, sql -> NO_ROOM.contains(sql.getErrorCode()));
    }

    private static boolean isGivenUp(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof RollbackException) {
                return true;
            }
        }
        return false;
    }

    private static boolean any(Throwable failed, Predicate<SQLException> such) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && such.test(sql)) {
                return true;
            }
        }
        return false;
    }
}
