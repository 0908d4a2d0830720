package org.aixin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class UpgradeTest {
    @TempDir
    Path temporary;

    private DataFolder folder;
    private Path data;
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void data() throws IOException {
        folder = DataFolder.take(temporary.resolve("data"));
        data = folder.path().resolve("mariadb");
        Files.createDirectories(data.resolve("aixin"));
        write("ibdata1", "before");
        write("aixin/member.ibd", "before");
    }

    @AfterEach
    void letGo() {
        folder.close();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(data.resolve(name), text);
    }

    private Upgrade upgrade() {
        return new Upgrade(folder, data);
    }

    private void isAsBefore() throws IOException {
        assertThat(data.resolve("ibdata1")).hasContent("before");
        assertThat(data.resolve("aixin/member.ibd")).hasContent("before");
        assertThat(data.resolve("aixin/added.ibd")).doesNotExist();
    }

    private void begun() throws IOException {
        upgrade().begin("V2", said::add);
        write("ibdata1", "half");
        write("aixin/added.ibd", "half");
    }

    @Test
    void one_that_came_to_no_end_is_taken_back_with_a_sentence() throws IOException {
        begun();
        upgrade().goBack(said::add);
        isAsBefore();
        assertThat(said).hasSize(2).last().asString().contains("退回到升级前");
        upgrade().goBack(said::add);
        isAsBefore();
        assertThat(said).hasSize(2);
    }

    @Test
    void going_back_that_was_cut_short_itself_is_gone_on_with() throws IOException {
        begun();
        Files.delete(data.resolve("ibdata1"));
        upgrade().goBack(said::add);
        isAsBefore();
        begun();
        Binaries.delete(data);
        upgrade().goBack(said::add);
        isAsBefore();
    }

    @Test
    void a_torn_copy_is_never_taken_for_a_whole_one() throws IOException {
        Path torn = Files.createDirectories(FolderCopy.unfinished(data.resolveSibling("mariadb.before")));
        Files.writeString(torn.resolve("ibdata1"), "to");
        upgrade().goBack(said::add);
        isAsBefore();
        assertThat(torn).doesNotExist();
    }

    @Test
    void what_has_come_up_is_never_taken_back() throws IOException {
        begun();
        Upgrade.finish(folder.path());
        upgrade().goBack(said::add);
        assertThat(data.resolve("ibdata1")).hasContent("half");
        assertThat(data.resolveSibling("mariadb.before")).doesNotExist();
    }

    @Test
    void a_copy_whose_removal_was_cut_short_is_never_gone_back_to() throws IOException {
        begun();
        Files.delete(folder.path().resolve("upgrade.mark"));
        Files.delete(data.resolveSibling("mariadb.before").resolve("ibdata1"));
        upgrade().goBack(said::add);
        assertThat(data.resolve("ibdata1")).hasContent("half");
        assertThat(data.resolveSibling("mariadb.before")).doesNotExist();
    }

    @Test
    void kills_do_not_count_but_failures_do_and_another_build_is_another_upgrade() throws IOException {
        for (int tried = 0; tried < 3; tried++) {
            begun();
            upgrade().goBack(said::add);
            upgrade().refuseGivenUp("V2");
            begun();
            upgrade().failed();
            upgrade().goBack(said::add);
        }
        assertThatThrownBy(() -> upgrade().refuseGivenUp("V2")).isInstanceOf(Refusal.class)
                .hasMessageContaining("upgrade.mark").hasMessageContaining("原来的版本");
        upgrade().refuseGivenUp("V3");
        upgrade().begin("V3", said::add);
        upgrade().refuseGivenUp("V3");
    }

    @Test
    void without_room_for_the_copy_it_is_not_begun() throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(data.resolve("large.ibd").toFile(), "rw")) {
            sparse.setLength(1L << 42);
        }
        assertThatThrownBy(() -> upgrade().begin("V2", said::add)).isInstanceOf(Refusal.class).hasMessageContaining("MB 空闲")
                .hasMessageContaining("the former build still works");
        assertThat(folder.path().resolve("upgrade.mark")).doesNotExist();
        assertThat(data.resolveSibling("mariadb.before")).doesNotExist();
    }
}
