package org.aixin.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;

import org.aixin.kernel.TestDatabase;
import org.aixin.seal.Verified.Difference;
import org.aixin.seal.Verified.What;

import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A database administrator without triggers and foreign keys in the way changes a sealed ledger: temporary tables stand before the
 * real ones, as a connection of that administrator would see them without triggers.
 */
@QuarkusTest
class TamperingTest {
    private static final int TRANSFERS = 30, EACH = 10, CASES = 100;
    private static final List<String> TABLES = List.of("transfer", "seal_log", "seal");
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private final SealKey key = SealKey.made();
    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final List<Seal> made = new ArrayList<>();

    private Connection connection;

    @BeforeEach
    void a_sealed_ledger() throws SQLException {
        connection = TestDatabase.present().asOwner();
        for (String table : TABLES) {
            run("CREATE TEMPORARY TABLE " + table + "_shadow LIKE " + table);
            run("ALTER TABLE " + table + "_shadow RENAME TO " + table);
        }
        connection.setAutoCommit(false);
        for (int i = 0; i < TRANSFERS; i++) {
            insert(id(i), 1 + random.nextInt(50), BEGIN.plusSeconds(60L * i));
        }
        log();
        seal(key, EACH);
        for (String table : TABLES) {
            run("CREATE TEMPORARY TABLE kept_" + table + " SELECT * FROM " + table);
        }
        assertThat(verify(List.of())).isNull();
    }

    @AfterEach
    void leave() throws SQLException {
        connection.close();
    }

    private void restore() throws SQLException {
        for (String table : TABLES) {
            run("DELETE FROM " + table);
            run("INSERT INTO " + table + " SELECT * FROM kept_" + table);
        }
    }

    private static long id(int number) {
        return 1000L + number * 10L;
    }

    private void insert(long id, long amount, Instant at) throws SQLException {
        run(("INSERT INTO transfer (id, debit, credit, asset, amount, phase, source_kind, source_reference, actor, at)"
                + " VALUES (%d, 1, 2, 'POINTS', %d, 'MOVE', 'award', 'deed:%d', 'member:7', '%s')").formatted(id, amount, id,
                        at.toString().replace("T", " ").replace("Z", "")));
    }

    private void log() throws SQLException {
        log("t.id");
    }

