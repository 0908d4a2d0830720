package org.aixin.kernel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Remembers the first answer to a keyed request in the transaction that decides it. A concurrent twin waits at the primary key
 * until the first has committed. Batches call these two steps themselves; everything else goes through {@link Idempotent}.
 */
@ApplicationScoped
public class Idempotency {
    /** How long an answer is given again, in days; a request that is sent later under the same key is a new one. */
    public static final int KEPT_DAYS = 30;
    private static final HexFormat HEX = HexFormat.of();
    private final BusinessTime time;

    Idempotency(BusinessTime time) {
        this.time = time;
    }

    /** Claims the keys of these requests; answers by request id what was answered earlier, nothing where the caller is first. */
    public Map<String, StoredAnswer> claim(Connection connection, Collection<KeyedRequest> requests) throws SQLException {
        TreeMap<String, KeyedRequest> inOrder = new TreeMap<>();
        requests.forEach(request -> inOrder.putIfAbsent(request.id(), request));
        if (inOrder.isEmpty()) {
            return Map.of();
        }
        int size = inOrder.size();
        String rows = String.join(",", Collections.nCopies(size, "(?,?,?)"));
        String insert = "INSERT IGNORE INTO idempotency (id, hash, at) VALUES " + rows;
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            int i = 0;
            for (KeyedRequest request : inOrder.values()) {
                statement.setBytes(++i, HEX.parseHex(request.id()));
                statement.setBytes(++i, HEX.parseHex(request.hash()));
                statement.setTimestamp(++i, Timestamp.from(time.now()));
            }
            return statement.executeUpdate() == size ? Map.of() : earlier(connection, inOrder.keySet());
        }
    }

    /** Keeps the answers to requests that were claimed in this transaction. */
    public void store(Connection connection, Map<KeyedRequest, StoredAnswer> answers) throws SQLException {
        if (answers.isEmpty()) {
            return;
        }
        String rows = String.join(",", Collections.nCopies(answers.size(), "(?,?,?,?,?)"));
        String update = "INSERT INTO idempotency (id, hash, at, status, body) VALUES " + rows
                + " ON DUPLICATE KEY UPDATE body = IF(status IS NULL, VALUES(body), body),"
                + " status = COALESCE(status, VALUES(status))";
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            int i = 0;
            for (Map.Entry<KeyedRequest, StoredAnswer> answer : answers.entrySet()) {
                statement.setBytes(++i, HEX.parseHex(answer.getKey().id()));
                statement.setBytes(++i, HEX.parseHex(answer.getKey().hash()));
                statement.setTimestamp(++i, Timestamp.from(time.now()));
                statement.setInt(++i, answer.getValue().status());
                statement.setString(++i, answer.getValue().body());
            }
            statement.executeUpdate();
        }
    }

    /** Gives up claims of this transaction that were refused in a way that is not kept, so that they can be sent again. */
    public void release(Connection connection, Collection<KeyedRequest> requests) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("DELETE FROM idempotency WHERE id = ? AND status IS NULL")) {
            for (KeyedRequest request : requests) {
                statement.setBytes(1, HEX.parseHex(request.id()));
                statement.executeUpdate();
            }
        }
    }

    /** Forgets at most so many answers that were given before this moment; answers how many it forgot. */
    public int forget(Connection connection, Instant before, int most) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("DELETE FROM idempotency WHERE at < ? ORDER BY at LIMIT ?")) {
            statement.setTimestamp(1, Timestamp.from(before));
            statement.setInt(2, most);
            return statement.executeUpdate();
        }
    }

    private static Map<String, StoredAnswer> earlier(Connection connection, Collection<String> ids) throws SQLException {
        String marks = Sql.marks(ids.size());
        String select = "SELECT id, hash, status, body FROM idempotency WHERE status IS NOT NULL AND id IN (" + marks + ")";
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            List<String> given = new ArrayList<>(ids);
            for (int i = 0; i < given.size(); i++) {
                statement.setBytes(i + 1, HEX.parseHex(given.get(i)));
            }
            Map<String, StoredAnswer> earlier = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    earlier.put(HEX.formatHex(row.getBytes(1)),
                            new StoredAnswer(HEX.formatHex(row.getBytes(2)), row.getInt(3), row.getString(4)));
                }
            }
            return earlier;
        }
    }
}
