package org.aixin.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** An auditor checks the whole ledger from the command line, beside the running service and alone. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = RunningService.NOISE, mode = ResourceAccessMode.READ)
class VerifyIT {
    private final Path data = RunningService.newData("verify");

    VerifyIT() throws Exception {
    }

    private record Said(int code, String words) {
    }

    private Said verify(String... options) throws Exception {
        Path output = Files.createTempFile(Files.createDirectories(Path.of("target/test-data")), "verify", ".out");
        ProcessBuilder java = new ProcessBuilder(
                new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar",
                        Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath().toString(), "verify")));
        java.command().addAll(List.of(options));
        java.environment().putAll(Map.of("AIXIN_DATA", data.toString(), "AIXIN_PROGRAMS", TestServers.PROGRAMS.toString()));
        int code = java.redirectErrorStream(true).redirectOutput(output.toFile()).start().waitFor();
        return new Said(code, Files.readString(output));
    }

    private void asTheDatabaseAdministrator(String... statements) throws Exception {
        Credentials known = Credentials.in(data);
        String url = "jdbc:mysql://127.0.0.1:%d/%s?sslMode=DISABLED".formatted(known.port("mariadb.port"),
                known.get("mariadb.database"));
        try (Connection connection = DriverManager.getConnection(url, known.get("mariadb.owner.user"),
                known.get("mariadb.owner.password")); Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @Test
    void what_was_sealed_is_checked_and_the_first_difference_is_named() throws Exception {
        assertThat(verify()).returns(2, Said::code);
        Path kept = Files.createTempFile(Path.of("target/test-data"), "kept", ".json");
        try (RunningService service = RunningService.start(data, Map.of("AIXIN_SEAL_EVERY", "3s"))) {
            String seals = service.get("/api/seals").body();
            for (int tries = 0; tries < 60 && !seals.contains("\"number\":1,"); tries++) {
                Thread.sleep(1000);
                seals = service.get("/api/seals").body();
            }
            Files.writeString(kept, seals);
            assertThat(verify("--against", kept.toString())).returns(0, Said::code).extracting(Said::words).asString()
                    .contains("全部相符");
            asTheDatabaseAdministrator("DROP TRIGGER transfer_never_changes",
                    "UPDATE transfer t JOIN seal_log l ON l.transfer = t.id SET t.amount = t.amount + 100 WHERE l.position = 6");
            assertThat(verify()).returns(1, Said::code).extracting(Said::words).asString().contains("第 7 笔和封存时不一样");
            asTheDatabaseAdministrator(
                    "UPDATE transfer t JOIN seal_log l ON l.transfer = t.id SET t.amount = t.amount - 100 WHERE l.position = 6");
            Path other = Files.createTempFile(Path.of("target/test-data"), "other", ".json");
            Files.writeString(other, seals.replaceFirst("\"root\":\"[0-9a-f]{4}", "\"root\":\"0000"));
            assertThat(verify("--against", other.toString())).returns(1, Said::code).extracting(Said::words).asString()
                    .contains("整个改写过");
        }
        assertThat(verify("--against", kept.toString())).returns(0, Said::code);
        Path last = data.resolve("seal.key.last");
        String seal = Files.readString(last);
        Files.writeString(last, seal.replaceFirst("^(aixin-seal \\S+) [0-9]+", "$1 1000"));
        assertThat(verify()).returns(1, Said::code).extracting(Said::words).asString().contains("第 1000 份防改凭证不见了");
    }
}
