package org.aixin.embedded;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A process of its own that runs test classes and writes down what came of each test. */
public final class Aside implements TestExecutionListener {
    private final List<Outcome> outcomes = new ArrayList<>();
    private @Nullable TestPlan plan;

    /**
     * What came of one.
     *
     * @param of the class, or what else the test stands in
     * @param skipped why it was not run; null where it was
     * @param failed the stack trace; null where it passed
     */
    public record Outcome(String of, String test, @Nullable String skipped, @Nullable String failed) {
    }

    /** Takes the file to write to and the names of the classes. */
    public static void main(String[] arguments) throws Exception {
        List<ClassSelector> classes = Stream.of(arguments).skip(1).map(DiscoverySelectors::selectClass).toList();
        Aside aside = new Aside();
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher().execute(LauncherDiscoveryRequestBuilder.request().selectors(classes).build(), aside);
        }
        new ObjectMapper().writeValue(Path.of(arguments[0]).toFile(), aside.outcomes);
        System.exit(0);
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    @Override
    public void executionSkipped(TestIdentifier one, String reason) {
        outcomes.add(new Outcome(parent(one), one.getDisplayName(), reason, null));
    }

    @Override
    public void executionFinished(TestIdentifier one, TestExecutionResult result) {
        boolean aborted = result.getStatus() == TestExecutionResult.Status.ABORTED;
        boolean failed = result.getStatus() == TestExecutionResult.Status.FAILED;
        if (one.isTest() || aborted || failed) {
            String why = result.getThrowable().map(Aside::trace).orElse("it does not say why");
            outcomes.add(new Outcome(parent(one), one.getDisplayName(), aborted ? why : null, failed ? why : null));
        }
    }

    private String parent(TestIdentifier one) {
        return Objects.requireNonNull(plan).getParent(one).map(TestIdentifier::getLegacyReportingName).orElse("");
    }

    private static String trace(Throwable failed) {
        StringWriter trace = new StringWriter();
        failed.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }
}
