package org.aixin.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

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
            + " reverses FROM transfer FORCE INDEX (%s) WHERE %s = ? AND id > ? AND id < ?%s"
            + " AND phase NOT IN ('HOLD', 'VOID', 'LAPSE') ORDER BY id DESC LIMIT ?)";
    private static final String TRACES = "SELECT id, reverses, at, source_kind, source_reference, phase <> 'SHORTFALL'"
            + " FROM transfer WHERE ";

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
    static List<Entry> entries(Connection connection, Owner owner, Asset asset, Sought sought, int limit) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        long account = own(connection, owner, asset);
        String select = lines("-", "debit", sought) + " UNION ALL " + lines("", "credit", sought) + " ORDER BY id DESC LIMIT ?";
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            List<Object> values = new ArrayList<>();
            for (int side = 0; side < 2; side++) {
                values.addAll(List.of(account, sought.aboveId(), sought.belowId()));
                if (sought.kind() != null) {
                    values.addAll(List.of(asset.name(), sought.kind()));
                }
                Stream.of(sought.from(), sought.until()).filter(Objects::nonNull).forEach(at -> values.add(Utc.of(at)));
                values.add(limit);
            }
            values.add(limit);
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    entries.add(entry(row));
                }
            }
        }
        return entries;
    }

    private static String lines(String sign, String side, Sought sought) {
        String index = sought.kind() == null ? "transfer_" + side : "transfer_" + side + "_kind";
        String only = (sought.kind() == null ? "" : " AND asset = ? AND source_kind = ?")
                + (sought.from() == null ? "" : " AND at >= ?") + (sought.until() == null ? "" : " AND at < ?");
        return LINES.formatted(sign, side + "_after", index, side, only);
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

    static Optional<Long> posted(Connection connection, long hold) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("SELECT id FROM transfer WHERE resolves = ? AND phase = 'POST'")) {
            statement.setLong(1, hold);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    /** The first transfer by id, from either side. */
    static Optional<Instant> firstAt(Connection connection, Owner owner, Asset asset) throws SQLException {
        String first = "(SELECT id, at FROM transfer WHERE %s = ? ORDER BY id LIMIT 1)";
        String select = first.formatted("debit") + " UNION ALL " + first.formatted("credit") + " ORDER BY id LIMIT 1";
        long account = own(connection, owner, asset);
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setLong(1, account);
            statement.setLong(2, account);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.ofNullable(Utc.read(row, "at")) : Optional.empty();
            }
        }
    }

    /** The transfers with these ids, by id. */
    static Map<Long, Trace> traces(Connection connection, Collection<Long> transfers) throws SQLException {
        return traces(connection, "id", transfers);
    }

    /** The reversals of these transfers, by what they reverse. */
    static Map<Long, Trace> reversals(Connection connection, Collection<Long> transfers) throws SQLException {
        return traces(connection, "reverses", transfers);
    }

    private static Map<Long, Trace> traces(Connection connection, String key, Collection<Long> transfers) throws SQLException {
        Map<Long, Trace> traces = new HashMap<>();
        if (transfers.isEmpty()) {
            return traces;
        }
        String select = TRACES + key + " IN (" + Sql.marks(transfers.size()) + ")";
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            int i = 0;
            for (long id : transfers) {
                statement.setLong(++i, id);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    traces.put(row.getLong(key), new Trace(row.getLong("id"), Objects.requireNonNull(Utc.read(row, "at")),
                            source(row), row.getBoolean(6)));
                }
            }
        }
        return traces;
    }
}
