package org.aixin.standard;

import java.util.Locale;

import org.aixin.notice.RowState;

import org.jspecify.annotations.Nullable;

/** Where a claim stands; after its approval that is read from what holds its points. */
public enum ClaimStatus {
    /** Waits for a reviewer. */
    SUBMITTED,
    /** A reviewer did not approve it. */
    REJECTED,
    /** Approved, and pending until its notice closes. */
    NOTICED,
    /** Credited. */
    CREDITED,
    /** Approved, and taken back after an objection. */
    WITHDRAWN,
    /** Approved, and never credited because an objection was not answered. */
    LAPSED;

    static ClaimStatus of(Claim claim, @Nullable RowState row) {
        if (claim.approved() == null) {
            return SUBMITTED;
        }
        if (!claim.approved()) {
            return REJECTED;
        }
        return row == null ? CREDITED : switch (row) {
            case PENDING, OBJECTED -> NOTICED;
            case CREDITED -> CREDITED;
            case WITHDRAWN -> WITHDRAWN;
            case LAPSED -> LAPSED;
        };
    }

    /** As the interface says it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
