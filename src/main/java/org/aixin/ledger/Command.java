package org.aixin.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What can be asked of the ledger. Each names its source and the person who acts (an opaque reference). A command that could
 * never be carried out, such as one that moves nothing, is a fault of the program and cannot be made.
 */
public sealed interface Command {
    /** The most that one command moves, in whole units of its asset. */
    long MOST = 1_000_000_000_000L;

    /** Why; claimed first, so that nothing happens twice. */
    Source source();

    /** Who acts, as an opaque reference of at most 64 ASCII characters. */
    String actor();

    /**
     * Moves an amount at once. What a member who owes points receives settles the shortfall first, then that of the members with
     * whom points are pooled. Of points, what a member of a pool has not is drawn from the others, each part as a transfer of
     * its own that ends and is reversed with the first; but what expires is one's own.
     *
     * @param amount 1 to {@link #MOST}
     * @param mayFallShort whether a debit beyond what is available takes what there is and records the rest as shortfall
     *        (a deduction, drawn from the whole pool), rather than being refused
     */
    record Move(Source source, String actor, Asset asset, Owner debit, Owner credit, long amount, boolean mayFallShort)
            implements
                Command {
        public Move {
            check(source, actor, debit, credit, amount);
        }

        /** A move that is refused where the debit account has not enough. */
        public Move(Source source, String actor, Asset asset, Owner debit, Owner credit, long amount) {
            this(source, actor, asset, debit, credit, amount, false);
        }
    }

    /**
     * Sets an amount aside until it is posted, voided or its deadline passes; in a pool some of it from the others.
     *
     * @param amount 1 to {@link #MOST}
     * @param deadline after it the hold can no longer be posted, swept or not
     */
    record Hold(Source source, String actor, Asset asset, Owner debit, Owner credit, long amount, Instant deadline)
            implements
                Command {
        public Hold {
            check(source, actor, debit, credit, amount);
            deadline = deadline.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** Moves what was held, whole, and ends the hold. */
    record Post(Source source, String actor, long hold) implements Command {
        public Post {
            check(source, actor);
        }
    }

    /** Gives back what was held and ends the hold. */
    record Void(Source source, String actor, long hold) implements Command {
        public Void {
            check(source, actor);
        }
    }

    /** Ends a hold whose deadline has passed; refused before it. */
    record Lapse(Source source, String actor, long hold) implements Command {
        public Lapse {
            check(source, actor);
        }
    }

    /** Moves back what a transfer moved, once; what the receiver no longer has is recorded as shortfall. */
    record Reversal(Source source, String actor, long transfer) implements Command {
        public Reversal {
            check(source, actor);
        }
    }

    private static void check(Source source, String actor) {
        Ascii.key(actor, 64);
        source.mustBeWhole();
    }

    private static void check(Source source, String actor, Owner debit, Owner credit, long amount) {
        check(source, actor);
        if (amount < 1 || amount > MOST || debit.equals(credit)) {
            throw new IllegalArgumentException("Cannot move " + amount + " from " + debit + " to " + credit);
        }
    }
}
