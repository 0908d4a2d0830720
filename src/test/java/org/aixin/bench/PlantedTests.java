package org.aixin.bench;

import java.util.Arrays;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs tests that are named as class#method and says how each went; a process of its own. */
final class PlantedTests {
    static final String PASSED = "PLANTED passed ", FAILED = "PLANTED failed ";

    private PlantedTests() {
    }

    public static void main(String[] tests) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Arrays.stream(tests).map(DiscoverySelectors::selectMethod).toList()).build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                String said = result.getThrowable().map(PlantedTests::oneLine).orElse("");
                if (!said.isEmpty() || test.isTest()) {
                    System.out.printf("%n%s%s %s%n", said.isEmpty() ? PASSED : FAILED, test.getDisplayName(), said);
                }
            }
        });
        System.exit(0);
    }

    private static String oneLine(Throwable failed) {
        return failed.toString().replaceAll("\\s+", " ");
    }
}
