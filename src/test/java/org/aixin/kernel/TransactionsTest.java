package org.aixin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TransactionsTest {
    @Inject
    Sql sql;

    @Test
    void what_the_database_refuses_for_the_moment_is_tried_again() {
        AtomicInteger tried = new AtomicInteger();
        assertThat(Transactions.<String>run(() -> {
            if (tried.incrementAndGet() < 3) {
                throw new SQLException("Deadlock found", "40001", 1213);
            }
            return "done";
        })).isEqualTo("done");
        assertThat(tried).hasValue(3);
    }

    @Test
    void what_keeps_failing_is_given_up_and_what_fails_otherwise_is_not_repeated() {
        AtomicInteger tried = new AtomicInteger();
        assertThatThrownBy(() -> Transactions.run(() -> {
            tried.incrementAndGet();
            throw new SQLException("Deadlock found", "40001", 1213);
        })).satisfies(failed -> assertThat(Transactions.mayPass(failed)).isTrue());
        assertThat(tried).hasValue(8);
        assertThatThrownBy(() -> Transactions.run(() -> {
            tried.incrementAndGet();
            throw new SQLException("SQL syntax", "42000", 1064);
        })).satisfies(failed -> assertThat(Transactions.mayPass(failed)).isFalse());
        assertThat(tried).hasValue(9);
    }

    @Test
    void a_pool_without_a_free_connection_is_busy_and_not_broken() {
        assertThat(Transactions.mayPass(new IllegalStateException(new SQLException("Sorry, acquisition timeout!")))).isTrue();
    }

    @Test
    void inside_a_transaction_trying_again_is_left_to_whoever_began_it() {
        AtomicInteger tried = new AtomicInteger();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> Transactions.joined(() -> {
            tried.incrementAndGet();
            throw new SQLException("Deadlock found", "40001", 1213);
        }))).isInstanceOf(RuntimeException.class);
        assertThat(tried).hasValue(1);
    }

    /** Two that want two rows in opposite order: the database ends one of them, which then comes second. */
    @Test
    void a_real_deadlock_costs_nobody_anything() throws Exception {
        byte[] one = key(), other = key();
        insert(one);
        insert(other);
        CyclicBarrier both = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Integer> there = threads.submit(() -> touched(one, other, both)), back = threads.submit(
                    () -> touched(other, one, both));
            assertThat(there.get(60, TimeUnit.SECONDS) + back.get(60, TimeUnit.SECONDS)).isGreaterThanOrEqualTo(3);
        } finally {
            threads.shutdownNow();
        }
        assertThat(status(one)).isEqualTo(2);
        assertThat(status(other)).isEqualTo(2);
    }

    /** How often it was tried. */
    private int touched(byte[] first, byte[] second, CyclicBarrier both) {
        AtomicInteger tried = new AtomicInteger();
        return Transactions.run(() -> {
            sql.update("UPDATE idempotency SET status = status + 1 WHERE id = ?", first);
            if (tried.incrementAndGet() == 1) {
                both.await(30, TimeUnit.SECONDS);
            }
            sql.update("UPDATE idempotency SET status = status + 1 WHERE id = ?", second);
            return tried.get();
        });
    }

    private void insert(byte[] id) {
        sql.update("INSERT INTO idempotency (id, hash, status, body, at) VALUES (?, ?, 0, '', '2026-01-01')", id, id);
    }

    private int status(byte[] id) {
        return sql.first("SELECT status FROM idempotency WHERE id = ?", row -> row.getInt(1), id).orElseThrow();
    }

    private static byte[] key() {
        return java.nio.ByteBuffer.allocate(32).putLong(Ids.next()).array();
    }
}
