package org.aixin.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.aixin.kernel.Installation;
import org.aixin.kernel.Sql;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(MySqlIsThere.class)
@QuarkusTest
@TestProfile(OnMySql.class)
class FirstStartMySqlIT {
    @Inject
    Sql sql;

    @Inject
    Installation installation;

    @Test
    void the_whole_schema_and_the_demo_village_load_into_mysql_8() {
        assertThat(sql.first("SELECT VERSION()", row -> row.getString(1))).hasValue("8.0.31");
        assertThat(installation.isDemo()).isTrue();
    }
}
