package org.aixin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;

import jakarta.inject.Inject;

import org.aixin.identity.Admissions;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Installation;
import org.aixin.kernel.Sql;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FirstStartTest {
    private static final Path DATA = Path.of("/srv/village data");

    @Inject
    Sql sql;

    @Inject
    BusinessTime time;

    @Inject
    DemoVillage village;

    @Inject
    OwnInstallation own;

    @Inject
    Admissions admissions;

    @Inject
    Installation installation;

    private FirstStart start(boolean demoWanted) {
        return new FirstStart(sql, time, village, own, admissions,
                new Placement(true, demoWanted, DATA, "jdbc:mysql://unused"));
    }

    private long people() {
        return sql.first("SELECT COUNT(*) FROM member", row -> row.getLong(1)).orElseThrow();
    }

    @Test
    void the_village_is_loaded_once() throws Exception {
        assertThat(installation.isDemo()).isTrue();
        long before = people();
        start(true).prepare(new StartupEvent());
        assertThat(people()).isEqualTo(before);
    }

    @Test
    void a_demo_stays_a_demo_and_its_folder_is_named() {
        assertThatThrownBy(() -> start(false).prepare(new StartupEvent())).isInstanceOf(Refusal.class)
                .hasMessageContaining(DATA.toString());
        assertThat(installation.isDemo()).isTrue();
    }

    @Test
    void no_code_is_made_for_the_first_administrator_once_one_has_a_secret() {
        assertThat(sql.first("SELECT 1 FROM member WHERE login = 'admin'", row -> 1)).isPresent();
        assertThat(admissions.firstAdministratorsCode()).isEmpty();
    }

    @Test
    void a_first_start_that_was_cut_short_is_named_not_used() {
        sql.update("UPDATE installation SET loaded_at = NULL");
        try {
            assertThatThrownBy(() -> start(true).prepare(new StartupEvent())).isInstanceOf(Refusal.class)
                    .hasMessageContaining(DATA.toString()).hasMessageContaining("cut short");
        } finally {
            sql.update("UPDATE installation SET loaded_at = ?", time.now());
        }
    }
}
