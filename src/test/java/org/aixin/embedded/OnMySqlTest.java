package org.aixin.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.aixin.embedded.Aside.Outcome;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * All that ends in {@code MySqlIT}, in a process of its own beside the other tests: it needs a Quarkus of its own anyway, and a
 * second processor is there. One of them alone: {@code ./mvnw verify -Dit.test=LedgerMySqlIT}.
 */
@ExtendWith(MySqlIsThere.class)
@Execution(ExecutionMode.CONCURRENT)
class OnMySqlTest {
    private static final int LONGEST_MINUTES = 12;
    private static final Path REPORTS = Path.of("target/surefire-reports");
    /** What a Java virtual machine knows by itself. */
    private static final List<String> ITS_OWN = List.of("java.", "jdk.", "sun.", "os.", "user.", "file.", "path.", "line.",
            "native.", "awt.", "aixin.test.");

    @TestFactory
    Stream<DynamicContainer> the_same_on_real_mysql_8() throws Exception {
        Map<String, List<DynamicTest>> tests = new LinkedHashMap<>();
        for (Outcome outcome : run(classes())) {
            tests.computeIfAbsent(outcome.of(), any -> new ArrayList<>())
                    .add(DynamicTest.dynamicTest(outcome.of() + "." + outcome.test(), () -> repeat(outcome)));
        }
        assertThat(tests).as("tests on MySQL").isNotEmpty();
        return tests.entrySet().stream().map(of -> DynamicContainer.dynamicContainer(of.getKey(), of.getValue()));
    }

    private static void repeat(Outcome outcome) {
        Assumptions.assumeTrue(outcome.skipped() == null, outcome.skipped());
        assertThat(outcome.failed()).as(outcome.of() + "." + outcome.test()).isNull();
    }

    private static List<String> classes() throws IOException {
        Path tests = Path.of("target/test-classes");
        try (Stream<Path> files = Files.walk(tests)) {
            return files.map(file -> tests.relativize(file).toString()).filter(name -> name.endsWith("MySqlIT.class"))
                    .map(name -> name.replace(File.separatorChar, '.').replaceFirst("\\.class$", "")).sorted().toList();
        }
    }

    private static List<Outcome> run(List<String> classes) throws Exception {
        Path told = Files.createDirectories(REPORTS).resolve("mysql.json"), output = REPORTS.resolve("mysql-output.txt");
        Files.deleteIfExists(told);
        Process process = new ProcessBuilder(command(told, classes)).redirectErrorStream(true)
                .redirectOutput(output.toFile()).start();
        Thread end = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(end);
        assertThat(process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)).as("an end, see %s", output).isTrue();
        Runtime.getRuntime().removeShutdownHook(end);
        assertThat(told).as("what came of the tests, see %s", output).exists();
        return new ObjectMapper().readValue(told.toFile(), new TypeReference<>() {
        });
    }

    /** As this one was started: the same options, class path and settings. */
    private static List<String> command(Path told, List<String> classes) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(option -> option.startsWith("-X"))
                .forEach(command::add);
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> ITS_OWN.stream().noneMatch(name::startsWith) || name.equals("java.util.logging.manager"))
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Aside.class.getName(), told.toString()));
        command.addAll(classes);
        return command;
    }
}
