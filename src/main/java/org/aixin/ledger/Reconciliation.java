package org.aixin.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/** The ledger recomputed from its rows. */
final class Reconciliation {
    private Reconciliation() {
    }

    static LedgerCheck of(Connection connection) throws SQLException {
        throw new SQLException("being built");
    }
}
