package org.aixin.ledger;

/** What became of a command. */
public sealed interface Outcome {
    /**
     * Done.
     *
     * @param transfer the id of the transfer; the end of a hold and a reversal name it
     * @param moved what the command's debit account, with its pool, really gave (or set aside; of a hold that was given back, what
     *        was held)
     * @param shortfall what it could not give and now owes; zero but for deductions and reversals
     * @param balance of the member account concerned afterwards, of points with all those of its pool, what was owed settled (of
     *        the debit side where both are members; zero where neither is)
     */
    record Posted(long transfer, long moved, long shortfall, long balance) implements Outcome {
    }

    /** Not done, and nothing was changed by this command. */
    record Refused(Reason reason) implements Outcome {
    }

    /** Why a command was refused. */
    enum Reason {
        /** This source has moved this asset before. */
        ALREADY_DONE,
        /** The debit account, with its pool, has less than the amount available. */
        NOT_ENOUGH,
        /** There is no such hold or transfer. */
        UNKNOWN,
        /** The hold was posted, voided or lapsed before. */
        ALREADY_RESOLVED,
        /** The hold's deadline has passed. */
        PAST_DEADLINE,
        /** The hold's deadline has not passed yet. */
        NOT_DUE,
        /** The transfer was reversed before, or is itself a reversal, a hold or one that was given back. */
        ALREADY_REVERSED
    }
}
