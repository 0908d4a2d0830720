package org.aixin.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;

/** The rows of claimed sources. Only a claim that was won may be followed by its transfer. */
final class Claims {
    private Claims() {
    }

    /** All claims, of whatever phase, that stand for the sources of these. */
    static Set<Claim> standing(Connection connection, Collection<Claim> asked) throws SQLException {
        Set<Claim> standing = new HashSet<>();
        if (asked.isEmpty()) {
            return standing;
        }
        String any = String.join(" OR ", Collections.nCopies(asked.size(), "(kind = ? AND reference = ? AND asset = ?)"));
        String select = "SELECT kind, reference, asset, phase FROM claimed_source WHERE " + any;
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            int i = 0;
            for (Claim claim : asked) {
                statement.setString(++i, claim.kind());
                statement.setString(++i, claim.reference());
                statement.setString(++i, claim.asset().name());
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    standing.add(
                            new Claim(row.getString(1), row.getString(2), Asset.valueOf(row.getString(3)), row.getString(4)));
                }
            }
        }
        return standing;
    }

    /** Claims all of these, waiting for others who are about to claim one; claims nothing and answers false where one is lost. */
    static boolean win(Connection connection, SortedSet<Claim> claims) throws SQLException {
        if (claims.isEmpty()) {
            return true;
        }
        execute(connection, "SAVEPOINT before_claims");
        if (insert(connection, claims) == claims.size()) {
            return true;
        }
        execute(connection, "ROLLBACK TO SAVEPOINT before_claims");
        return false;
    }

    private static int insert(Connection connection, SortedSet<Claim> claims) throws SQLException {
        String rows = String.join(",", Collections.nCopies(claims.size(), "(?,?,?,?)"));
        String insert = "INSERT IGNORE INTO claimed_source (kind, reference, asset, phase) VALUES " + rows;
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            int i = 0;
            for (Claim claim : claims) {
                statement.setString(++i, claim.kind());
                statement.setString(++i, claim.reference());
                statement.setString(++i, claim.asset().name());
                statement.setString(++i, claim.phase());
            }
            return statement.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
