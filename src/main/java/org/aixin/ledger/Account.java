package org.aixin.ledger;

import org.jspecify.annotations.Nullable;

/** An account while commands are decided: what it holds changes with each transfer. A system account holds no figures. */
final class Account {
    /** An account as it was read. */
    record Row(long id, AccountName name, Side side, long balance, long held, long lastTransfer) {
    }

    private final Row before;
    private long balance;
    private long held;
    private long lastTransfer;

    Account(Row row) {
        before = row;
        balance = row.balance;
        held = row.held;
        lastTransfer = row.lastTransfer;
    }

    long id() {
        return before.id;
    }

    boolean isSystem() {
        return before.name.owner().isSystem();
    }

    long balance() {
        return balance;
    }

    long available() {
        return isSystem() ? Long.MAX_VALUE : balance - held;
    }

    long lastTransfer() {
        return lastTransfer;
    }

    /** The balance that a transfer records; none for a system account. */
    @Nullable
    Long after() {
        return isSystem() ? null : balance;
    }

    void give(long amount) {
        add(-amount);
    }

    void take(long amount) {
        add(amount);
    }

    void hold(long amount) {
        if (!isSystem()) {
            held += amount;
        }
    }

    void seen(long transfer) {
        lastTransfer = transfer;
    }

    private void add(long amount) {
        if (!isSystem()) {
            balance = Math.addExact(balance, amount);
        }
    }

    boolean isChanged() {
        return !isSystem() && lastTransfer != before.lastTransfer;
    }

    long balanceChange() {
        return balance - before.balance;
    }

    long heldChange() {
        return held - before.held;
    }
}
