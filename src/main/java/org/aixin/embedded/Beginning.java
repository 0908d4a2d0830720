package org.aixin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A first start that is under way in a data folder, as a mark in it says, until the service has come up for the first time. One that
 * was cut short is begun anew: nobody has used what it made.
 */
final class Beginning {
    private static final String MARK = "first-start.mark";
    private final DataFolder folder;
    private final Path data;

    /** @param data the database's folder, inside the data folder */
    Beginning(DataFolder folder, Path data) {
        this.folder = folder;
        this.data = data;
    }

    /** Removes what a first start that was cut short has left. The database must not run. */
    void anew(Consumer<String> progress) throws IOException {
        if (isUnderWay() && Files.exists(data)) {
            progress.accept("上次的第一次启动没有做完，现在重新开始… The first start was not finished; beginning anew");
            Binaries.delete(data);
        }
    }

    void begin() throws IOException {
        folder.writeSecret(MARK, "");
    }

    boolean isUnderWay() {
        return Files.exists(folder.path().resolve(MARK));
    }

    /** The service has come up: what is there is for good. */
    static void finish(Path folder) throws IOException {
        if (Files.deleteIfExists(folder.resolve(MARK))) {
            FolderCopy.force(folder);
        }
    }
}
