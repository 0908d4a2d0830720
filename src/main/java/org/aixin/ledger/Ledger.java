package org.aixin.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

/** The ledger's one way in: appends transfers, keeps the members' balance rows, and reads them back. */
@ApplicationScoped
public class Ledger {
    /**
     * Carries out commands in order, in the caller's transaction, and answers the outcome of each. One that is refused changes
     * nothing and does not disturb its neighbours.
     */
    public List<Outcome> post(Connection connection, List<Command> commands) throws SQLException {
        throw new SQLException("being built");
    }

    /** A list of one, in the present transaction or one of its own. */
    public Outcome post(Command command) {
        throw new IllegalStateException("being built");
    }

    /** What an owner has. */
    public Balance balance(Owner owner, Asset asset) {
        return Balance.NONE;
    }

    /** The newest entries of an owner's account older than the given transfer (its id; {@code Long.MAX_VALUE} for the newest). */
    public List<Entry> statement(Owner owner, Asset asset, long before, int limit) {
        return List.of();
    }

    /** Recomputes everything from the rows. */
    public LedgerCheck check() {
        throw new IllegalStateException("being built");
    }
}