    private void log(String order) throws SQLException {
        List<Long> ids = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT t.id, " + Leaf.COLUMNS + " FROM transfer t ORDER BY " + order)) {
            while (row.next()) {
                ids.add(row.getLong(1));
                texts.add(Leaf.text(row, 2));
            }
        }
        for (int i = 0; i < ids.size(); i++) {
            log(i, ids.get(i), Merkle.leaf(texts.get(i)));
        }
    }

    private void log(long position, long transfer, byte[] leaf) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("INSERT INTO seal_log (position, transfer, leaf) VALUES (?, ?, ?)")) {
            statement.setLong(1, position);
            statement.setLong(2, transfer);
            statement.setBytes(3, leaf);
            statement.executeUpdate();
        }
    }

    /** Seals the log from its rows, each so many transfers. */
    private void seal(SealKey by, int each) throws SQLException {
        made.clear();
        Frontier frontier = new Frontier();
        List<byte[]> leaves = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT leaf FROM seal_log ORDER BY position")) {
            while (row.next()) {
                leaves.add(row.getBytes(1));
            }
        }
        for (byte[] leaf : leaves) {
            frontier.add(leaf);
            if (frontier.size() % each == 0 || frontier.size() == leaves.size()) {
                long wait = frontier.size() == leaves.size() ? 600 : 30;
                made.add(Seal.sign(by, made.size() + 1, frontier.size(), frontier.root(),
                        BEGIN.plusSeconds(60 * frontier.size() + wait)));
            }
        }
        for (Seal seal : made) {
            run("INSERT INTO seal (number, size, root, at, key_id, signature) VALUES (%d, %d, x'%s', '%s', '%s', '%s')"
                    .formatted(seal.number(), seal.size(), seal.root(), seal.at(), seal.key(), seal.signature()));
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private @Nullable Difference verify(List<Seal> kept) throws SQLException {
        return new Verification(connection, List.of(key.half()), kept).run().difference();
    }

    private interface Tampering {
        void with(int position) throws SQLException;
    }

    private interface Expected {
        void of(int position, Difference found);
    }

    private void a_hundred_times(Tampering tampering, Expected expected) throws SQLException {
        for (int i = 0; i < CASES; i++) {
            int position = random.nextInt(TRANSFERS);
            tampering.with(position);
            Difference found = verify(List.of());
            assertThat(found).as("seed %d, position %d", seed, position).isNotNull();
            expected.of(position, Objects.requireNonNull(found));
            restore();
        }
    }

    private static void is_the_very(int position, Difference found) {
        assertThat(found.from()).isEqualTo(position);
        assertThat(found.to()).isEqualTo(position);
        assertThat(found.transfer()).isEqualTo(id(position));
    }

    private static void lies_between(int position, Difference found) {
        assertThat((long) position).isBetween(found.from(), found.to());
        assertThat(found.to() - found.from()).isLessThan(EACH);
    }

    @Test
    void an_edited_transfer_is_found() throws SQLException {
        List<String> edits = List.of("amount = amount + 1", "credit = 3", "at = at + INTERVAL 1 SECOND", "actor = 'member:8'",
                "phase = 'SETTLE'", "source_reference = CONCAT(source_reference, 'x')", "credit_after = 5", "asset = 'MERIT'");
        a_hundred_times(position -> run("UPDATE transfer SET " + edits.get(random.nextInt(edits.size())) + " WHERE id = "
                + id(position)), (position, found) -> {
                    assertThat(found.what()).isEqualTo(What.CHANGED);
                    is_the_very(position, found);
                });
    }

    @Test
    void an_edit_that_reaches_the_log_is_found() throws SQLException {
        a_hundred_times(position -> {
            run("UPDATE transfer SET amount = amount + 1 WHERE id = " + id(position));
            run("UPDATE seal_log SET leaf = x'%s' WHERE position = %d".formatted("ab".repeat(32), position));
        }, (position, found) -> lies_between(position, found));
    }

    @Test
    void a_deleted_transfer_is_found() throws SQLException {
        a_hundred_times(position -> run("DELETE FROM transfer WHERE id = " + id(position)), (position, found) -> {
            assertThat(found.what()).isEqualTo(What.DELETED);
            is_the_very(position, found);
        });
        a_hundred_times(position -> {
            run("DELETE FROM transfer WHERE id = " + id(position));
            run("DELETE FROM seal_log WHERE position = " + position);
        }, (position, found) -> assertThat(found.from()).isEqualTo(position));
    }

    @Test
    void an_inserted_transfer_is_found() throws SQLException {
        a_hundred_times(position -> insert(id(position) + 5, 500, BEGIN.plusSeconds(60L * position)), (position, found) -> {
            assertThat(found.what()).isEqualTo(What.SLIPPED_IN);
            assertThat(found.transfer()).isEqualTo(id(position) + 5);
        });
        a_hundred_times(position -> {
            insert(id(position) + 5, 500, BEGIN.plusSeconds(60L * position));
            run("UPDATE seal_log SET position = position + 1 WHERE position >= " + position + " ORDER BY position DESC");
            log(position, id(position) + 5, HexFormat.of().parseHex("cd".repeat(32)));
        }, TamperingTest::lies_between);
    }

    @Test
    void a_transfer_that_was_slipped_in_is_found_even_after_it_was_sealed() throws SQLException {
        a_hundred_times(position -> {
            insert(id(position) + 5, 500, BEGIN.plusSeconds(30L * position));
            run("DELETE FROM seal_log");
            run("DELETE FROM seal");
            log("t.id = " + (id(position) + 5) + ", t.id");
            seal(key, EACH);
        }, (position, found) -> {
            assertThat(found.what()).isEqualTo(What.SLIPPED_IN);
            assertThat(found.from()).isEqualTo(TRANSFERS);
            assertThat(found.transfer()).isEqualTo(id(position) + 5);
        });
    }

    @Test
    void reordered_transfers_are_found() throws SQLException {
        a_hundred_times(position -> {
            int other = (position + 1 + random.nextInt(TRANSFERS - 1)) % TRANSFERS;
            long here = Math.min(position, other);
            long there = Math.max(position, other);
            run("UPDATE seal_log SET position = 9999 WHERE position = " + here);
            run("UPDATE seal_log SET position = " + here + " WHERE position = " + there);
            run("UPDATE seal_log SET position = " + there + " WHERE position = 9999");
        }, (position, found) -> assertThat(found.from()).isLessThanOrEqualTo(position));
    }

    @Test
    void a_ledger_cut_short_is_found() throws SQLException {
        a_hundred_times(position -> run("DELETE FROM transfer WHERE id >= " + id(position)),
                (position, found) -> is_the_very(position, found));
        a_hundred_times(position -> {
            run("DELETE FROM transfer WHERE id >= " + id(position));
            run("DELETE FROM seal_log WHERE position >= " + position);
        }, (position, found) -> assertThat(found.from()).isEqualTo(position));
    }

    @Test
    void a_ledger_cut_short_with_its_seals_is_found_by_a_seal_that_was_kept() throws SQLException {
        for (int i = 0; i < CASES; i++) {
            int left = random.nextInt(made.size() - 1) + 1;
            long size = made.get(left - 1).size();
            run("DELETE FROM transfer WHERE id >= " + id((int) size));
            run("DELETE FROM seal_log WHERE position >= " + size);
            run("DELETE FROM seal WHERE number > " + left);
            assertThat(verify(List.of())).isNull();
            Difference found = Objects.requireNonNull(verify(List.of(made.get(made.size() - 1))));
            assertThat(found.what()).isEqualTo(What.SEAL_MISSING);
            restore();
        }
    }

    @Test
    void a_ledger_rewritten_without_the_key_is_found() throws SQLException {
        SealKey forged = SealKey.made();
        for (int i = 0; i < CASES; i++) {
            rewrite(random.nextInt(TRANSFERS), forged);
            Difference found = Objects.requireNonNull(verify(List.of()));
            assertThat(found.what()).isEqualTo(What.NOT_SIGNED);
            assertThat(found.seal()).isEqualTo(1);
            restore();
        }
    }

    @Test
    void a_ledger_rewritten_with_the_key_is_found_by_a_seal_that_was_kept() throws SQLException {
        List<Seal> original = List.copyOf(made);
        int position = random.nextInt(TRANSFERS);
        rewrite(position, key);
        assertThat(verify(List.of())).isNull();
        Difference found = Objects.requireNonNull(verify(original));
        assertThat(found.what()).isEqualTo(What.OTHER_HISTORY);
        lies_between(position, found);
    }

    private void rewrite(int position, SealKey by) throws SQLException {
        run("UPDATE transfer SET amount = amount + 7 WHERE id = " + id(position));
        run("DELETE FROM seal_log");
        run("DELETE FROM seal");
        log();
        seal(by, EACH);
    }
}
