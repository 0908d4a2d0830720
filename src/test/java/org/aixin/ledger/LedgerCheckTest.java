package org.aixin.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import jakarta.inject.Inject;

import org.aixin.kernel.Ids;
import org.aixin.kernel.TestDatabase;
import org.aixin.ledger.Outcome.Posted;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The check finds what was made wrong by hand. */
@QuarkusTest
class LedgerCheckTest {
    @Inject
    Ledger ledger;

    @Inject
    AgroalDataSource database;

    private final Owner wang = Owner.member(Ids.next());
    private long earned;

    @BeforeEach
    void wang_has_earned_ten_and_holds_four() {
        earned = ((Posted) ledger.post(new Command.Move(new Source("award", "test:" + Ids.next()), "test", Asset.POINTS,
                Owner.ISSUER, wang, 10))).transfer();
        ledger.post(new Command.Hold(new Source("order", "test:" + Ids.next()), "test", Asset.POINTS, wang, Owner.REDEEMED, 4,
                Instant.parse("2999-01-01T00:00:00Z")));
    }

    /** What is found where the owner of the tables has done this, which is undone afterwards. */
    private List<String> problemsAfter(String... edits) throws SQLException {
        try (Connection connection = TestDatabase.present().asOwner()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET foreign_key_checks = 0");
                for (String edit : edits) {
                    statement.execute(edit);
                }
            }
            return Reconciliation.of(connection, Locale.ENGLISH).problems();
        }
    }

    private String account(String side) {
        return "(SELECT id FROM account WHERE owner = '" + wang.reference() + "' AND side = '" + side + "')";
    }

    private String insert(long amount, String debit, String asset, String phase, String after) {
        return "INSERT INTO transfer (id, debit, credit, asset, amount, phase, source_kind, source_reference, actor, at,"
                + " debit_after) SELECT " + Ids.next() + ", " + debit + ", t.debit, '" + asset + "', " + amount + ", '" + phase
                + "', 'award', 'made-up', 'test', t.at, " + after + " FROM transfer t WHERE t.id = " + earned;
    }

    @Test
    void a_sound_ledger_has_no_problems() {
        LedgerCheck check = ledger.check();
        assertThat(check.problems()).isEmpty();
        assertThat(check.ok()).isTrue();
        assertThat(check.transfers()).isPositive();
        assertThat(check.accounts()).isPositive();
        assertThat(check.sums()).containsEntry("POINTS", 0L).containsEntry("HOURS", 0L).containsOnlyKeys("POINTS", "MERIT",
                "HOURS", "CNY");
    }

    @Test
    void a_balance_changed_by_hand_is_found_and_named() throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("UPDATE account_balance SET balance = 1010 WHERE account_id = " + account("OWN"));
            LedgerCheck check = ledger.check();
            statement.execute("UPDATE account_balance SET balance = 10 WHERE account_id = " + account("OWN"));
            assertThat(check.ok()).isFalse();
            assertThat(check.problems())
                    .containsExactly("账户 " + wang.reference() + "（POINTS OWN）的余额记为 1010，按逐笔记录应为 10");
        }
    }

    @Test
    void a_held_amount_changed_by_hand_is_found() throws SQLException {
        assertThat(problemsAfter("UPDATE account_balance SET held = 0 WHERE account_id = " + account("OWN")))
                .containsExactly(
                        "Account " + wang.reference() + " (POINTS OWN) is said to have 0 set aside, its transfers say 4");
    }

    @Test
    void what_is_owed_and_was_forgiven_by_hand_is_found() throws SQLException {
        ledger.post(new Command.Reversal(new Source("reversal", "test:" + Ids.next()), "test", earned));
        assertThat(ledger.balance(wang, Asset.POINTS)).isEqualTo(new Balance(4, 4, 4));
        assertThat(problemsAfter("UPDATE account_balance SET balance = 0 WHERE account_id = " + account("OWED")))
                .containsExactly("Account " + wang.reference() + " (POINTS OWED) is said to hold 0, its transfers say -4");
    }

    @Test
    void a_transfer_slipped_in_without_a_claim_is_found_even_where_the_balance_was_made_to_fit() throws SQLException {
        assertThat(problemsAfter(insert(6, account("OWN"), "POINTS", "MOVE", "4"),
                "UPDATE account_balance SET balance = 4 WHERE account_id = " + account("OWN")))
                .singleElement().asString().contains("never claimed", "made-up");
    }

    @Test
    void a_transfer_that_draws_below_zero_is_found() throws SQLException {
        assertThat(problemsAfter(insert(60, account("OWN"), "POINTS", "MOVE", "-50")))
                .anyMatch(problem -> problem.contains("crossed zero") && problem.contains("-50"))
                .anyMatch(problem -> problem.contains("is said to hold 10, its transfers say -50"));
    }

    @Test
    void a_wrong_running_balance_is_found() throws SQLException {
        assertThat(problemsAfter(insert(1, account("OWN"), "POINTS", "MOVE", "10")))
                .anyMatch(problem -> problem.contains("stood at 10, the running sum is 9"));
    }

    @Test
    void an_account_that_is_missing_or_of_another_asset_is_found_and_the_sum_is_not_zero() throws SQLException {
        assertThat(problemsAfter(insert(1, "42", "POINTS", "MOVE", "NULL")))
                .anyMatch(problem -> problem.contains("names an account that is missing"))
                .anyMatch(problem -> problem.equals("All accounts of POINTS add up to 1, not to 0"));
        assertThat(problemsAfter(insert(1, account("OWN"), "CNY", "MOVE", "9")))
                .anyMatch(problem -> problem.contains("does not hold CNY"));
    }

    @Test
    void what_looks_like_a_part_and_belongs_to_nothing_is_found() throws SQLException {
        String reference = "(SELECT CONCAT(source_reference, '~1') FROM transfer WHERE id = " + earned + ")";
        assertThat(problemsAfter("INSERT INTO claimed_source VALUES ('award', " + reference + ", 'POINTS', 'MOVE')",
                insert(6, account("OWN"), "POINTS", "MOVE", "4").replace("'made-up'", "CONCAT(t.source_reference, '~1')"),
                "UPDATE account_balance SET balance = 4 WHERE account_id = " + account("OWN")))
                .singleElement().asString().contains("is said to be part of " + earned);
    }

    @Test
    void a_claim_whose_transfer_is_gone_is_found() throws SQLException {
        assertThat(problemsAfter("INSERT INTO claimed_source VALUES ('award', 'lost', 'POINTS', 'MOVE')",
                "INSERT INTO claimed_source VALUES (':hold', '42', 'POINTS', 'END')",
                "INSERT INTO claimed_source VALUES (':transfer', '43', 'POINTS', 'REVERSE')"))
                .hasSize(3).allMatch(problem -> problem.contains("may have been deleted"));
    }
}
