package org.aixin.meeting;

import org.aixin.kernel.Problem;

/**
 * The votes on one claim.
 *
 * @param group how many the group has, present or not
 * @param voters how many are present and not recused
 */
record Ballot(int group, int voters, int inFavour, int against) {
    /** What a group can decide. */
    enum Verdict {
        /** More for it than against. */
        APPROVED,
        /** Not more for it than against. */
        REJECTED,
        /** Too few voted; it waits on. */
        NO_QUORUM
    }

    /** How many of a group must vote: more than half of all it has. */
    static int quorum(int group) {
        return group / 2 + 1;
    }

    /** Refused 422 {@code votes_refused}, {@code too_many_votes}. */
    void mustAddUp(int number) {
        if (inFavour < 0 || against < 0) {
            throw Problem.invalid("votes_refused", "rows", number);
        }
        if ((long) inFavour + against > voters) {
            throw Problem.invalid("too_many_votes", "rows", number, voters);
        }
    }

    /** A tie rejects. */
    Verdict verdict() {
        if (inFavour + against < quorum(group)) {
            return Verdict.NO_QUORUM;
        }
        return inFavour > against ? Verdict.APPROVED : Verdict.REJECTED;
    }
}
