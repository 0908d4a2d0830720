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
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Every {@code @QuarkusTest} runs on the real embedded MariaDB and Redis, started once a run in a fresh data folder under
 * {@code target/} and kept over Quarkus' restarts between profiles. A profile that wants an empty village names another folder.
 */
public class EmbeddedServersForTests implements QuarkusTestResourceLifecycleManager {
    private String folder = "village";
    private String demo = "true";

    @Override
    public void init(Map<String, String> arguments) {
        folder = arguments.getOrDefault("folder", folder);
        demo = arguments.getOrDefault("demo", demo);
    }

    @Override
    public Map<String, String> start() {
        String remembered = System.getProperty("aixin.test." + folder);
        Map<String, String> settings = remembered == null ? startServers() : parse(remembered);
        Map<String, String> all = new HashMap<>(settings);
        all.put("aixin.demo", demo);
        return all;
    }

    private Map<String, String> startServers() {
        forgetFormerRun(data());
        EmbeddedServers servers = EmbeddedServers.start(data(), Path.of("target/binaries").toAbsolutePath(), said -> {
        });
        Runtime.getRuntime().addShutdownHook(new Thread(servers::close));
        System.setProperty("aixin.test." + folder, text(servers.settings()));
        return servers.settings();
    }

    private Path data() {
        return Path.of("target/test-data", folder).toAbsolutePath();
    }

    private static void forgetFormerRun(Path data) {
        try {
            if (Files.exists(data)) {
                try (Stream<Path> files = Files.list(data)) {
                    files.filter(file -> file.toString().endsWith(".pid")).forEach(file -> new PidRecord(file).stopOrphan());
                }
                Binaries.delete(data);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
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

    /** They live as long as the tests' JVM. */
    @Override
    public void stop() {
    }
}
