package org.aixin.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import org.aixin.kernel.Sql;

/** The rows of transfers, appended and referred to. */
final class Transfers {
    private static final String REFERRED = """
        SELECT n.main, t.id, t.phase, t.asset, d.owner AS debit, c.owner AS credit, t.deadline, t.source_kind, t.source_reference,
            t.reverses IS NOT NULL AS is_reversal, t.amount + COALESCE(s.amount, 0) AS amount
        FROM (SELECT id AS main, id FROM transfer WHERE id IN (%1$s)
            UNION ALL SELECT transfer, part FROM transfer_part WHERE transfer IN (%1$s)) n
        JOIN transfer t ON t.id = n.id JOIN account d ON d.id = t.debit JOIN account c ON c.id = t.credit
        LEFT JOIN transfer s ON t.phase = 'MOVE' AND s.phase = 'SHORTFALL' AND s.asset = t.asset
            AND s.source_kind = t.source_kind AND s.source_reference = t.source_reference
        LEFT JOIN transfer m ON t.phase = 'SHORTFALL' AND m.phase = 'MOVE' AND m.asset = t.asset
            AND m.source_kind = t.source_kind AND m.source_reference = t.source_reference
        LEFT JOIN transfer_part p ON p.part = n.main
        WHERE m.id IS NULL AND p.part IS NULL ORDER BY t.id""";
    private static final String INSERT = "INSERT INTO transfer (id, debit, credit, asset, amount, phase, resolves, reverses,"
            + " source_kind, source_reference, actor, at, deadline, debit_after, credit_after) VALUES ";

    private Transfers() {
    }

    /**
     * The transfers with these ids, each with its parts. A shortfall that goes with a move, and a part, belong to it and cannot be
     * named.
     */
    static Map<Long, Referred> referred(Connection connection, Collection<Long> ids) throws SQLException {
        Map<Long, Referred> named = new HashMap<>();
        if (ids.isEmpty()) {
            return named;
        }
        Map<Long, List<Referred>> parts = new HashMap<>();
        String marks = Sql.marks(ids.size());
        try (PreparedStatement statement = connection.prepareStatement(REFERRED.formatted(marks))) {
            int i = 0;
            for (long id : ids) {
                statement.setLong(++i, id);
                statement.setLong(ids.size() + i, id);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Referred one = referred(row);
                    if (row.getLong("main") == one.id()) {
                        named.put(one.id(), one);
                    } else {
                        parts.computeIfAbsent(row.getLong("main"), main -> new ArrayList<>()).add(one);
                    }
                }
            }
        }
        parts.forEach((main, of) -> named.computeIfPresent(main, (id, one) -> one.with(of)));
        return named;
    }

    private static Referred referred(ResultSet row) throws SQLException {
        return new Referred(row.getLong("id"), Phase.valueOf(row.getString("phase")), Asset.valueOf(row.getString("asset")),
                new Owner(row.getString("debit")), new Owner(row.getString("credit")), row.getLong("amount"),
                Utc.read(row, "deadline"), row.getBoolean("is_reversal"),
                new Source(row.getString("source_kind"), row.getString("source_reference")).mark(), List.of());
    }

    static void append(Connection connection, List<Transfer> transfers) throws SQLException {
        if (transfers.isEmpty()) {
            return;
        }
        String rows = String.join(",", Collections.nCopies(transfers.size(), "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"));
        try (PreparedStatement statement = connection.prepareStatement(INSERT + rows)) {
            int i = 0;
            for (Transfer transfer : transfers) {
                statement.setLong(++i, transfer.id());
                statement.setLong(++i, transfer.debit());
                statement.setLong(++i, transfer.credit());
                statement.setString(++i, transfer.asset().name());
                statement.setLong(++i, transfer.amount());
                statement.setString(++i, transfer.phase().name());
                statement.setObject(++i, transfer.resolves());
                statement.setObject(++i, transfer.reverses());
                statement.setString(++i, transfer.source().kind());
                statement.setString(++i, transfer.source().reference());
                statement.setString(++i, transfer.actor());
                statement.setObject(++i, Utc.of(transfer.at()));
                statement.setObject(++i, Utc.of(transfer.deadline()));
                statement.setObject(++i, transfer.debitAfter());
                statement.setObject(++i, transfer.creditAfter());
            }
            statement.executeUpdate();
        }
    }

    static void appendParts(Connection connection, SortedMap<Long, Long> parts) throws SQLException {
        if (parts.isEmpty()) {
            return;
        }
        String rows = String.join(",", Collections.nCopies(parts.size(), "(?,?)"));
        try (PreparedStatement statement = connection
                .prepareStatement("INSERT INTO transfer_part (part, transfer) VALUES " + rows)) {
            int i = 0;
            for (Map.Entry<Long, Long> part : parts.entrySet()) {
                statement.setLong(++i, part.getKey());
                statement.setLong(++i, part.getValue());
            }
            statement.executeUpdate();
        }
    }
}
