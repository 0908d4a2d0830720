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
import java.util.Objects;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Sql;

/** Reads the points of accounts by the days on which they were earned: not kept anywhere, but played again from the transfers. */
@ApplicationScoped
public class LotBook {
    private static final String COLUMNS = "SELECT a.owner, t.id, t.at, t.amount, t.phase, t.resolves, t.reverses, t.source_kind,"
            + " t.source_reference, %s AS comes_in, t.credit = (SELECT e.id FROM account e WHERE e.owner = '"
            + Owner.EXPIRED.reference() + "' AND e.asset = 'POINTS' AND e.side = 'OWN') AS expires"
            + " FROM account a JOIN transfer t ON t.%s = a.id WHERE a.asset = 'POINTS' AND a.side = 'OWN' AND a.owner IN (%s)";
    private static final String GIVEN_BACK = "SELECT DISTINCT a.owner FROM transfer t"
            + " JOIN account a ON a.id = CASE WHEN t.reverses IS NULL THEN t.debit ELSE t.credit END WHERE t.id > ?"
            + " AND t.asset = 'POINTS' AND (t.phase IN ('VOID', 'LAPSE') OR t.reverses IS NOT NULL) AND a.owner NOT LIKE 'system:%'";
    /** The ids of so many milliseconds: a transfer's id is made a while before others can see it. */
    private static final long TEN_MINUTES = 600_000L << 22;
    private final Sql sql;
    private final Pools pools;
    private final BusinessTime time;

    LotBook(Sql sql, Pools pools, BusinessTime time) {
        this.sql = sql;
        this.pools = pools;
        this.time = time;
    }

    /** The points of an owner, as they stand. */
    public Lots lots(Owner owner) {
        return lots(List.of(owner)).getOrDefault(owner, new Lots(List.of()));
    }

    /** The points of several owners; one who never had any is left out. */
    public Map<Owner, Lots> lots(Collection<Owner> owners) {
        return owners.isEmpty() ? Map.of() : sql.with(connection -> read(connection, owners));
    }

    /**
     * The points of an owner, who can neither gain nor spend any until the caller's transaction ends, and neither can
     * those who pool with the owner. It has to post next: the balances are what is locked last.
     */
    public Lots locked(Connection connection, Owner owner) throws SQLException {
        TreeSet<AccountName> names = new TreeSet<>(List.of(new AccountName(owner, Asset.POINTS)));
        pools.mates(connection, List.of(owner)).getOrDefault(owner, List.of())
                .forEach(mate -> names.add(new AccountName(mate, Asset.POINTS)));
        Accounts.lock(connection, new Accounts.Wanted(names, new TreeSet<>()));
        return read(connection, List.of(owner)).getOrDefault(owner, new Lots(List.of()));
    }

    /** Those of these owners who have points that can be spent. */
    public List<Owner> withPoints(Collection<Owner> owners) {
        String select = "SELECT a.owner FROM account a JOIN account_balance b ON b.account_id = a.id WHERE a.asset = 'POINTS'"
                + " AND a.side = 'OWN' AND b.balance > b.held AND a.owner IN (" + Sql.marks(Math.max(1, owners.size())) + ")";
        return owners.isEmpty()
                ? List.of()
                : sql.rows(select, row -> new Owner(row.getString(1)), owners.stream().map(Owner::reference).toList());
    }

    /** Up to which transfer everything can be seen by now, whatever ids a clock that was ahead has made. */
    public long mark() {
        long newest = sql.first("SELECT COALESCE(MAX(id), 0) FROM transfer", row -> row.getLong(1)).orElse(0L);
        return Math.min(newest, Ids.first(time.now())) - TEN_MINUTES;
    }

    /** To whom points were given back after that transfer: by the end of a hold or by a reversal. */
    public List<Owner> givenBackSince(long transfer) {
        return sql.rows(GIVEN_BACK, row -> new Owner(row.getString(1)), transfer);
    }

    private Map<Owner, Lots> read(Connection connection, Collection<Owner> owners) throws SQLException {
        String marks = Sql.marks(owners.size());
        String select = COLUMNS.formatted("TRUE", "credit", marks) + " UNION ALL " + COLUMNS.formatted("FALSE", "debit", marks)
                + " ORDER BY id";
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            int i = 0;
            for (Owner owner : Collections.nCopies(2, owners).stream().flatMap(Collection::stream).toList()) {
                statement.setString(++i, owner.reference());
            }
            Map<Owner, List<Change>> histories = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    histories.computeIfAbsent(new Owner(row.getString("owner")), owner -> new ArrayList<>()).add(change(row));
                }
            }
            Map<Owner, Lots> lots = new HashMap<>();
            histories.forEach((owner, history) -> lots.put(owner, new Lots(history)));
            return lots;
        }
    }

    private Change change(ResultSet row) throws SQLException {
        return new Change(row.getLong("id"), time.day(Objects.requireNonNull(Utc.read(row, "at"))), row.getBoolean("comes_in"),
                row.getBoolean("expires"), row.getLong("amount"), Phase.valueOf(row.getString("phase")),
                row.getObject("resolves", Long.class), row.getObject("reverses", Long.class),
                new Source(row.getString("source_kind"), row.getString("source_reference")));
    }
}
