package org.aixin.notice;

import java.util.Locale;

/** Where a row of a notice stands. */
public enum RowState {
    /** Posted, and waiting for the notice to close. */
    PENDING,
    /** Somebody objected, and waits for the answer. */
    OBJECTED,
    /** Credited after the notice closed. */
    CREDITED,
    /** Taken back after an objection. */
    WITHDRAWN,
    /** Never credited, because nobody answered an objection for a year. */
    LAPSED;

    /** As the interface says it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
