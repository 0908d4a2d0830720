package org.aixin.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

/** How the service ends, in good order or not, and what the next start finds. */
class ServiceEndsIT {
    private static final Pattern ONE_TIME_CODE = Pattern.compile("One-time code\\s+([0-9]{8})");
    private static final Map<String, String> OWN = Map.of("AIXIN_DEMO", "false");

    private static String code(RunningService service) throws Exception {
        Matcher code = ONE_TIME_CODE.matcher(service.output());
        assertThat(code.find()).as(service.output()).isTrue();
        return code.group(1);
    }

    private static List<ProcessHandle> servers(Path data) {
        return Stream.of("mariadb", "redis").flatMap(name -> new PidRecord(data.resolve(name + ".pid")).orphan().stream())
                .toList();
    }

    @Test
    void a_killed_service_comes_back_on_the_same_data_and_its_first_administrator_gets_in() throws Exception {
        Path data = RunningService.newData("own");
        List<ProcessHandle> orphans;
        try (RunningService killed = RunningService.start(data, OWN)) {
            assertThat(killed.output()).contains("One-time code").doesNotContain("aixin2026");
            orphans = servers(data);
            assertThat(orphans).hasSize(2);
            killed.kill();
        }
        assertThat(orphans).allMatch(ProcessHandle::isAlive);
        try (RunningService service = RunningService.start(data, OWN)) {
            assertThat(orphans).noneMatch(ProcessHandle::isAlive);
            String first = "{\"login\":\"admin\",\"oneTimeCode\":\"%s\",\"secret\":\"283746\"}".formatted(code(service));
            assertThat(service.post("/api/secrets", "none", first).join().statusCode()).isEqualTo(204);
            assertThat(service.signIn("admin", "283746")).isNotEmpty();
        }
        assertThat(servers(data)).isEmpty();
    }

    @Test
    void a_term_signal_during_a_slow_redemption_loses_nothing() throws Exception {
        Path data = RunningService.newData("slow");
        try (RunningService service = RunningService.start(data, Map.of())) {
            String resident = service.signIn("13800000001", "aixin2026");
            String clerk = service.signIn("clerk", "aixin2026");
            HttpResponse<String> reserved = service
                    .post("/api/orders", resident, "{\"shop\":\"GJZ\",\"lines\":[{\"goods\":\"soy\",\"quantity\":2}]}").join();
            assertThat(reserved.statusCode()).as(reserved.body()).isEqualTo(201);
            String code = JsonPath.from(reserved.body()).getString("code");

            CompletableFuture<HttpResponse<String>> handedOver;
            try (Connection owner = owner(data); Statement statement = owner.createStatement()) {
                owner.setAutoCommit(false);
                statement.executeQuery("SELECT * FROM stock FOR UPDATE").close();
                handedOver = service.post("/api/desk/collections", clerk, "{\"shop\":\"GJZ\",\"code\":\"%s\"}".formatted(code));
                TimeUnit.SECONDS.sleep(1);
                service.terminate();
                TimeUnit.SECONDS.sleep(2);
                assertThat(service.isAlive()).as("it waits for the request under way").isTrue();
                assertThat(handedOver).as("the request waits for the shelf").isNotDone();
                owner.rollback();
            }
            assertThat(handedOver.get(20, TimeUnit.SECONDS).statusCode()).as(handedOver.join().body()).isEqualTo(201);
            assertThat(service.exitCode()).isEqualTo(143);
        }
        assertThat(servers(data)).isEmpty();
        try (EmbeddedServers servers = EmbeddedServers.start(data, TestServers.PROGRAMS, said -> {
        });
                Connection owner = owner(data);
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM orders WHERE status = 'COLLECTED'")) {
            assertThat(servers.settings()).isNotEmpty();
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(1);
        }
    }

    private static Connection owner(Path data) throws Exception {
        Credentials credentials = Credentials.in(data);
        return DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:%s/%s?sslMode=DISABLED".formatted(credentials.get("mariadb.port"),
                        credentials.get("mariadb.database")),
                credentials.get("mariadb.owner.user"), credentials.get("mariadb.owner.password"));
    }
}
