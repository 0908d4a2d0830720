package org.aixin.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The ledger recomputed from its rows, all of them as they stood at one moment. */
final class Reconciliation {
    private static final int MOST = 100;
    private final Connection connection;
    private final Locale language;

    private Reconciliation(Connection connection, Locale language) {
        this.connection = connection;
        this.language = language;
    }

    /** Reads in a transaction of its own on a connection that has none. */
    static LedgerCheck of(Connection connection, Locale language) throws SQLException {
        int isolation = connection.getTransactionIsolation();
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try {
            return new Reconciliation(connection, language).check();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(isolation);
        }
    }

    private LedgerCheck check() throws SQLException {
        long transfers = count("transfer");
        long accounts = count("account");
        Map<String, Long> sums = sums();
        List<String> problems = new ArrayList<>();
        sums.forEach((asset, sum) -> {
            if (sum != 0) {
                problems.add(unbalanced(asset, sum));
            }
        });
        for (Finding finding : Finding.values()) {
            find(finding, problems);
        }
        return new LedgerCheck(problems.isEmpty(), transfers, accounts, sums, List.copyOf(problems));
    }

    private String unbalanced(String asset, long sum) {
        return language.getLanguage().equals("en")
                ? "All accounts of " + asset + " add up to " + sum + ", not to 0"
                : asset + " 全部账户合计为 " + sum + "，应为 0";
    }

    private long count(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Map<String, Long> sums() throws SQLException {
        Map<String, Long> sums = new LinkedHashMap<>();
        for (Asset asset : Asset.values()) {
            sums.put(asset.name(), 0L);
        }
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(Finding.SUMS)) {
            while (row.next()) {
                sums.put(row.getString(1), row.getLong(2));
            }
        }
        return sums;
    }

    private void find(Finding finding, List<String> problems) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(MOST);
            try (ResultSet row = statement.executeQuery(finding.query())) {
                while (problems.size() < MOST && row.next()) {
                    problems.add(finding.words(language, columns(row)));
                }
            }
        }
    }

    private static Object[] columns(ResultSet row) throws SQLException {
        Object[] columns = new Object[row.getMetaData().getColumnCount()];
        for (int i = 0; i < columns.length; i++) {
            String value = row.getString(i + 1);
            columns[i] = value == null ? "—" : value;
        }
        return columns;
    }
}
