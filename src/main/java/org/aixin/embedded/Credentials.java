package org.aixin.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import org.aixin.kernel.Tokens;

/**
 * What is needed to reach the embedded servers, kept in {@code embedded.properties} for its owner alone. Passwords stay from
 * start to start, ports do not.
 */
final class Credentials {
    static final String FILE = "embedded.properties";
    private final Properties values = new Properties();

    private Credentials() {
    }

    /** Those of this folder, made where there are none yet. */
    static Credentials of(DataFolder folder) throws IOException {
        return in(folder.path());
    }

    static Credentials in(Path folder) throws IOException {
        Credentials credentials = new Credentials();
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                credentials.values.load(reader);
            }
        }
        credentials.values.putIfAbsent("mariadb.database", "aixin");
        credentials.values.putIfAbsent("mariadb.user", "aixin");
        credentials.values.putIfAbsent("mariadb.password", Tokens.fresh(24));
        credentials.values.putIfAbsent("mariadb.owner.user", "aixin_owner");
        credentials.values.putIfAbsent("mariadb.owner.password", Tokens.fresh(24));
        credentials.values.putIfAbsent("redis.password", Tokens.fresh(24));
        return credentials;
    }

    String get(String key) {
        String value = values.getProperty(key);
        if (value == null) {
            throw new IllegalStateException(FILE + " lacks " + key);
        }
        return value;
    }

    int port(String key) {
        return Integer.parseInt(get(key));
    }

    void setPort(String key, int port) {
        values.setProperty(key, Integer.toString(port));
    }

    void save(DataFolder folder) throws IOException {
        StringWriter text = new StringWriter();
        values.store(text, "The embedded servers of this data folder. Keep it to yourself.");
        folder.writeSecret(FILE, text.toString());
    }
}
