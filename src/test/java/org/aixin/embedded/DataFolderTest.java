package org.aixin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void a_folder_is_held_by_one_at_a_time() {
        Path data = folder.resolve("data");
        try (DataFolder held = DataFolder.take(data)) {
            assertThatThrownBy(() -> DataFolder.take(data)).isInstanceOf(Refusal.class)
                    .hasMessageContaining(held.path().toString())
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
        }
        DataFolder.take(data).close();
    }

    @Test
    void a_file_in_its_place_is_refused_by_name() throws Exception {
        Path file = Files.createFile(folder.resolve("data"));
        assertThatThrownBy(() -> DataFolder.take(file)).isInstanceOf(Refusal.class).hasMessageContaining(file.toString());
    }

    @Test
    void passwords_stay_while_ports_change() throws Exception {
        try (DataFolder data = DataFolder.take(folder.resolve("data"))) {
            Credentials first = Credentials.of(data);
            first.setPort("mariadb.port", 3307);
            first.save(data);
            Credentials second = Credentials.of(data);
            assertThat(second.get("mariadb.password")).isEqualTo(first.get("mariadb.password")).hasSize(32)
                    .isNotEqualTo(second.get("redis.password"));
            assertThat(second.port("mariadb.port")).isEqualTo(3307);
        }
    }
}
