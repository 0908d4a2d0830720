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
    /** Credited, and taken back since. */
    REVERSED,
    /** Approved, and never credited because an objection was not answered. */
    LAPSED;

    static ClaimStatus of(Claim claim, @Nullable RowState row, boolean reversed) {
        if (claim.approved() == null) {
            return SUBMITTED;
        }
        if (!claim.approved()) {
            return REJECTED;
        }
        ClaimStatus credited = reversed ? REVERSED : CREDITED;
        return row == null ? credited : switch (row) {
            case PENDING, OBJECTED -> NOTICED;
            case CREDITED -> credited;
            case WITHDRAWN -> WITHDRAWN;
            case LAPSED -> LAPSED;
        };
    }

    /** The colour in which pages show it. */
    public String tone() {
        return switch (this) {
            case CREDITED -> "good";
            case SUBMITTED, NOTICED -> "wait";
            case REJECTED, WITHDRAWN, REVERSED, LAPSED -> "stop";
        };
    }

    /** As the interface says it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
