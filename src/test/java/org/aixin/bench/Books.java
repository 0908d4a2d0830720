package org.aixin.bench;

import java.util.List;

/**
 * What the rows say when a rush is over, the product's or the control's.
 *
 * @param ledger what the ledger finds wrong with itself
 */
record Books(List<Shelf> shelves, List<Order> orders, List<Purse> purses, List<String> ledger) {
    /**
     * A goods in the shop of this rush.
     *
     * @param stocked how many were brought
     * @param left how many can still be taken, as the shelf says
     * @param onHand how many are there, as the shelf says
     * @param byEntries how many are there, as the entries add up
     */
    record Shelf(long goods, int stocked, int left, int onHand, int byEntries) {
    }

    enum Status {
        RESERVED, COLLECTED, CANCELLED;

        boolean stands() {
            return this != CANCELLED;
        }
    }

    /** @param departures how many times it left the shelf */
    record Order(long id, long member, long goods, int quantity, Status status, int departures) {
    }

    /**
     * What somebody has.
     *
     * @param gone points that were given to them and are there no longer
     * @param owed points of all their orders that stand
     */
    record Purse(long member, long gone, long owed) {
    }
}
