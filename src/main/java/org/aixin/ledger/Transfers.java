package org.aixin.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.aixin.kernel.Sql;

/** The rows of transfers, appended and referred to. */
final class Transfers {
    private static final String REFERRED = "SELECT t.id, t.phase, t.asset, d.owner AS debit, c.owner AS credit, t.deadline,"
            + " t.reverses IS NOT NULL AS is_reversal, t.amount + COALESCE(s.amount, 0) AS amount FROM transfer t"
            + " JOIN account d ON d.id = t.debit JOIN account c ON c.id = t.credit"
            + " LEFT JOIN transfer s ON t.phase = 'MOVE' AND s.phase = 'SHORTFALL' AND s.asset = t.asset"
            + " AND s.source_kind = t.source_kind AND s.source_reference = t.source_reference"
            + " LEFT JOIN transfer m ON t.phase = 'SHORTFALL' AND m.phase = 'MOVE' AND m.asset = t.asset"
            + " AND m.source_kind = t.source_kind AND m.source_reference = t.source_reference"
            + " WHERE m.id IS NULL AND t.id IN (";
    private static final String INSERT = "INSERT INTO transfer (id, debit, credit, asset, amount, phase, resolves, reverses,"
            + " source_kind, source_reference, actor, at, deadline, debit_after, credit_after) VALUES ";

    private Transfers() {
    }

    /** The transfers with these ids. A shortfall that goes with a move belongs to it and cannot be named. */
    static Map<Long, Referred> referred(Connection connection, Collection<Long> ids) throws SQLException {
        Map<Long, Referred> referred = new HashMap<>();
        if (ids.isEmpty()) {
            return referred;
        }
        String select = REFERRED + Sql.marks(ids.size()) + ")";
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            int i = 0;
            for (long id : ids) {
                statement.setLong(++i, id);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    referred.put(row.getLong("id"), referred(row));
                }
            }
        }
        return referred;
    }

    private static Referred referred(ResultSet row) throws SQLException {
        return new Referred(row.getLong("id"), Phase.valueOf(row.getString("phase")), Asset.valueOf(row.getString("asset")),
                new Owner(row.getString("debit")), new Owner(row.getString("credit")), row.getLong("amount"),
                Utc.read(row, "deadline"), row.getBoolean("is_reversal"));
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
}
