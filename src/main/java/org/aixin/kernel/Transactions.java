package org.aixin.kernel;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.Callable;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Runs work in a database transaction of its own and tries again where the database asks for that. */
public final class Transactions {
    /** Deadlock found, lock wait timeout, record has changed since last read (MariaDB). */
    private static final Set<Integer> TRY_AGAIN = Set.of(1213, 1205, 1020);
    private static final int TRIES = 8;

    private Transactions() {
    }

    /** Commits what the work did and answers what it answered; rolled back when it throws. The work may run more than once. */
    public static <T> T run(Callable<T> work) {
        for (int tried = 1;; tried++) {
            try {
                return QuarkusTransaction.requiringNew().call(work);
            } catch (RuntimeException failed) {
                if (tried == TRIES || !mayTryAgain(failed)) {
                    throw failed;
                }
            }
        }
    }

    private static boolean mayTryAgain(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && TRY_AGAIN.contains(sql.getErrorCode())) {
                return true;
            }
        }
        return false;
    }
}
