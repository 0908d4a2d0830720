package org.aixin.kernel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

/**
 * Short statements on the database, in the caller's transaction where there is one. Values are always bound, instants as the UTC
 * that the columns hold; a collection fills as many question marks as it has members.
 */
@ApplicationScoped
public class Sql {
    /** How one row is read. */
    public interface Row<T> {
        /** Reads the row at which the result stands. */
        T read(ResultSet row) throws SQLException;
    }

    private final AgroalDataSource database;

    Sql(AgroalDataSource database) {
        this.database = database;
    }

    /** Runs a statement that changes rows; answers how many it found. Alone, outside a transaction, it is tried again as one is. */
    public int update(String statement, @Nullable Object... values) {
        return QuarkusTransaction.isActive()
                ? prepared(statement, values, PreparedStatement::executeUpdate)
                : Transactions.again(() -> prepared(statement, values, PreparedStatement::executeUpdate));
    }

    /** Like {@link #update}, but a row that a UNIQUE or FOREIGN KEY refuses answers the problem instead of a failure. */
    public int updateOr(Problem refusal, String statement, @Nullable Object... values) {
        try {
            return update(statement, values);
        } catch (IllegalStateException failed) {
            throw failed.getCause() instanceof SQLIntegrityConstraintViolationException ? refusal : failed;
        }
    }

    /** All rows of a query. */
    public <T> List<T> rows(String query, Row<T> row, @Nullable Object... values) {
        return prepared(query, values, statement -> {
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row.read(result));
                }
            }
            return rows;
        });
    }

    /** The first row of a query, if there is one. */
    public <T> Optional<T> first(String query, Row<T> row, @Nullable Object... values) {
        return rows(query, row, values).stream().findFirst();
    }

    /** Inserts many rows by one statement, whose text ends with {@code VALUES}; answers how many it kept, none for none. */
    public int insert(String statement, List<@Nullable Object[]> rows) {
        return rows.isEmpty() ? 0 : update(statement + " " + groups(rows), values(rows));
    }

    /** Like {@link #insert}, but where a UNIQUE or FOREIGN KEY refuses one of the rows none is kept, and the problem is thrown. */
    public int insertOr(Problem refusal, String statement, List<@Nullable Object[]> rows) {
        return rows.isEmpty() ? 0 : updateOr(refusal, statement + " " + groups(rows), values(rows));
    }

    private static String groups(List<@Nullable Object[]> rows) {
        return String.join(",", Collections.nCopies(rows.size(), "(" + marks(rows.get(0).length) + ")"));
    }

    private static List<@Nullable Object> values(List<@Nullable Object[]> rows) {
        List<@Nullable Object> values = new ArrayList<>();
        rows.forEach(each -> Collections.addAll(values, each));
        return values;
    }

    /** What needs the connection itself, such as a posting to the ledger. */
    public interface Task<T> {
        /** Does it. */
        T on(Connection connection) throws SQLException;
    }

    /** Lends the connection. */
    public <T> T with(Task<T> task) {
        try (Connection connection = database.getConnection()) {
            return task.on(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** So many question marks, for as many values or for one collection of them. */
    public static String marks(int count) {
        return String.join(",", Collections.nCopies(count, "?"));
    }

    /** An instant column, null where it is NULL. */
    public static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /** A BIGINT column, null where it is NULL. */
    public static @Nullable Long id(ResultSet row, int column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? null : id;
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private <T> T prepared(String sql, @Nullable Object[] values, Work<T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            int i = 0;
            for (Object value : values) {
                for (Object one : value instanceof Collection<?> several ? several : Collections.singletonList(value)) {
                    statement.setObject(++i, one instanceof Instant at ? Timestamp.from(at) : one);
                }
            }
            return work.on(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
