package org.aixin.embedded;

import java.util.List;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * Runs a test on real MySQL 8.0.31. A feature repeats its persistence tests there by a class that ends in {@code MySqlIT};
 * OnMySqlTest runs them all:
 *
 * <pre>
 * &#64;ExtendWith(MySqlIsThere.class)
 * &#64;QuarkusTest
 * &#64;TestProfile(OnMySql.class)
 * class LedgerMySqlIT extends LedgerTest {
 * }
 * </pre>
 */
public class OnMySql implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(MySqlForTests.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }
}
