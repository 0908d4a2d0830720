package org.aixin.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

import org.flywaydb.core.api.callback.Callback;

/** The MariaDB and the Redis of a data folder, running. */
final class EmbeddedServers implements AutoCloseable {
    private final DataFolder folder;
    private final Credentials credentials;
    private final MariaDb database;
    private final ServerProcess mariaDb;
    private final ServerProcess redis;
    private final Upgrade upgrade;
    private final Beginning beginning;
    private final Consumer<String> progress;

    private EmbeddedServers(DataFolder folder, Binaries binaries, Consumer<String> progress) throws IOException {
        this.folder = folder;
        this.progress = progress;
        this.credentials = Credentials.of(folder);
        if (!binaries.areUnpacked()) {
            progress.accept("正在解开内置的数据库程序（只在第一次）… Unpacking the embedded servers (first start only)");
        }
        this.database = new MariaDb(folder, credentials, binaries.mariaDb());
        this.mariaDb = new ServerProcess(database, folder);
        this.redis = new ServerProcess(new Redis(folder, credentials, binaries.redis()), folder);
        this.upgrade = new Upgrade(folder, database.home());
        this.beginning = new Beginning(folder, database.home());
    }

    /**
     * Starts both in this folder. What a first start or an upgrade that was cut short has left is taken back first.
     *
     * @param programs where the programs are, or will be, unpacked
     * @param progress is told in plain words what takes time
     */
    static EmbeddedServers start(Path data, Path programs, Consumer<String> progress) {
        return start(DataFolder.take(data), programs, progress);
    }

    /** Starts both in a folder that has been taken, of which it lets go where that fails. */
    static EmbeddedServers start(DataFolder folder, Path programs, Consumer<String> progress) {
        try {
            EmbeddedServers servers = new EmbeddedServers(folder, new Binaries(programs), progress);
            servers.bringUp();
            return servers;
        } catch (IOException failed) {
            folder.close();
            throw Unusable.folder(folder.path(), failed);
        } catch (InterruptedException stopped) {
            folder.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (RuntimeException failed) {
            folder.close();
            throw failed;
        }
    }

    private void bringUp() throws IOException, InterruptedException {
        mariaDb.stopOrphans();
        redis.stopOrphans();
        upgrade.goBack(progress);
        beginning.anew(progress);
        if (!database.isInstalled()) {
            progress.accept("正在准备新的数据库… Preparing a new database");
            beginning.begin();
            database.install();
        }
        progress.accept("正在启动内置的数据库… Starting the embedded servers");
        try {
            credentials.setPort("mariadb.port", mariaDb.start());
            credentials.setPort("redis.port", startRedis());
            credentials.save(folder);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            stop();
            throw failed;
        }
    }

    /** Nobody depends on it: the service comes up without, and it when it can. */
    private int startRedis() throws InterruptedException {
        try {
            return redis.start();
        } catch (IOException | Refusal failed) {
            progress.accept(String.valueOf(failed.getMessage()));
            progress.accept("先不用它继续启动，抢兑时会慢一些。 Going on without it, degraded");
            return redis.keepTrying();
        }
    }

    /** Brings the tables to what this build needs, with a way back where there are data. */
    void migrate() {
        migrate("latest");
    }

    /**
     * Brings them to an earlier version.
     *
     * @param also is told of every step
     */
    void migrate(String last, Callback... also) {
        Migrations migrations = new Migrations(access(), last, also);
        try {
            if (migrations.arePending() && !beginning.isUnderWay()) {
                String to = migrations.target();
                upgrade.refuseGivenUp(to);
                mariaDb.stop();
                upgrade.begin(to, progress);
                credentials.setPort("mariadb.port", mariaDb.start());
                credentials.save(folder);
                progress.accept("正在升级数据库… Upgrading the database");
            }
            new Migrations(access(), last, also).run();
        } catch (IOException failed) {
            throw Unusable.folder(folder.path(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** That what was begun with the database's tables has not come to a good end, which counts. */
    void failed() {
        upgrade.failed();
    }

    /** How its database is reached. */
    Access access() {
        String url = "jdbc:mysql://127.0.0.1:%d/%s?sslMode=DISABLED".formatted(credentials.port("mariadb.port"),
                credentials.get("mariadb.database"));
        return new Access(url, credentials.get("mariadb.user"), credentials.get("mariadb.password"),
                credentials.get("mariadb.owner.user"), credentials.get("mariadb.owner.password"));
    }

    /** The settings under which the service finds them. */
    Map<String, String> settings() {
        return Map.of("aixin.embedded", "true", "aixin.data", folder.path().toString(), "quarkus.datasource.jdbc.url",
                access().url(), "quarkus.datasource.username", access().user(), "quarkus.datasource.password",
                access().password(), "aixin.redis.url", "redis://:%s@127.0.0.1:%d".formatted(credentials.get("redis.password"),
                        credentials.port("redis.port")));
    }

    private void stop() {
        mariaDb.stop();
        redis.stop();
    }

    /** Stops both and lets go of the folder. */
    @Override
    public void close() {
        stop();
        folder.close();
    }
}
