package org.aixin.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.TestDatabase;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to edit the ledger, tried by the service's own database user and by the owner of the tables. */
@QuarkusTest
class AppendOnlyTest {
    @Inject
    Ledger ledger;

    @Inject
    AgroalDataSource database;

    @Inject
    BusinessTime time;

    private long transfer;
    private long account;

    @BeforeEach
    void a_member_has_earned_ten() throws SQLException {
        Owner member = Owner.member(Ids.next());
        Outcome outcome = ledger.post(new Command.Move(new Source("award", "test:" + Ids.next()), "test", Asset.POINTS,
                Owner.ISSUER, member, 10));
        transfer = ((Outcome.Posted) outcome).transfer();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT credit FROM transfer WHERE id = " + transfer)) {
            row.next();
            account = row.getLong(1);
        }
    }

    private String filled(String sql) {
        return sql.replace("$transfer", Long.toString(transfer)).replace("$account", Long.toString(account));
    }

    private void mustBeRefused(Connection connection, String sql, String... because) throws SQLException {
        try (connection; Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(filled(sql))).isInstanceOf(SQLException.class)
                    .satisfies(refusal -> assertThat(refusal.getMessage()).containsAnyOf(because));
        }
    }

    private void asService(String sql) throws SQLException {
        mustBeRefused(database.getConnection(), sql, "command denied", "Access denied");
    }

    private void asOwner(String sql) throws SQLException {
        mustBeRefused(TestDatabase.present().asOwner(), sql, "append only");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "UPDATE transfer SET amount = 1000 WHERE id = $transfer",
            "DELETE FROM transfer WHERE id = $transfer",
            "REPLACE INTO transfer SELECT * FROM transfer WHERE id = $transfer",
            "INSERT INTO transfer SELECT * FROM transfer t WHERE t.id = $transfer ON DUPLICATE KEY UPDATE amount = 1000",
            "TRUNCATE TABLE transfer",
            "DROP TABLE transfer",
            "ALTER TABLE transfer DROP CONSTRAINT transfer_amount",
            "RENAME TABLE transfer TO gone",
            "DROP TRIGGER transfer_stays",
            "CREATE INDEX more ON transfer (amount)"})
    void the_service_cannot_edit_transfers(String sql) throws SQLException {
        asService(sql);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "UPDATE account SET owner = 'member:thief' WHERE id = $account",
            "DELETE FROM account WHERE id = $account",
            "TRUNCATE TABLE account",
            "UPDATE claimed_source SET reference = 'again'",
            "DELETE FROM claimed_source",
            "TRUNCATE TABLE claimed_source",
            "UPDATE transfer_part SET transfer = $transfer",
            "DELETE FROM transfer_part",
            "TRUNCATE TABLE transfer_part",
            "ALTER TABLE account_balance DROP CONSTRAINT balance_never_below_zero"})
    void the_service_cannot_edit_accounts_and_claims(String sql) throws SQLException {
        asService(sql);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "UPDATE transfer SET amount = 1000 WHERE id = $transfer",
            "DELETE FROM transfer WHERE id = $transfer",
            "INSERT INTO transfer SELECT * FROM transfer t WHERE t.id = $transfer ON DUPLICATE KEY UPDATE amount = 1000",
            "UPDATE account SET owner = 'member:thief' WHERE id = $account",
            "DELETE FROM account WHERE id = $account",
            "UPDATE claimed_source SET reference = CONCAT(reference, '-')",
            "DELETE FROM claimed_source"})
    void even_the_owner_of_the_tables_meets_a_trigger(String sql) throws SQLException {
        asOwner(sql);
    }

    @Test
    void parts_of_a_transfer_stay_and_only_what_belongs_to_it_is_a_part() throws SQLException {
        Owner mate = Owner.member(Ids.next());
        Owner member = Owner.member(Ids.next());
        ledger.post(new Command.Move(new Source("award", "test:" + Ids.next()), "test", Asset.POINTS, Owner.ISSUER, mate, 10));
        Ledger pooled = new Ledger(database, time, (connection, owners) -> Map.of(member, List.of(mate)));
        ledger.post(new Command.Move(new Source("award", "test:" + Ids.next()), "test", Asset.POINTS, Owner.ISSUER, member, 1));
        pooled.post(new Command.Move(new Source("order", "test:" + Ids.next()), "test", Asset.POINTS, member, Owner.REDEEMED, 5));
        long part = ledger.statement(mate, Asset.POINTS, Long.MAX_VALUE, 1).get(0).transfer();
        asOwner("DELETE FROM transfer_part WHERE part = " + part);
        asOwner("UPDATE transfer_part SET transfer = $transfer WHERE part = " + part);
        mustBeRefused(database.getConnection(), "INSERT INTO transfer_part (part, transfer) SELECT $transfer, transfer"
                + " FROM transfer_part WHERE part = " + part, "no part of that transfer");
    }

    @Test
    void a_balance_below_zero_is_refused_by_the_database() throws SQLException {
        mustBeRefused(database.getConnection(), "UPDATE account_balance SET balance = -1 WHERE account_id = $account",
                "balance_never_below_zero");
        mustBeRefused(database.getConnection(), "UPDATE account_balance SET held = 11 WHERE account_id = $account",
                "balance_never_below_zero");
    }

    @Test
    void an_entry_without_a_claim_or_that_fits_no_hold_is_refused_by_the_database() throws SQLException {
        String insert = "INSERT INTO transfer (id, debit, credit, asset, amount, phase, resolves, reverses, source_kind,"
                + " source_reference, actor, at) SELECT id + 1, credit, debit, asset, %s, '%s', %s, %s, source_kind,"
                + " %s, 'test', at FROM transfer WHERE id = $transfer";
        mustBeRefused(database.getConnection(), insert.formatted("1", "MOVE", "NULL", "NULL", "'never-claimed'"),
                "transfer_claim");
        mustBeRefused(database.getConnection(), insert.formatted("1", "VOID", "id", "NULL", "source_reference"), "does not fit");
        mustBeRefused(database.getConnection(), insert.formatted("11", "MOVE", "NULL", "id", "source_reference"), "does not fit");
        mustBeRefused(database.getConnection(), insert.formatted("-1", "MOVE", "NULL", "NULL", "source_reference"),
                "transfer_amount");
    }
}
