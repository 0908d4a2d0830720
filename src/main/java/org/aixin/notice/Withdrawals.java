package org.aixin.notice;

import org.aixin.ledger.Source;

/** What else must be undone in a feature when a row of its own is not credited after all. One CDI bean a kind of source. */
public interface Withdrawals {
    /** The kind of sources this is for. */
    String kind();

    /** Undoes it, in the transaction that gives the points back. */
    void withdrawn(Source source);
}
