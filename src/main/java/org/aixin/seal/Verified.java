package org.aixin.seal;

import org.jspecify.annotations.Nullable;

/**
 * What checking the whole ledger against its seals found.
 *
 * @param seals how many were right
 * @param sealed how many transfers are covered by them
 * @param unsealed how many were made after the last of them
 * @param difference the first thing that is not as it was sealed, null where all is well
 */
public record Verified(long seals, long sealed, long unsealed, @Nullable Difference difference) {
    /** Whether all is as it was sealed. */
    public boolean ok() {
        return difference == null;
    }

    /**
     * Where the ledger first differs from what was sealed. A place in the log is known from one position to another: the same
     * where the very transfer is known.
     *
     * @param seal the first seal that it breaks, 0 where it breaks none
     */
    public record Difference(What what, long seal, long from, long to, @Nullable Long transfer) {
    }

    /** What can be found. */
    public enum What {
        /** A seal is missing before the last one. */
        SEAL_MISSING,
        /** A seal was not signed by a key that is trusted. */
        NOT_SIGNED,
        /** A seal is not the one that was kept elsewhere, or covers another history. */
        OTHER_HISTORY,
        /** A transfer is not what it was when it was sealed. */
        CHANGED,
        /** A sealed transfer is gone. */
        DELETED,
        /** The transfers are not those that were sealed; the log was changed with them. */
        REWRITTEN,
        /** A transfer that is older than the last seal and was not there then. */
        SLIPPED_IN
    }
}
