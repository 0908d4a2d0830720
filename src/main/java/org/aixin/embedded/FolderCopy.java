package org.aixin.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Folders copied and renamed so that what bears a name is whole, also after the power has failed. */
final class FolderCopy {
    private FolderCopy() {
    }

    /** Copies a folder beside another name first; {@code to}, which must not exist, appears when everything lies on the disk. */
    static void copy(Path from, Path to) throws IOException {
        Path unfinished = unfinished(to);
        Binaries.delete(unfinished);
        Files.walkFileTree(from, new Copying(from, unfinished));
        move(unfinished, to);
    }

    /** What a copy to this name that was cut short left behind. */
    static Path unfinished(Path to) {
        return to.resolveSibling(to.getFileName() + ".copying");
    }

    /** Renames at once, and for good. */
    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        force(to.resolveSibling("."));
    }

    /** The bytes of all files in a folder. */
    static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().isFile() ? file.toFile().length() : 0).sum();
        }
    }

    /** Makes sure that a file, or the names in a folder, lie on the disk. */
    static void force(Path written) throws IOException {
        boolean folder = Files.isDirectory(written);
        if (folder && Binaries.onWindows()) {
            return;
        }
        try (FileChannel channel = FileChannel.open(written, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static final class Copying extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;

        Copying(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        private Path target(Path file) {
            return to.resolve(from.relativize(file).toString());
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            Files.copy(folder, target(folder), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.copy(file, target(file), StandardCopyOption.COPY_ATTRIBUTES);
            force(target(file));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed)
                throws IOException {
            if (failed != null) {
                throw failed;
            }
            force(target(folder));
            return FileVisitResult.CONTINUE;
        }
    }
}
