package org.aixin.ledger;

/**
 * What an owner has of an asset, in whole units.
 *
 * @param balance all there is
 * @param held the part set aside by holds
 * @param owed the shortfall that later points settle first
 */
public record Balance(long balance, long held, long owed) {
    /** Nothing held, nothing owed, nothing there. */
    public static final Balance NONE = new Balance(0, 0, 0);

    /** What can be spent now. */
    public long available() {
        return balance - held;
    }

    Balance plus(Balance other) {
        return new Balance(balance + other.balance, held + other.held, owed + other.owed);
    }
}
