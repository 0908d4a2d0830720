package org.aixin.kernel;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The database that the running test works on.
 *
 * @param user the service's own
 * @param owner whose tables they are
 */
public record TestDatabase(String url, String user, String password, String owner, String ownerPassword) {
    /** That of the service under test; to be asked while it runs. */
    public static TestDatabase present() {
        Config config = ConfigProvider.getConfig();
        return new TestDatabase(config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class),
                config.getValue("aixin.test.owner", String.class),
                config.getValue("aixin.test.owner.password", String.class));
    }

    /** A connection as the owner of the tables; to be closed by whoever asked for it. */
    public Connection asOwner() throws SQLException {
        return DriverManager.getConnection(url, owner, ownerPassword);
    }
}
