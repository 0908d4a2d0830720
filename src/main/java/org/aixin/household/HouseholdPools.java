package org.aixin.household;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Sql;
import org.aixin.ledger.Owner;
import org.aixin.ledger.Pools;

/**
 * Who pools with whom: the members of a household, the longest entered first, where the household's unit pools. Who came to the household
 * takes part from the instant that was fixed then. The index of the members' households answers it without reading the mates' rows.
 */
@Singleton
class HouseholdPools implements Pools {
    private static final String MATES = "SELECT m.id, o.id FROM member m JOIN household h ON h.id = m.household"
            + PoolingSql.joins("h.unit") + " JOIN member o ON o.household = m.household AND o.id <> m.id"
            + " AND (o.pools_from IS NULL OR o.pools_from <= ?)"
            + " WHERE (m.pools_from IS NULL OR m.pools_from <= ?) AND EXISTS (SELECT 1 FROM household_pooling p WHERE p.pooled) AND "
            + PoolingSql.POOLED + " AND m.id IN (";

    private final BusinessTime time;

    HouseholdPools(BusinessTime time) {
        this.time = time;
    }

    @Override
    public Map<Owner, List<Owner>> mates(Connection connection, Collection<Owner> owners) throws SQLException {
        List<Long> members = owners.stream().filter(Owner::isMember).map(Owner::memberId).toList();
        Map<Owner, List<Owner>> mates = new HashMap<>();
        if (members.isEmpty()) {
            return mates;
        }
        try (PreparedStatement statement = connection
                .prepareStatement(MATES + Sql.marks(members.size()) + ") ORDER BY m.id, o.id")) {
            Timestamp now = Timestamp.from(time.now());
            statement.setTimestamp(1, now);
            statement.setTimestamp(2, now);
            for (int i = 0; i < members.size(); i++) {
                statement.setLong(i + 3, members.get(i));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    mates.computeIfAbsent(Owner.member(row.getLong(1)), member -> new ArrayList<>())
                            .add(Owner.member(row.getLong(2)));
                }
            }
        }
        return mates;
    }
}
