package org.aixin.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** The MariaDB and the Redis of a data folder, running. */
final class EmbeddedServers implements AutoCloseable {
    private final DataFolder folder;
    private final Credentials credentials;
    private final ServerProcess mariaDb;
    private final ServerProcess redis;

    private EmbeddedServers(DataFolder folder, Credentials credentials, ServerProcess mariaDb, ServerProcess redis) {
        this.folder = folder;
        this.credentials = credentials;
        this.mariaDb = mariaDb;
        this.redis = redis;
    }

    /**
     * Starts both in this folder.
     *
     * @param programs where the programs are, or will be, unpacked
     * @param progress is told in plain words what takes time
     */
    static EmbeddedServers start(Path data, Path programs, Consumer<String> progress) {
        DataFolder folder = DataFolder.take(data);
        try {
            return start(folder, new Binaries(programs), progress);
        } catch (IOException failed) {
            folder.close();
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            folder.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (RuntimeException failed) {
            folder.close();
            throw failed;
        }
    }

    private static EmbeddedServers start(DataFolder folder, Binaries binaries, Consumer<String> progress)
            throws IOException, InterruptedException {
        Credentials credentials = Credentials.of(folder);
        if (!binaries.areUnpacked()) {
            progress.accept("正在解开内置的数据库程序（只在第一次）… Unpacking the embedded servers (first start only)");
        }
        MariaDb database = new MariaDb(folder, credentials, binaries.mariaDb());
        if (!database.isInstalled()) {
            progress.accept("正在准备新的数据库… Preparing a new database");
            database.install();
        }
        ServerProcess mariaDb = new ServerProcess(database, folder);
        ServerProcess redis = new ServerProcess(new Redis(folder, credentials, binaries.redis()), folder);
        EmbeddedServers servers = new EmbeddedServers(folder, credentials, mariaDb, redis);
        progress.accept("正在启动内置的数据库… Starting the embedded servers");
        try {
            credentials.setPort("mariadb.port", mariaDb.start());
            credentials.setPort("redis.port", redis.start());
            credentials.save(folder);
            return servers;
        } catch (IOException | InterruptedException | RuntimeException failed) {
            servers.close();
            throw failed;
        }
    }

    /** The settings under which the service finds them. */
    Map<String, String> settings() {
        String url = "jdbc:mysql://127.0.0.1:%d/%s?sslMode=DISABLED".formatted(credentials.port("mariadb.port"),
                credentials.get("mariadb.database"));
        return Map.of("aixin.embedded", "true", "aixin.data", folder.path().toString(), "quarkus.datasource.jdbc.url", url,
                "quarkus.datasource.username", credentials.get("mariadb.user"),
                "quarkus.datasource.password", credentials.get("mariadb.password"),
                "quarkus.flyway.username", credentials.get("mariadb.owner.user"),
                "quarkus.flyway.password", credentials.get("mariadb.owner.password"),
                "aixin.redis.url", "redis://:%s@127.0.0.1:%d".formatted(credentials.get("redis.password"),
                        credentials.port("redis.port")));
    }

    /** Stops both and lets go of the folder. */
    @Override
    public void close() {
        mariaDb.stop();
        redis.stop();
        folder.close();
    }
}
