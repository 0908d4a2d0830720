package org.aixin.embedded;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Every {@code @QuarkusTest} runs on the real embedded MariaDB and Redis. A profile that wants a village of its own names another
 * folder; {@code demo=false} leaves it empty. Nothing is sealed and no time remembered by itself while tests put the clock forward and back.
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
        Map<String, String> settings = new HashMap<>(settings(folder));
        settings.put("aixin.demo", demo);
        settings.put("aixin.seal.every", "off");
        settings.put("aixin.clock.every", "off");
        return settings;
    }

    static Map<String, String> settings(String folder) {
        return TestServers.settings(folder, () -> {
            EmbeddedServers servers = EmbeddedServers.start(TestServers.data(folder), TestServers.PROGRAMS, said -> {
            });
            Runtime.getRuntime().addShutdownHook(new Thread(servers::close));
            servers.migrate();
            return withOwner(servers.settings(), servers.access());
        });
    }

    /** With what a test needs that does what the owner of the tables does. */
    static Map<String, String> withOwner(Map<String, String> settings, Access access) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(Map.of("aixin.test.owner", access.owner(), "aixin.test.owner.password", access.ownerPassword()));
        return all;
    }

    /** They live as long as the tests' JVM. */
    @Override
    public void stop() {
    }
}
