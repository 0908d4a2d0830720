package org.aixin.bench;

import java.util.List;
import java.util.Map;

import org.aixin.embedded.EmbeddedServersForTests;

/** As {@link BenchServers}, on servers that may be killed. */
public class FaultServers extends BenchServers {
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(EmbeddedServersForTests.class, Map.of("folder", "faults", "demo", "false")));
    }
}
