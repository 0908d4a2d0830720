package org.aixin.ledger;

import java.time.Instant;

/** What can be asked of the ledger. Each names its source and the person who acts (an opaque reference). */
public sealed interface Command {
    /** Why; claimed first, so that nothing happens twice. */
    Source source();

    /** Who acts, as an opaque reference of at most 64 ASCII characters. */
    String actor();

    /**
     * Moves an amount at once. What a member who owes points receives settles the shortfall first.
     *
     * @param amount positive
     * @param mayFallShort whether a debit beyond what is available takes what there is and records the rest as shortfall
     *        (a deduction), rather than being refused
     */
    record Move(Source source, String actor, Asset asset, Owner debit, Owner credit, long amount, boolean mayFallShort)
            implements
                Command {
        /** A move that is refused where the debit account has not enough. */
        public Move(Source source, String actor, Asset asset, Owner debit, Owner credit, long amount) {
            this(source, actor, asset, debit, credit, amount, false);
        }
    }

    /**
     * Sets an amount aside until it is posted, voided or its deadline passes.
     *
     * @param deadline after it the hold can no longer be posted, swept or not
     */
    record Hold(Source source, String actor, Asset asset, Owner debit, Owner credit, long amount, Instant deadline)
            implements
                Command {
    }

    /** Moves what was held, whole, and ends the hold. */
    record Post(Source source, String actor, long hold) implements Command {
    }

    /** Gives back what was held and ends the hold. */
    record Void(Source source, String actor, long hold) implements Command {
    }

    /** Ends a hold whose deadline has passed; refused before it. */
    record Lapse(Source source, String actor, long hold) implements Command {
    }

    /** Moves back what a transfer moved, once; what the receiver no longer has is recorded as shortfall. */
    record Reversal(Source source, String actor, long transfer) implements Command {
    }
}
