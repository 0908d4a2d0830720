package org.aixin.embedded;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Servers that are started once a run in a fresh data folder under {@code target/} and live as long as the tests' JVM, over the
 * restarts of Quarkus between profiles (whose class loaders share nothing but the system properties).
 */
final class TestServers {
    static final Path PROGRAMS = Path.of("target/binaries").toAbsolutePath();

    private TestServers() {
    }

    static Path data(String name) {
        return Path.of("target/test-data", name).toAbsolutePath();
    }

    /** The settings of the servers of this name, which are started where they do not run yet. */
    static Map<String, String> settings(String name, Callable<Map<String, String>> start) {
        String key = "aixin.test." + name;
        String remembered = System.getProperty(key);
        if (remembered != null) {
            return parse(remembered);
        }
        try {
            forgetFormerRun(data(name));
            Map<String, String> settings = start.call();
            System.setProperty(key, text(settings));
            return settings;
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    static void forgetFormerRun(Path data) throws IOException {
        if (Files.exists(data)) {
            try (Stream<Path> files = Files.list(data)) {
                files.filter(file -> file.toString().endsWith(".pid")).forEach(file -> new PidRecord(file).stopOrphan());
            }
            Binaries.delete(data);
        }
    }

    private static String text(Map<String, String> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static Map<String, String> parse(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
        return settings;
    }
}
