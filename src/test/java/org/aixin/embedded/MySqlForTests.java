package org.aixin.embedded;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A real MySQL 8 in the place of the embedded MariaDB; Redis is the one of the other tests. */
public class MySqlForTests implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(EmbeddedServersForTests.settings("village"));
        settings.putAll(TestServers.settings("mysql", MySqlForTests::startServer));
        settings.put("aixin.demo", "true");
        return settings;
    }

    private static Map<String, String> startServer() throws Exception {
        if (!RealMySql.missing().isEmpty()) {
            throw new IllegalStateException(RealMySql.missing());
        }
        DataFolder folder = DataFolder.take(TestServers.data("mysql"));
        Credentials credentials = Credentials.of(folder);
        RealMySql mySql = new RealMySql(folder, credentials);
        mySql.install();
        ServerProcess process = new ServerProcess(mySql, folder);
        Runtime.getRuntime().addShutdownHook(new Thread(process::stop));
        int port = process.start();
        return Map.of("quarkus.datasource.jdbc.url",
                "jdbc:mysql://127.0.0.1:%d/%s?allowPublicKeyRetrieval=true&sslMode=DISABLED".formatted(port,
                        credentials.get("mariadb.database")),
                "quarkus.datasource.password", credentials.get("mariadb.password"),
                "quarkus.flyway.password", credentials.get("mariadb.owner.password"));
    }

    /** It lives as long as the tests' JVM. */
    @Override
    public void stop() {
    }
}
