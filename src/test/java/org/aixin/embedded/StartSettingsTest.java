package org.aixin.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartSettingsTest {
    @TempDir
    Path here;

    @Test
    void with_nothing_configured_the_servers_are_our_own_and_the_folder_is_data() {
        StartSettings settings = StartSettings.read(here);
        assertThat(settings.databaseIsConfigured()).isFalse();
        assertThat(settings.redisIsConfigured()).isFalse();
        assertThat(settings.data()).isEqualTo(Path.of("data"));
        assertThat(settings.programs()).isEqualTo(Path.of("data/programs").toAbsolutePath());
    }

    @Test
    void a_database_is_configured_in_a_file_beside_the_service() throws Exception {
        Files.createDirectory(here.resolve("config"));
        Files.writeString(here.resolve("config/application.properties"),
                "%prod.quarkus.datasource.jdbc.url=jdbc:mysql://db/aixin");
        assertThat(StartSettings.read(here).databaseIsConfigured()).isTrue();
    }

    @Test
    void a_database_is_configured_in_an_environment_file() throws Exception {
        Files.writeString(here.resolve(".env"), "QUARKUS_DATASOURCE_JDBC_URL=jdbc:mysql://db/aixin\nAIXIN_DATA=elsewhere\n");
        StartSettings settings = StartSettings.read(here);
        assertThat(settings.databaseIsConfigured()).isTrue();
        assertThat(settings.data()).isEqualTo(Path.of("elsewhere"));
    }
}
