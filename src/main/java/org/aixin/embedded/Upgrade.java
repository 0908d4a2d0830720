package org.aixin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * The way back from an upgrade of the embedded database. Before its first step the stopped database's folder is copied and a mark
 * is written; both go when the service has come up, before it takes its first request. A start that finds the mark goes back to the copy:
 * nobody has used what the upgrade made. One copy is kept at a time.
 */
final class Upgrade {
    private static final int MOST_FAILURES = 3;
    private static final String MARK = "upgrade.mark", COPY = ".before";
    /** The copy, and room for tables that are built anew. */
    private static final int ROOM = 2;
    private final DataFolder folder;
    private final Path data;
    private final Path copy;

    /** @param data the database's folder, inside the data folder */
    Upgrade(DataFolder folder, Path data) {
        this.folder = folder;
        this.data = data;
        this.copy = data.resolveSibling(data.getFileName() + COPY);
    }

    private record Mark(String to, int failures) {
    }

    /** Where the last upgrade was not finished, the data are again as they were before it. The database must not run. */
    void goBack(Consumer<String> progress) throws IOException {
        Binaries.delete(FolderCopy.unfinished(copy));
        if (!Files.exists(copy)) {
            return;
        }
        if (Files.exists(folder.path().resolve(MARK)) || !Files.exists(data)) {
            progress.accept("上次升级没有做完，正在退回到升级前的数据… The last upgrade was not finished; going back to the data from before it");
            Binaries.delete(data);
            FolderCopy.move(copy, data);
        } else {
            Binaries.delete(copy);
        }
    }

    /** Refuses an upgrade that failed too often; the data are then as they were before it. */
    void refuseGivenUp(String to) throws IOException {
        Mark mark = mark();
        if (mark.to().equals(to) && mark.failures() >= MOST_FAILURES) {
            Path file = folder.path().resolve(MARK);
            throw new Refusal(
                    "升级到 %1$s 已经失败 %2$d 次，数据已退回到升级前，没有丢失：原来的版本仍可照常使用，请先用它启动。找到原因后要再试一次升级，请删掉文件 %3$s。".formatted(to,
                            mark.failures(), file),
                    "The upgrade to %1$s has failed %2$d times. The data are as they were before it and nothing is lost: the former build still works, start that one. To try the upgrade again once the reason is known, delete the file %3$s."
                            .formatted(to, mark.failures(), file));
        }
    }

    /** Makes sure of the way back. The database must have been stopped in good order. */
    void begin(String to, Consumer<String> progress) throws IOException {
        progress.accept("正在备份数据，以便升级… Copying the data before the upgrade");
        Binaries.delete(copy);
        long needed = ROOM * FolderCopy.size(data) >> 20, free = data.toFile().getUsableSpace() >> 20;
        if (free < needed) {
            throw new Refusal("升级前要先备份数据，需要 %1$d MB 空闲，%2$s 所在的磁盘只剩 %3$d MB。请腾出空间再启动；原来的版本仍可照常使用。".formatted(needed, data, free),
                    "Before the upgrade the data are copied, which takes %1$d MB; the disk of %2$s has %3$d MB left. Make room and start again; the former build still works."
                            .formatted(needed, data, free));
        }
        FolderCopy.copy(data, copy);
        Mark former = mark();
        write(new Mark(to, former.to().equals(to) ? former.failures() : 0));
    }

    /** Remembers that an upgrade under way has failed, rather than been killed. */
    void failed() {
        try {
            Mark mark = mark();
            if (!mark.to().isEmpty()) {
                write(new Mark(mark.to(), mark.failures() + 1));
            }
        } catch (IOException uncounted) {
            // it is tried once more than it would have been
        }
    }

    /** The service has come up: from now on there is no going back. */
    static void finish(Path folder) throws IOException {
        if (Files.deleteIfExists(folder.resolve(MARK))) {
            FolderCopy.force(folder);
        }
        Binaries.delete(folder.resolve(MariaDb.FOLDER + COPY));
    }

    private Mark mark() throws IOException {
        Path file = folder.path().resolve(MARK);
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        return lines.size() < 2 ? new Mark("", 0) : new Mark(lines.get(0), Integer.parseInt(lines.get(1)));
    }

    private void write(Mark mark) throws IOException {
        folder.writeSecret(MARK, mark.to() + "\n" + mark.failures() + "\n");
    }
}
