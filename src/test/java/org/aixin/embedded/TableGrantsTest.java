package org.aixin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import jakarta.inject.Inject;

import org.aixin.kernel.Sql;
import org.aixin.ledger.Ledger;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What the service's own database user may do. */
@QuarkusTest
class TableGrantsTest {
    @Inject
    Sql sql;

    private List<String> tablesWith(String right) {
        return sql.rows("SELECT table_name FROM information_schema.table_privileges WHERE table_schema = DATABASE()"
                + " AND privilege_type = ? ORDER BY table_name", row -> row.getString(1), right);
    }

    @Test
    void rows_are_added_everywhere_but_not_to_the_history_of_migrations() {
        List<String> all = sql.rows("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                + " AND table_name <> 'flyway_schema_history' ORDER BY table_name", row -> row.getString(1));
        assertThat(all).contains("transfer", "member", "installation");
        assertThat(tablesWith("INSERT")).isEqualTo(all);
    }

    @Test
    void rows_are_changed_and_deleted_only_where_a_table_is_not_append_only() {
        for (String right : List.of("UPDATE", "DELETE")) {
            assertThat(tablesWith(right)).contains("member").doesNotContain("stock_entry", "flyway_schema_history")
                    .doesNotContainAnyElementsOf(Ledger.APPEND_ONLY);
        }
    }

    @Test
    void no_table_is_dropped_truncated_or_altered() {
        for (String statement : List.of("TRUNCATE TABLE member", "DROP TABLE member", "ALTER TABLE member ADD x INT",
                "CREATE TABLE x (id INT)", "DROP TRIGGER account_stays", "UPDATE transfer SET id = id",
                "DELETE FROM transfer", "SET GLOBAL foreign_key_checks = 0")) {
            assertThatThrownBy(() -> sql.update(statement)).as(statement).hasMessageContaining("denied");
        }
    }
}
