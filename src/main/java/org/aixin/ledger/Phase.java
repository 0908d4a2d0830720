package org.aixin.ledger;

import java.util.Set;

/** How a transfer came about. */
enum Phase {
    /** Moved at once, a reversal too. */
    MOVE,
    /** Set aside; changes no balance. */
    HOLD,
    /** The end of a hold that moved what was held. */
    POST,
    /** The end of a hold that was given back. */
    VOID,
    /** The end of a hold whose deadline passed. */
    LAPSE,
    /** What a deduction or a reversal did not find: it is owed. */
    SHORTFALL,
    /** What is owed, settled from what can be spent. */
    SETTLE;

    private static final Set<Phase> STILL = Set.of(HOLD, VOID, LAPSE);
    private static final Set<Phase> REVERSIBLE = Set.of(MOVE, POST, SHORTFALL);

    /** Whether the balances change, rather than only what is held. */
    boolean moves() {
        return !STILL.contains(this);
    }

    /** Whether a transfer of this phase can be taken back. */
    boolean isReversible() {
        return REVERSIBLE.contains(this);
    }
}
