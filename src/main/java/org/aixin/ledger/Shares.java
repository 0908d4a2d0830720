package org.aixin.ledger;

import java.util.List;

/**
 * The points that somebody may spend, and whose they are.
 *
 * @param each the owner's own share first, then those of the others in the pool; one alone for who pools with nobody
 */
public record Shares(List<Share> each) {
    /** What one member of a pool has; points that are spent for others are taken from it too. */
    public record Share(Owner owner, Balance points) {
    }

    /** Whether others have a share too. */
    public boolean isPooled() {
        return each.size() > 1;
    }

    /** All shares together. */
    public Balance total() {
        return each.stream().map(Share::points).reduce(Balance.NONE, Balance::plus);
    }

    /** What the owner can spend now: all that is available, less what the others owe; never below zero. */
    public long spendable() {
        long owedByOthers = each.stream().skip(1).mapToLong(share -> share.points().owed()).sum();
        return Math.max(0, total().available() - owedByOthers);
    }
}
