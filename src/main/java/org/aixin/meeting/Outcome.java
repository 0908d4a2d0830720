package org.aixin.meeting;

import java.util.Locale;

/** What became of a claim in a meeting. */
public enum Outcome {
    /** More for it than against. */
    APPROVED,
    /** Not more for it than against. */
    REJECTED,
    /** Too few voted; it waits on. */
    NO_QUORUM,
    /** Nobody voted; it waits on. */
    NOT_VOTED,
    /** A reviewer decided it before the meeting was over. */
    DECIDED_BEFORE,
    /** Voted for, but the standard does not allow it, such as without a photo; it waits on. */
    REFUSED;

    /** As the interface says it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
