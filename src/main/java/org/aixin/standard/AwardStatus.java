package org.aixin.standard;

import java.util.Locale;

import org.aixin.notice.RowState;

import org.jspecify.annotations.Nullable;

/** Where an award stands. */
public enum AwardStatus {
    /** Waits for its notice to close. */
    NOTICED,
    /** Given, or taken. */
    CREDITED,
    /** Withdrawn from its notice, and never credited. */
    WITHDRAWN,
    /** Taken back. */
    REVERSED;

    static AwardStatus of(Award award, @Nullable RowState row) {
        if (award.isReversed()) {
            return award.reason() == null ? WITHDRAWN : REVERSED;
        }
        return row == RowState.PENDING || row == RowState.OBJECTED ? NOTICED : CREDITED;
    }

    /** As the interface says it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
