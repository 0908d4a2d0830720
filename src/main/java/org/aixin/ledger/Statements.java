package org.aixin.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.aixin.kernel.Sql;

/** Reads what the ledger says of an owner. */
final class Statements {
    private static final String SUMS = "SUM(CASE WHEN a.side = 'OWN' THEN b.balance ELSE 0 END) AS balance,"
            + " SUM(b.held) AS held, SUM(CASE WHEN a.side = 'OWED' THEN -b.balance ELSE 0 END) AS owed"
            + " FROM account a JOIN account_balance b ON b.account_id = a.id ";
    private static final String BALANCES = "SELECT a.asset, " + SUMS + "WHERE a.owner = ? GROUP BY a.asset";
    private static final String POINTS = "SELECT a.owner, " + SUMS + "WHERE a.asset = 'POINTS' AND a.owner IN (";
    private static final String SYSTEM_BALANCES = "SELECT a.asset, 0 AS held, 0 AS owed, (SELECT COALESCE(SUM(t.amount), 0)"
            + " FROM transfer t WHERE t.credit = a.id AND t.phase NOT IN ('HOLD', 'VOID', 'LAPSE'))"
            + " - (SELECT COALESCE(SUM(t.amount), 0) FROM transfer t"
            + " WHERE t.debit = a.id AND t.phase NOT IN ('HOLD', 'VOID', 'LAPSE')) AS balance FROM account a WHERE a.owner = ?";
    private static final String LINES = "(SELECT id, at, %samount AS amount, %s AS balance, source_kind, source_reference, phase,"
            + " reverses FROM transfer WHERE %s = ? AND id < ? AND phase NOT IN ('HOLD', 'VOID', 'LAPSE')"
            + " ORDER BY id DESC LIMIT ?)";
    private static final String STATEMENT = LINES.formatted("-", "debit_after", "debit") + " UNION ALL "
            + LINES.formatted("", "credit_after", "credit") + " ORDER BY id DESC LIMIT ?";

    private Statements() {
    }

    static Map<Asset, Balance> balances(Connection connection, Owner owner) throws SQLException {
        String select = owner.isSystem() ? SYSTEM_BALANCES : BALANCES;
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, owner.reference());
            Map<Asset, Balance> balances = new EnumMap<>(Asset.class);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    balances.put(Asset.valueOf(row.getString("asset")), balance(row));
                }
            }
            return balances;
        }
    }

    /** What each of these members has of points; one who never had any is left out. */
    static Map<Owner, Balance> points(Connection connection, Collection<Owner> owners) throws SQLException {
        String select = POINTS + Sql.marks(owners.size()) + ") GROUP BY a.owner";
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            int i = 0;
            for (Owner owner : owners) {
                statement.setString(++i, owner.reference());
            }
            Map<Owner, Balance> points = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    points.put(new Owner(row.getString("owner")), balance(row));
                }
            }
            return points;
        }
    }

    private static Balance balance(ResultSet row) throws SQLException {
        return new Balance(row.getLong("balance"), row.getLong("held"), row.getLong("owed"));
    }

    /** Two index ranges, each read no further than the page. */
    static List<Entry> entries(Connection connection, Owner owner, Asset asset, long before, int limit) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        long account = own(connection, owner, asset);
        try (PreparedStatement statement = connection.prepareStatement(STATEMENT)) {
            for (int i : List.of(1, 4)) {
                statement.setLong(i, account);
                statement.setLong(i + 1, before);
                statement.setInt(i + 2, limit);
            }
            statement.setInt(7, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    entries.add(entry(row));
                }
            }
        }
        return entries;
    }

    private static long own(Connection connection, Owner owner, Asset asset) throws SQLException {
        String select = "SELECT id FROM account WHERE owner = ? AND asset = ? AND side = 'OWN'";
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setString(1, owner.reference());
            statement.setString(2, asset.name());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(row.getLong("id"), Objects.requireNonNull(Utc.read(row, "at")), row.getLong("amount"),
                row.getLong("balance"), source(row), row.getString("phase"), row.getObject("reverses", Long.class));
    }

    private static Source source(ResultSet row) throws SQLException {
        return new Source(row.getString("source_kind"), row.getString("source_reference"));
    }

    static Map<Long, Source> sources(Connection connection, Collection<Long> transfers) throws SQLException {
        Map<Long, Source> sources = new HashMap<>();
        if (transfers.isEmpty()) {
            return sources;
        }
        String select = "SELECT id, source_kind, source_reference FROM transfer WHERE id IN (" + Sql.marks(transfers.size())
                + ")";
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            int i = 0;
            for (long id : transfers) {
                statement.setLong(++i, id);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    sources.put(row.getLong("id"), source(row));
                }
            }
        }
        return sources;
    }
}
