package org.aixin.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

import org.jspecify.annotations.Nullable;

/** The folder that holds the embedded servers' data, held by one running service at a time. */
final class DataFolder implements AutoCloseable {
    /** Beyond the text in the lock file, so that others can read who holds it even where locks are mandatory. */
    private static final long LOCK_AT = Long.MAX_VALUE - 1;
    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Takes the folder, making it where it is missing; refused where another service holds it or it cannot be written. */
    static DataFolder take(Path wanted) {
        Path path = wanted.toAbsolutePath().normalize();
        try {
            makeOwnerOnly(path);
            return lock(path.toRealPath());
        } catch (IOException unusable) {
            throw Unusable.folder(path, unusable);
        }
    }

    private static DataFolder lock(Path path) throws IOException {
        Path file = path.resolve("service.lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            String holder = Files.readString(file).strip();
            channel.close();
            throw new Refusal("数据文件夹 %s 正被另一个正在运行的爱心超市使用（进程 %s）。请先停下它，或用 AIXIN_DATA 另指一个文件夹。".formatted(path, holder),
                    "The data folder %s is in use by another running service (process %s). Stop that one first, or name another folder with AIXIN_DATA."
                            .formatted(path, holder));
        }
        sayWho(channel);
        return new DataFolder(path, channel);
    }

    private static void sayWho(FileChannel channel) {
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)), 0);
        } catch (IOException full) {
            // the lock holds without the name of its holder
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCK_AT, 1, false);
        } catch (OverlappingFileLockException ourselves) {
            return null;
        }
    }

    Path path() {
        return path;
    }

    /** A folder inside, readable by its owner alone. */
    Path folder(String name) throws IOException {
        return makeOwnerOnly(path.resolve(name));
    }

    /** Writes a file that only its owner may read, whole or not at all. */
    void writeSecret(String name, String text) throws IOException {
        Path file = path.resolve(name);
        Path written = path.resolve(name + ".new");
        Files.deleteIfExists(written);
        if (posix(path)) {
            Files.createFile(written, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(written, text);
        FolderCopy.force(written);
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        FolderCopy.force(path);
    }

    private static Path makeOwnerOnly(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            if (posix(folder)) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
        return folder;
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Lets others take the folder. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException gone) {
            // the process ends, and the lock with it
        }
    }
}
