package org.aixin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;

/**
 * Whether the tests would see it: bugs are planted in a copy of the product, one at a time, and the test that should see each is
 * run there, in a process of its own. First all of these tests run with nothing planted, and must pass.
 */
class PlantedBugsBench {
    private static final Path TREE = Path.of("target/planted").toAbsolutePath();
    private static final Path CLASSES = TREE.resolve("target/classes");
    private static final String BEFORE_ANY_TEST = "Failed to start quarkus";
    private static final String ONLY = System.getProperty("aixin.bench.planted", ".*");

    /** How a test went in the copy: which failed and what the first said. */
    private record Seen(int passed, List<String> failed) {
    }

    @Test
    void the_suite_sees_each_of_them() throws Exception {
        List<PlantedBug> bugs = PlantedBug.all().stream().filter(bug -> bug.name().matches(ONLY)).toList();
        Figures figures = new Figures("planted", "Each bug of src/test/planted is planted in a copy of the product, and the test"
                + " of the suite that should see it is run there, in a JVM of its own with servers of its own. 1 is seen, 0 is"
                + " not: also where the patch no longer applies, does not compile, or the service does not even start.");
        freshTree();
        List<String> tests = bugs.stream().map(PlantedBug::seenBy).distinct().toList();
        Seen sound = run("nothing", tests);
        figures.atLeast("tests that pass with nothing planted", sound.passed, "of " + tests.size(), tests.size());
        int caught = 0;
        for (PlantedBug bug : bugs) {
            String missed = missed(bug);
            System.out.printf("%s: %s%n", bug.name(), missed.isEmpty() ? "seen by " + bug.seenBy() : "NOT SEEN, " + missed);
            caught += missed.isEmpty() ? 1 : 0;
            figures.atLeast(bug.name() + ": " + bug.says(), missed.isEmpty() ? 1 : 0,
                    missed.isEmpty() ? "seen by " + bug.seenBy().replace("org.aixin.", "") : missed, 1);
        }
        figures.atLeast("bugs seen", caught, "of " + bugs.size(), Math.max(10, bugs.size()));
        figures.write();
        assertThat(sound).isEqualTo(new Seen(tests.size(), List.of()));
        assertThat(caught).isEqualTo(bugs.size());
    }

    /** Why the bug is not seen; nothing where it is. */
    private static String missed(PlantedBug bug) throws Exception {
        freshSources();
        try {
            compile(bug.plant(TREE));
        } catch (IllegalStateException rotten) {
            return String.valueOf(rotten.getMessage());
        }
        Seen seen = run(bug.name(), List.of(bug.seenBy()));
        if (seen.failed.stream().anyMatch(failed -> failed.contains(BEFORE_ANY_TEST))) {
            return "the service does not start";
        }
        return seen.failed.isEmpty() ? seen.passed + " tests ran and passed" : "";
    }

    private static void compile(List<Path> changed) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path file : changed) {
            if (file.toString().endsWith(".java")) {
                sources.add(file);
            } else {
                Path resource = TREE.resolve("src/main/resources").relativize(file);
                Files.write(CLASSES.resolve(resource), Files.readAllBytes(file));
            }
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-proc:none", "-nowarn", "-parameters", "-g", "-d", CLASSES.toString(), "-cp",
                    classPath());
            if (!sources.isEmpty()
                    && !compiler.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources)).call()) {
                throw new IllegalStateException("it does not compile: " + said.toString().lines().findFirst().orElse(""));
            }
        }
    }

    private static Seen run(String name, List<String> tests) throws Exception {
        Path log = TREE.resolve(name + ".txt");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        for (String passedOn : List.of("maven.home", "maven.repo.local", "maven.settings")) {
            String value = System.getProperty(passedOn);
            if (value != null) {
                command.add("-D" + passedOn + "=" + value);
            }
        }
        command.addAll(List.of("-cp", classPath(), PlantedTests.class.getName()));
        command.addAll(tests);
        Process process = new ProcessBuilder(command).directory(TREE.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return new Seen(0, List.of());
        }
        List<String> lines = Files.readAllLines(log);
        return new Seen((int) lines.stream().filter(line -> line.startsWith(PlantedTests.PASSED)).count(),
                lines.stream().filter(line -> line.startsWith(PlantedTests.FAILED)).toList());
    }

    /** The copy's classes before all, and of the present class path whatever does not come from this project. */
    private static String classPath() {
        String own = Path.of("target").toAbsolutePath().toString();
        return Stream.concat(Stream.of(TREE.resolve("target/test-classes").toString(), CLASSES.toString()),
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(each -> !each.startsWith(own)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void freshTree() throws IOException {
        Files.createDirectories(TREE.resolve("target"));
        Files.write(TREE.resolve("pom.xml"), Files.readAllBytes(Path.of("pom.xml")));
        copy("target/test-classes");
        freshSources();
    }

    private static void freshSources() throws IOException {
        copy("src/main");
        copy("target/classes");
    }

    private static void copy(String folder) throws IOException {
        Path from = Path.of(folder), to = TREE.resolve(folder);
        if (Files.exists(to)) {
            try (Stream<Path> old = Files.walk(to)) {
                for (Path each : old.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(each);
                }
            }
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path each : files.toList()) {
                Path copy = to.resolve(from.relativize(each).toString());
                Files.createDirectories(Files.isDirectory(each) ? copy : copy.getParent());
                if (!Files.isDirectory(each)) {
                    Files.copy(each, copy);
                }
            }
        }
    }
}
