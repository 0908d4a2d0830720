package org.aixin.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.aixin.ledger.Ledger;
import org.aixin.seal.Seals;

import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * After each migration gives the service's own database user, where it is not the one that migrates, what it needs and no more:
 * it may read everything and add rows, but change and delete them only where a table is not append-only. It can neither drop nor
 * truncate a table, which no trigger would notice.
 */
final class TableGrants implements Callback {
    /** Goods keep their own book beside the ledger's. */
    private static final List<String> APPEND_ONLY = Stream
            .of(Ledger.APPEND_ONLY, Seals.APPEND_ONLY,
                    List.of("stock_entry", "household_pooling_change", "point_worth", "member_removal", "order_bearer",
                            "role_change", "clock_confirmation", "household_joining", "second_factor_setting",
                            "second_factor_reset"))
            .flatMap(List::stream).toList();
    /** What is added and, until anything refers to it, removed again, but never changed. */
    private static final List<String> UNCHANGED = List.of("standard_version", "standard_cap");
    private static final String HISTORY = "flyway_schema_history";
    private final Access access;

    TableGrants(Access access) {
        this.access = access;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        if (access.owner().equals(access.user())) {
            return;
        }
        try {
            grant(context.getConnection(), account());
        } catch (SQLException failed) {
            throw new IllegalStateException("The service's database user could not be given its rights", failed);
        }
    }

    /** The service's user as the server knows it, with the host it comes from. */
    private String account() throws SQLException {
        String server = access.url().replaceFirst("^(jdbc:mysql:[^/]*//[^/?]+/)[^?]*", "$1");
        try (Connection connection = DriverManager.getConnection(server, access.user(), access.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT CURRENT_USER()")) {
            row.next();
            String[] parts = row.getString(1).split("@", 2);
            return "'%s'@'%s'".formatted(parts[0], parts[1]);
        }
    }

    private static void grant(Connection connection, String account) throws SQLException {
        String database = "`" + connection.getCatalog() + "`";
        try (Statement statement = connection.createStatement()) {
            statement.execute("GRANT SELECT ON " + database + ".* TO " + account);
            for (String table : tables(statement)) {
                statement.execute("GRANT " + rights(table) + " ON " + database + ".`" + table + "` TO " + account);
            }
        }
    }

    private static String rights(String table) {
        return APPEND_ONLY.contains(table) ? "INSERT" : UNCHANGED.contains(table) ? "INSERT, DELETE" : "INSERT, UPDATE, DELETE";
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        tables.remove(HISTORY);
        return tables;
    }

    @Override
    public String getCallbackName() {
        return "table grants";
    }
}
