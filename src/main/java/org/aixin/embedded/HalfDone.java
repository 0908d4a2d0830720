package org.aixin.embedded;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Knows a migration that was killed in its middle, of which Flyway keeps nothing: before each its version is written on the table of
 * history, as its comment. A version that stands there and not in the history was begun and never finished. Whoever looks holds
 * Flyway's lock, so no other node is in the middle of it.
 */
final class HalfDone implements Callback {
    private static final String HISTORY = "flyway_schema_history", BEGUN = "begun: ";

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        String version = String.valueOf(context.getMigrationInfo().getVersion());
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            begun(statement).ifPresent(unfinished -> {
                throw refusal(unfinished);
            });
            statement.execute("ALTER TABLE " + HISTORY + " COMMENT = '" + BEGUN + version + "'");
        } catch (SQLException failed) {
            throw new IllegalStateException("It cannot be kept that the migration " + version + " begins", failed);
        }
    }

    private static Optional<String> begun(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "SELECT SUBSTRING(t.table_comment, %d) FROM information_schema.tables t WHERE t.table_schema = DATABASE() AND t.table_name = '%s' AND t.table_comment LIKE '%s%%' AND SUBSTRING(t.table_comment, %d) NOT IN (SELECT version FROM %s WHERE success AND version IS NOT NULL)"
                        .formatted(BEGUN.length() + 1, HISTORY, BEGUN, BEGUN.length() + 1, HISTORY))) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /** What a person does about it who runs the database. */
    static Refusal refusal(String version) {
        return new Refusal(
                "数据库的升级停在 V%s 的中间，表结构只改了一半；数据库自己退不回去。请把整个数据库恢复成升级前的备份，再启动；如果这是第一次启动、里面还没有数据，请把数据库清空（删掉重建）后再启动。恢复后，原来的版本仍可照常使用。"
                        .formatted(version),
                "The upgrade of the database was cut short in the middle of V%s, which has changed half of its tables and cannot be taken back. Restore the whole database from the backup made before the upgrade and start again; if this was a first start and there is no data yet, drop and recreate the empty database. After restoring, the former build still works."
                        .formatted(version));
    }

    @Override
    public String getCallbackName() {
        return "half done";
    }
}
