package org.aixin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A kill before a statement of the migrations: the next start has the data from before, and comes up. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("migrations that are cut short") // one test of it after another
@ResourceLock(value = RunningService.NOISE, mode = ResourceAccessMode.READ)
class MigrationsCutShortIT {
    /** How many statements further on the next kill comes: all of them with {@code -Dkill.step=1}, which takes long. */
    private static final int STEP = Integer.getInteger("kill.step", 47);
    private static final String ROW = "INSERT INTO idempotency (id, hash, at) VALUES (REPEAT('a', 32), REPEAT('b', 32), '2026-01-01')";
    private static final List<String> STATE = List.of(
            "SELECT table_name, table_comment FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name <> 'flyway_schema_history'",
            "SELECT table_name, column_name, column_type, is_nullable FROM information_schema.columns WHERE table_schema = DATABASE()",
            "SELECT trigger_name, action_statement FROM information_schema.triggers WHERE trigger_schema = DATABASE()",
            "SELECT constraint_name, table_name FROM information_schema.table_constraints WHERE table_schema = DATABASE()",
            "SELECT version, success FROM flyway_schema_history", "SELECT id, hash FROM idempotency");

    private static Path newData(String name) throws Exception {
        Path memory = Path.of("/dev/shm");
        Path data = Files.isWritable(memory)
                ? memory.resolve("aixin-" + ProcessHandle.current().pid() + "-" + name)
                : TestServers.data(name);
        TestServers.forgetFormerRun(data);
        return data;
    }

    private static EmbeddedServers started(Path data) {
        return EmbeddedServers.start(data, TestServers.PROGRAMS, said -> {
        });
    }

    private static Connection owner(EmbeddedServers servers) throws Exception {
        return DriverManager.getConnection(servers.access().url(), servers.access().owner(), servers.access().ownerPassword());
    }

    private static String state(EmbeddedServers servers) throws Exception {
        StringBuilder state = new StringBuilder();
        try (Connection connection = owner(servers); Statement statement = connection.createStatement()) {
            for (String query : STATE) {
                List<String> lines = new ArrayList<>();
                try (ResultSet row = statement.executeQuery(query)) {
                    while (row.next()) {
                        lines.add(row.getString(1) + " " + row.getString(2));
                    }
                }
                lines.stream().sorted().forEach(line -> state.append(line).append('\n'));
            }
        }
        return state.toString();
    }

    @Test
    void an_upgrade_that_is_killed_before_any_statement_is_taken_back_and_done_again() throws Exception {
        Path data = newData("upgrades");
        String before;
        try (EmbeddedServers servers = started(data)) {
            servers.migrate("1");
            try (Connection connection = owner(servers); Statement statement = connection.createStatement()) {
                statement.execute(ROW);
            }
            Beginning.finish(data);
            before = state(servers);
        }
        int kills = 0;
        for (int at = 1;; at += STEP) {
            CutShort kill = new CutShort(at, data);
            try (EmbeddedServers servers = started(data)) {
                assertThat(state(servers)).as("before statement %d", at).isEqualTo(before);
                if (upgraded(servers, "latest", kill)) {
                    break;
                }
                kills++;
            }
        }
        assertThat(kills).isGreaterThan(4);
        System.out.printf("%d upgrades were killed, each %d statements further on%n", kills, STEP);
        Binaries.delete(data);
    }

    private static boolean upgraded(EmbeddedServers servers, String version, CutShort kill) {
        try {
            servers.migrate(version, kill);
        } catch (RuntimeException killed) {
            assertThat(kill.cameToPass()).as(killed.toString()).isTrue();
        }
        return !kill.cameToPass();
    }

    @Test
    void a_first_start_that_is_killed_anywhere_is_begun_anew() throws Exception {
        Path data = newData("first-starts");
        for (int at = 1;; at += STEP) {
            List<String> said = new ArrayList<>();
            CutShort kill = new CutShort(at, data);
            try (EmbeddedServers servers = EmbeddedServers.start(data, TestServers.PROGRAMS, said::add)) {
                assertThat(said.stream().anyMatch(each -> each.contains("重新开始"))).isEqualTo(at > 1);
                if (upgraded(servers, "latest", kill)) {
                    break;
                }
            }
        }
        Beginning.finish(data);
        try (EmbeddedServers servers = started(data)) {
            assertThat(state(servers)).contains("member");
        }
        Binaries.delete(data);
    }

    @Test
    void an_upgrade_that_fails_three_times_is_given_up_with_the_data_as_they_were() throws Exception {
        Path data = newData("failures");
        try (EmbeddedServers servers = started(data)) {
            servers.migrate("20");
            Beginning.finish(data);
        }
        for (int tried = 1; tried <= 3; tried++) {
            try (EmbeddedServers servers = started(data)) {
                assertThatThrownBy(() -> servers.migrate("21", new CutShort(2, null))).isInstanceOf(Refusal.class);
                servers.failed();
            }
        }
        try (EmbeddedServers servers = started(data)) {
            assertThatThrownBy(() -> servers.migrate("21")).isInstanceOf(Refusal.class).hasMessageContaining("原来的版本仍可照常使用")
                    .hasMessageContaining("the former build still works").hasMessageContaining(data.toString());
            assertThat(state(servers)).doesNotContain("21 1", "21 0");
            servers.migrate("20");
        }
        Files.delete(data.resolve("upgrade.mark"));
        try (EmbeddedServers servers = started(data)) {
            servers.migrate("21");
            assertThat(state(servers)).contains("21 1");
        }
        Binaries.delete(data);
    }

    @Test
    void a_build_older_than_the_tables_does_not_touch_them() throws Exception {
        Path data = newData("newer");
        try (EmbeddedServers servers = started(data)) {
            servers.migrate("1");
            try (Connection connection = owner(servers); Statement statement = connection.createStatement()) {
                statement.execute(
                        "INSERT INTO flyway_schema_history VALUES (999, '9999', 'newer', 'SQL', 'V9999__newer.sql', 1, 'x', NOW(), 1, 1)");
            }
            String newer = state(servers);
            assertThatThrownBy(servers::migrate).isInstanceOf(Refusal.class).hasMessageContaining("V9999")
                    .hasMessageContaining("Run the newer build");
            assertThat(state(servers)).isEqualTo(newer);
        }
        Binaries.delete(data);
    }

    @Test
    void on_a_database_that_others_run_what_is_half_done_is_named_and_not_gone_on_with() throws Exception {
        Path data = newData("configured");
        for (Path killed : new Path[]{data, null}) {
            try (EmbeddedServers servers = started(data)) {
                assertThatThrownBy(() -> new Migrations(servers.access(), "latest", new CutShort(17, killed)).run())
                        .isInstanceOf(RuntimeException.class);
            }
            Beginning.finish(data);
            try (EmbeddedServers servers = started(data)) {
                String half = state(servers);
                assertThatThrownBy(() -> new Migrations(servers.access()).run()).isInstanceOf(Refusal.class)
                        .hasMessageContaining("V3").hasMessageContaining("恢复成升级前的备份")
                        .hasMessageContaining("Restore the whole database from the backup");
                assertThat(state(servers)).as("nothing is touched").isEqualTo(half);
            }
            Binaries.delete(data.resolve("mariadb"));
        }
        Binaries.delete(data);
    }
}
