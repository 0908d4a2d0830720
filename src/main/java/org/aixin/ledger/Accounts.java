package org.aixin.ledger;

import java.security.SecureRandom;
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
import java.util.SortedSet;
import java.util.TreeSet;

import org.aixin.kernel.Sql;

/** The rows of accounts: found or opened, their balances locked in the order of their ids, and changed. */
final class Accounts {
    /** Names of accounts: all that are needed, and those that are opened where they are missing. */
    record Wanted(SortedSet<AccountName> all, SortedSet<AccountName> opened) {
    }

    private static final SecureRandom RANDOM = new SecureRandom();

    private Accounts() {
    }

    /** The accounts with these names, locked until the transaction ends; those to be opened are. */
    static List<Account.Row> lock(Connection connection, Wanted wanted) throws SQLException {
        List<Account.Row> found = find(connection, wanted.all);
        SortedSet<AccountName> missing = new TreeSet<>(wanted.opened);
        found.forEach(row -> missing.remove(row.name()));
        if (!missing.isEmpty()) {
            open(connection, missing);
            found.addAll(find(connection, missing));
        }
        return locked(connection, found);
    }

    private static List<Account.Row> find(Connection connection, Collection<AccountName> names) throws SQLException {
        if (names.isEmpty()) {
            return new ArrayList<>();
        }
        String any = String.join(" OR ", Collections.nCopies(names.size(), "(owner = ? AND asset = ?)"));
        String select = "SELECT id, owner, asset, side FROM account WHERE " + any;
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            int i = 0;
            for (AccountName name : names) {
                statement.setString(++i, name.owner().reference());
                statement.setString(++i, name.asset().name());
            }
            List<Account.Row> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    AccountName name = new AccountName(new Owner(row.getString(2)), Asset.valueOf(row.getString(3)));
                    found.add(new Account.Row(row.getLong(1), name, Side.valueOf(row.getString(4)), 0, 0, 0));
                }
            }
            return found;
        }
    }

    /** Opens an account, and one for what is owed with it; one that somebody else opened meanwhile is left as it is. */
    private static void open(Connection connection, SortedSet<AccountName> names) throws SQLException {
        List<Account.Row> opened = new ArrayList<>();
        for (AccountName name : names) {
            opened.add(new Account.Row(pseudonym(), name, Side.OWN, 0, 0, 0));
            if (!name.owner().isSystem()) {
                opened.add(new Account.Row(pseudonym(), name, Side.OWED, 0, 0, 0));
            }
        }
        String rows = String.join(",", Collections.nCopies(opened.size(), "(?,?,?,?)"));
        String insert = "INSERT IGNORE INTO account (id, owner, asset, side) VALUES " + rows;
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            int i = 0;
            for (Account.Row row : opened) {
                statement.setLong(++i, row.id());
                statement.setString(++i, row.name().owner().reference());
                statement.setString(++i, row.name().asset().name());
                statement.setString(++i, row.side().name());
            }
            statement.executeUpdate();
        }
        openBalances(connection, opened);
    }

    private static void openBalances(Connection connection, List<Account.Row> opened) throws SQLException {
        String insert = "INSERT INTO account_balance (account_id, side) SELECT id, side FROM account WHERE id IN ("
                + Sql.marks(opened.size())
                + ") AND owner NOT LIKE 'system:%'";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (int i = 0; i < opened.size(); i++) {
                statement.setLong(i + 1, opened.get(i).id());
            }
            statement.executeUpdate();
        }
    }

    private static long pseudonym() {
        return 1 + RANDOM.nextLong(Long.MAX_VALUE);
    }

    private static List<Account.Row> locked(Connection connection, List<Account.Row> rows) throws SQLException {
        List<Account.Row> hot = rows.stream().filter(row -> !row.name().owner().isSystem()).toList();
        Map<Long, Account.Row> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.id(), row));
        if (hot.isEmpty()) {
            return rows;
        }
        String select = "SELECT account_id, balance, held, last_transfer FROM account_balance FORCE INDEX (PRIMARY)"
                + " WHERE account_id IN (" + Sql.marks(hot.size()) + ") ORDER BY account_id FOR UPDATE";
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            for (int i = 0; i < hot.size(); i++) {
                statement.setLong(i + 1, hot.get(i).id());
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    long balance = row.getLong(2);
                    long held = row.getLong(3);
                    long last = row.getLong(4);
                    byId.computeIfPresent(row.getLong(1),
                            (id, found) -> new Account.Row(id, found.name(), found.side(), balance, held, last));
                }
            }
        }
        return new ArrayList<>(byId.values());
    }

    /**
     * Writes what the accounts hold now, all in one statement; the database refuses what would fall below zero. Throws where a
     * row is not as it was read.
     */
    static void update(Connection connection, SortedMap<Long, Account> changed) throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        String rows = "SELECT ? AS id, ? AS more, ? AS more_held, ? AS last_transfer, ? AS balance"
                + " UNION ALL SELECT ?,?,?,?,?".repeat(changed.size() - 1);
        String update = "UPDATE (" + rows + ") now STRAIGHT_JOIN account_balance b ON b.account_id = now.id"
                + " SET b.balance = b.balance + now.more, b.held = b.held + now.more_held, b.last_transfer = now.last_transfer"
                + " WHERE b.balance + now.more = now.balance";
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            int i = 0;
            for (Account account : changed.values()) {
                statement.setLong(++i, account.id());
                statement.setLong(++i, account.balanceChange());
                statement.setLong(++i, account.heldChange());
                statement.setLong(++i, account.lastTransfer());
                statement.setLong(++i, account.balance());
            }
            if (statement.executeUpdate() != changed.size()) {
                throw new SQLException("A balance is not what it was when it was locked");
            }
        }
    }
}
