package org.aixin.bench;

import java.util.List;
import java.util.Map;

import org.aixin.embedded.EmbeddedServersForTests;

import io.quarkus.test.junit.QuarkusTestProfile;

/** An empty village on embedded servers of its own, in which nothing runs by itself. */
public class BenchServers implements QuarkusTestProfile {
    static final String KEY = "target/bench/seal.key";

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(EmbeddedServersForTests.class, Map.of("folder", "bench", "demo", "false")));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("aixin.seal.every", "off", "aixin.notice.sweep", "off", "aixin.orders.sweep", "off", "aixin.seal.key", KEY);
    }
}
