package org.aixin.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The one place that gives all tests their servers. */
@QuarkusTest
@WithTestResource(value = EmbeddedServersForTests.class, scope = TestResourceScope.GLOBAL)
class EmbeddedServersTest {
    @Inject
    AgroalDataSource database;

    @Test
    void their_temporary_tables_lie_where_no_other_database_cleans_up() throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@tmpdir")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).contains("test-data").endsWith("tmp");
        }
    }

    @Test
    void tests_talk_to_a_real_database_that_reads_only_what_is_committed_in_utc() throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT VERSION(), @@session.time_zone, @@session.transaction_isolation, @@collation_connection")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).startsWith("11.4.5-MariaDB");
            assertThat(row.getString(2)).isIn("UTC", "+00:00");
            assertThat(row.getString(3)).isEqualTo("READ-COMMITTED");
            assertThat(row.getString(4)).isEqualTo("utf8mb4_bin");
        }
    }
}
