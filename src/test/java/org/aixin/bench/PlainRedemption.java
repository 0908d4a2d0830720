package org.aixin.bench;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

import org.aixin.kernel.Ids;
import org.aixin.kernel.TestDatabase;

/**
 * The comparison: what a reservation writes, in plain JDBC with statements prepared once, one transaction a reservation. It is
 * given an advantage: no HTTP, no sign-in, shop, member and goods are known, nothing is looked up that does not decide.
 */
final class PlainRedemption {
    /** A member and the number of their account. */
    record Buyer(long member, long account) {
    }

    /** A shelf, and the account that takes the points. */
    record Shelf(long shop, long goods, long redeemed) {
    }

    private static final List<String> STATEMENTS = List.of(
            "INSERT IGNORE INTO idempotency (id, hash, at) VALUES (?,?,?)",
            "SELECT on_hand - held FROM stock WHERE shop_id = ? AND goods_id = ?",
            "SELECT balance, held FROM account_balance WHERE account_id = ? FOR UPDATE",
            "INSERT INTO claimed_source (kind, reference, asset, phase) VALUES ('order',?,'POINTS','HOLD')",
            "INSERT INTO transfer (id, debit, credit, asset, amount, phase, source_kind, source_reference, actor, at, deadline,"
                    + " debit_after) VALUES (?,?,?,'POINTS',1,'HOLD','order',?,?,?,?,?)",
            "UPDATE account_balance SET held = held + 1, last_transfer = ? WHERE account_id = ? AND balance - held >= 1",
            "INSERT INTO orders (id, code, shop_id, member_id, points, status, made_at, expires_at, hold)"
                    + " VALUES (?,?,?,?,1,'RESERVED',?,?,?)",
            "INSERT INTO order_line (order_id, goods_id, quantity, points, counted) VALUES (?,?,1,1,FALSE)",
            "UPDATE idempotency SET status = 201, body = ? WHERE id = ?",
            "UPDATE stock SET held = held + 1 WHERE shop_id = ? AND goods_id = ? AND on_hand >= held + 1");
    private static final String ANSWER = "{\"id\":\"912069504853352386\",\"code\":\"3471076386799961\",\"status\":\"reserved\"}";
    private final String url;
    private final Properties user;
    private final Shelf shelf;
    private final List<Buyer> buyers;

    PlainRedemption(TestDatabase database, Shelf shelf, List<Buyer> buyers) {
        this.url = database.url();
        this.user = new Properties();
        this.user.putAll(Map.of("user", database.user(), "password", database.password(), "connectionTimeZone", "UTC",
                "forceConnectionTimeZoneToSession", "true", "cachePrepStmts", "true"));
        this.shelf = shelf;
        this.buyers = buyers;
    }

    /** So many connections reserve for so long. */
    Rush rush(Duration span, int connections) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
        long begun = System.nanoTime();
        List<Future<Integer>> desks = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            desks.add(threads.submit(() -> desk(begun + span.toNanos(), millis)));
        }
        int done = 0;
        for (Future<Integer> desk : desks) {
            done += desk.get();
        }
        threads.shutdown();
        return Rush.of(Map.of(201, done), (System.nanoTime() - begun) / 1e9,
                millis.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private int desk(long end, ConcurrentLinkedQueue<Double> millis) throws SQLException {
        int done = 0;
        try (Connection connection = DriverManager.getConnection(url, user)) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            List<PreparedStatement> statements = new ArrayList<>();
            for (String each : STATEMENTS) {
                statements.add(connection.prepareStatement(each));
            }
            for (long asked = System.nanoTime(); asked < end; asked = System.nanoTime()) {
                if (reserved(connection, statements)) {
                    done++;
                    millis.add((System.nanoTime() - asked) / 1e6);
                }
            }
        }
        return done;
    }

    private boolean reserved(Connection connection, List<PreparedStatement> statements) throws SQLException {
        try {
            reserve(statements);
            connection.commit();
            return true;
        } catch (SQLTransientException lost) {
            connection.rollback();
            return false;
        }
    }

    private void reserve(List<PreparedStatement> to) throws SQLException {
        Buyer buyer = buyers.get(ThreadLocalRandom.current().nextInt(buyers.size()));
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        long order = Ids.next(), transfer = Ids.next();
        byte[] key = key(), hash = key();
        run(to.get(0), key, hash, now);
        read(to.get(1), shelf.shop, shelf.goods);
        long balance = read(to.get(2), buyer.account);
        run(to.get(3), Long.toString(order));
        run(to.get(4), transfer, buyer.account, shelf.redeemed, Long.toString(order), "member:" + buyer.member, now,
                now.plusDays(30), balance);
        run(to.get(5), transfer, buyer.account);
        run(to.get(6), order, "3" + "%015d".formatted(order % 1_000_000_000_000_000L), shelf.shop, buyer.member, now,
                now.plusDays(30), transfer);
        run(to.get(7), order, shelf.goods);
        run(to.get(8), ANSWER, key);
        run(to.get(9), shelf.shop, shelf.goods);
    }

    private static byte[] key() {
        UUID one = UUID.randomUUID(), two = UUID.randomUUID();
        return ByteBuffer.allocate(32).putLong(one.getMostSignificantBits()).putLong(one.getLeastSignificantBits())
                .putLong(two.getMostSignificantBits()).putLong(two.getLeastSignificantBits()).array();
    }

    private static void run(PreparedStatement statement, Object... values) throws SQLException {
        bind(statement, values);
        if (statement.executeUpdate() != 1) {
            throw new SQLTransientException("not done: " + statement);
        }
    }

    private static long read(PreparedStatement statement, Object... values) throws SQLException {
        bind(statement, values);
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
