package org.aixin.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Who may draw on whose points. Points stay where they are: a pool is a right, not an account. */
public interface Pools {
    /**
     * For each of these owners who pools points with others, those others in the order in which they are drawn on; owners who
     * stand alone are left out. Asked once for many, in the transaction that posts.
     */
    Map<Owner, List<Owner>> mates(Connection connection, Collection<Owner> owners) throws SQLException;
}
