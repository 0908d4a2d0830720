package org.aixin;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Keeps the table of packages that ARCHITECTURE.md prints: who may import whom. */
@Execution(ExecutionMode.CONCURRENT)
class ArchitectureTest {
    private static final String ROOT = "org.aixin.";
    private static final JavaClasses PRODUCT = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.aixin");

    /** A row of the table: the package, then all that it may import. */
    private static final Map<String, String> TABLE = table("""
        kernel       ->
        ledger       -> kernel
        identity     -> kernel
        access       -> identity kernel
        watch        -> identity kernel
        household    -> ledger identity kernel
        expiry       -> ledger identity kernel
        seal         -> ledger kernel
        notice       -> seal ledger identity kernel
        standard     -> seal notice ledger identity kernel
        drill        -> standard identity kernel
        meeting      -> standard notice identity kernel
        quiz         -> standard identity kernel
        round        -> quiz access identity kernel
        goods        -> identity kernel
        scan         -> kernel
        redemption   -> scan goods ledger access identity kernel
        counter      -> redemption goods ledger identity kernel
        solvency     -> goods ledger identity kernel
        donation     -> solvency redemption goods ledger identity kernel
        event        -> round quiz drill donation redemption goods standard ledger identity kernel
        passbook     -> seal ledger identity kernel
        web          -> any
        embedded     -> any
        """);

    @Test
    void packages_import_only_toward_the_ground_floor() {
        TABLE.forEach((name, imports) -> {
            if (!imports.equals("any")) {
                String[] allowed = Stream.concat(Stream.of(name), Arrays.stream(imports.split(" "))).filter(p -> !p.isEmpty())
                        .map(p -> ROOT + p).toArray(String[]::new);
                noClasses().that().resideInAPackage(ROOT + name).should().dependOnClassesThat(
                        resideInAPackage("org.aixin..").and(not(resideInAnyPackage(allowed)))).check(PRODUCT);
            }
        });
    }

    @Test
    void nothing_imports_the_frame_or_the_embedded_servers() {
        for (String top : new String[]{"web", "embedded"}) {
            noClasses().that().resideOutsideOfPackages(ROOT + "web", ROOT + "embedded").should().dependOnClassesThat()
                    .resideInAPackage(ROOT + top).check(PRODUCT);
        }
    }

    @Test
    void every_class_stands_in_a_package_of_the_table() {
        classes().should().resideInAnyPackage(TABLE.keySet().stream().map(p -> ROOT + p).toArray(String[]::new)).check(PRODUCT);
    }

    @Test
    void time_is_asked_of_the_injected_clock_only() {
        for (Class<?> type : new Class<?>[]{Instant.class, LocalDate.class, LocalDateTime.class}) {
            noClasses().should().callMethod(type, "now").check(PRODUCT);
        }
        noClasses().that().doNotHaveFullyQualifiedName(ROOT + "kernel.ClockProducer").should()
                .callMethod(Clock.class, "systemUTC")
                .check(PRODUCT);
    }

    @Test
    void architecture_md_prints_the_same_table() throws IOException {
        String page = Files.readString(Path.of("ARCHITECTURE.md"));
        TABLE.forEach((name, imports) -> assertThat(page).as("the row of " + name)
                .containsPattern("\\| `" + name + "` \\|[^|]*\\| " + (imports.isEmpty() ? "nothing" : imports.replace(" ", ", "))
                        + " \\|"));
    }

    private static Map<String, String> table(String rows) {
        Map<String, String> table = new LinkedHashMap<>();
        rows.lines().map(row -> row.split("->", -1)).forEach(row -> table.put(row[0].trim(), row[1].trim()));
        return table;
    }
}
