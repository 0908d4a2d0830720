package org.aixin.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** The service on a database that somebody else runs, without a Redis. */
class ConfiguredServiceIT {
    @Test
    void with_a_configured_database_and_no_redis_it_starts_no_servers_and_no_demo_and_says_degraded() throws Exception {
        Path elsewhere = TestServers.data("elsewhere");
        TestServers.forgetFormerRun(elsewhere);
        Path unused = TestServers.data("unused");
        Binaries.delete(unused);
        try (EmbeddedServers servers = EmbeddedServers.start(elsewhere, TestServers.PROGRAMS, said -> {
        }); RunningService service = RunningService.start(unused, configured(servers.settings()))) {
            assertThat(service.output()).contains("AIXIN_REDIS_URL", "One-time code").doesNotContain("aixin2026");
            assertThat(service.isDegraded()).isTrue();
            assertThat(unused.resolve("mariadb")).doesNotExist();
            assertThat(Files.exists(unused.resolve("embedded.properties"))).isFalse();
        }
    }

    private static Map<String, String> configured(Map<String, String> settings) {
        return Map.of("QUARKUS_DATASOURCE_JDBC_URL", settings.get("quarkus.datasource.jdbc.url"),
                "QUARKUS_DATASOURCE_USERNAME", settings.get("quarkus.datasource.username"),
                "QUARKUS_DATASOURCE_PASSWORD", settings.get("quarkus.datasource.password"),
                "QUARKUS_FLYWAY_USERNAME", settings.get("quarkus.flyway.username"),
                "QUARKUS_FLYWAY_PASSWORD", settings.get("quarkus.flyway.password"));
    }
}
