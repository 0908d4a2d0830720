package org.aixin.embedded;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A real MySQL 8 in the place of the embedded MariaDB, and a Redis as the other tests have it. */
public class MySqlForTests implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(TestServers.settings("mysql", MySqlForTests::startServers));
        settings.putAll(Map.of("aixin.demo", "true", "aixin.seal.every", "off", "aixin.clock.every", "off"));
        return settings;
    }

    private static Map<String, String> startServers() throws Exception {
        if (!RealMySql.missing().isEmpty()) {
            throw new IllegalStateException(RealMySql.missing());
        }
        DataFolder folder = DataFolder.take(TestServers.data("mysql"));
        Credentials credentials = Credentials.of(folder);
        RealMySql mySql = new RealMySql(folder, credentials);
        mySql.install();
        int port = start(mySql, folder);
        int redis = start(new Redis(folder, credentials, new Binaries(TestServers.PROGRAMS).redis()), folder);
        Access access = new Access(
                "jdbc:mysql://127.0.0.1:%d/%s?allowPublicKeyRetrieval=true&sslMode=DISABLED".formatted(port,
                        credentials.get("mariadb.database")),
                credentials.get("mariadb.user"), credentials.get("mariadb.password"), credentials.get("mariadb.owner.user"),
                credentials.get("mariadb.owner.password"));
        new Migrations(access).run();
        return EmbeddedServersForTests.withOwner(Map.of("aixin.embedded", "true", "aixin.data", folder.path().toString(),
                "quarkus.datasource.jdbc.url", access.url(), "quarkus.datasource.username", access.user(),
                "quarkus.datasource.password", access.password(), "aixin.redis.url",
                "redis://:%s@127.0.0.1:%d".formatted(credentials.get("redis.password"), redis)), access);
    }

    private static int start(Server server, DataFolder folder) throws Exception {
        ServerProcess process = new ServerProcess(server, folder);
        Runtime.getRuntime().addShutdownHook(new Thread(process::stop));
        return process.start();
    }

    /** They live as long as the tests' JVM. */
    @Override
    public void stop() {
    }
}
