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
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.restassured.path.json.JsonPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** How the service ends, in good order or not, and what the next start finds. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the services that end") // one test of it after another
@ResourceLock(value = RunningService.NOISE, mode = ResourceAccessMode.READ)
class ServiceEndsIT {
    private static final String DEMO = "slow";
    private static final Map<String, String> OWN = Map.of("AIXIN_DEMO", "false");

    private static int setSecret(RunningService service, String code) throws Exception {
        return service.post("/api/secrets", "none",
                "{\"login\":\"admin\",\"oneTimeCode\":\"%s\",\"secret\":\"283746\"}".formatted(code)).join().statusCode();
    }

    private static List<ProcessHandle> servers(Path data) {
        return Stream.of("mariadb", "redis").flatMap(name -> new PidRecord(data.resolve(name + ".pid")).orphan().stream())
                .toList();
    }

    private static @Nullable RunningService service;
    private static @Nullable HalfRound round;

    @AfterAll
    static void stop() throws Exception {
        if (service != null) {
            service.close();
        }
    }

    @Test
    @Order(1)
    void a_killed_service_comes_back_on_the_same_data_and_its_first_administrator_gets_in() throws Exception {
        Path data = RunningService.newData("own");
        List<ProcessHandle> orphans;
        String lost;
        try (RunningService killed = RunningService.start(data, OWN)) {
            lost = killed.oneTimeCode();
            orphans = servers(data);
            assertThat(orphans).hasSize(2);
            killed.kill();
        }
        assertThat(orphans).allMatch(ProcessHandle::isAlive);
        try (RunningService service = RunningService.start(data, OWN)) {
            assertThat(orphans).noneMatch(ProcessHandle::isAlive);
            assertThat(setSecret(service, lost)).as("the code of the former start").isEqualTo(401);
            assertThat(setSecret(service, service.oneTimeCode())).isEqualTo(204);
            assertThat(service.signIn("admin", "283746")).isNotEmpty();
        }
        assertThat(servers(data)).isEmpty();
    }

    @Test
    @Order(2)
    void a_service_that_is_killed_while_a_square_answers_goes_on_with_the_round_and_loses_no_answer() throws Exception {
        Path data = RunningService.newData(DEMO);
        try (RunningService killed = RunningService.start(data, Map.of())) {
            HalfRound begun = HalfRound.begun(killed);
            try (Connection owner = owner(data)) {
                begun.holdsCredits(owner);
                begun.isPlayedOn(killed);
                killed.kill();
                owner.rollback();
            }
            round = begun;
        }
        service = RunningService.start(data, Map.of("AIXIN_DEMO_LAN", "true"));
        round.goesOn(service);
    }

    @Test
    @Order(3)
    void the_demo_that_is_there_opens_to_other_machines_when_asked() throws Exception {
        Elsewhere.given().body(Elsewhere.signIn("clerk"))
                .post("http://127.0.0.1:" + Objects.requireNonNull(service).port() + "/api/sessions").then().statusCode(201);
    }

    @Test
    @Order(4)
    void a_term_signal_during_a_slow_redemption_loses_nothing() throws Exception {
        Path data = TestServers.data("service " + DEMO);
        RunningService ends = Objects.requireNonNull(service);
        String resident = ends.signIn("13800000001", "aixin2026");
        String clerk = ends.signIn("clerk", "aixin2026");
        HttpResponse<String> reserved = ends
                .post("/api/orders", resident, "{\"shop\":\"GJZ\",\"lines\":[{\"goods\":\"soy\",\"quantity\":2}]}").join();
        assertThat(reserved.statusCode()).as(reserved.body()).isEqualTo(201);
        String code = JsonPath.from(reserved.body()).getString("code");
        CompletableFuture<HttpResponse<String>> handedOver,
                listens = Objects.requireNonNull(round).listener(ends);
        try (Connection owner = owner(data); Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.executeQuery("SELECT * FROM stock FOR UPDATE").close();
            handedOver = ends.post("/api/desk/collections", clerk, "{\"shop\":\"GJZ\",\"code\":\"%s\"}".formatted(code));
            TimeUnit.SECONDS.sleep(1);
            ends.terminate();
            TimeUnit.SECONDS.sleep(2);
            assertThat(ends.isAlive()).as("it waits for the request under way").isTrue();
            assertThat(handedOver).as("the request waits for the shelf").isNotDone();
            assertThat(listens).as("nobody is waited for who only listens").isDone();
            owner.rollback();
        }
        assertThat(handedOver.get(20, TimeUnit.SECONDS).statusCode()).as(handedOver.join().body()).isEqualTo(201);
        assertThat(ends.exitCode()).isEqualTo(143);
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

    @Test
    @Order(5)
    void the_demo_is_never_taken_for_real_use() throws Exception {
        Path data = TestServers.data("service " + DEMO);
        try (RunningService refused = RunningService.start(data, OWN)) {
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.output()).contains("不能转作正式使用", "stays a demo", data.toString()).doesNotContain("┌", "Exception");
        }
        assertThat(servers(data)).isEmpty();
    }

    private static Connection owner(Path data) throws Exception {
        Credentials credentials = Credentials.in(data);
        return DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:%s/%s?sslMode=DISABLED".formatted(credentials.get("mariadb.port"),
                        credentials.get("mariadb.database")),
                credentials.get("mariadb.owner.user"), credentials.get("mariadb.owner.password"));
    }
}
