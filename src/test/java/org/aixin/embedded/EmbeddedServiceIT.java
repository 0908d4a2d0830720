package org.aixin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;

import org.aixin.kernel.Lan;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The service with servers of its own, started on an empty folder with nothing configured. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the service on an empty folder") // one test of it after another
@ResourceLock(value = RunningService.NOISE, mode = ResourceAccessMode.READ)
class EmbeddedServiceIT {
    private static Path data;
    private static RunningService service;

    @BeforeAll
    static void start() throws Exception {
        data = RunningService.newData("demo");
        service = RunningService.start(data, Map.of());
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
    }

    private static ProcessHandle server(String name) throws IOException {
        return new PidRecord(data.resolve(name + ".pid")).orphan().orElseThrow();
    }

    private static void eventually(Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!holds.call()) {
            assertThat(System.nanoTime()).as("waited for long enough").isLessThan(end);
            Thread.sleep(200);
        }
    }

    private static void signal(String signal, ProcessHandle process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor()).isZero();
    }

    @Test
    void the_first_start_says_what_takes_time_then_one_box_with_all_one_needs() throws Exception {
        assertThat(service.output()).contains("Preparing a new database", "Loading the demo village",
                "http://localhost:" + service.port(), data.toString(), "13800000001", "aixin2026", "HTTPS")
                .containsOnlyOnce("┌");
    }

    @Test
    void the_passwords_are_for_the_owner_alone() throws Exception {
        for (String file : List.of("embedded.properties", "mariadb-users.sql", "redis.conf")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file)))).as(file)
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data))).isEqualTo("rwx------");
    }

    @Test
    void the_servers_listen_on_this_machine_only_and_want_a_password() throws Exception {
        Properties embedded = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve("embedded.properties"))) {
            embedded.load(reader);
        }
        assertThat(embedded.stringPropertyNames()).contains("mariadb.port", "mariadb.user", "mariadb.password",
                "mariadb.database", "redis.port", "redis.password");
        for (String port : List.of("mariadb.port", "redis.port")) {
            InetSocketAddress fromOutside = new InetSocketAddress(Lan.address().orElseThrow(),
                    Integer.parseInt(embedded.getProperty(port)));
            try (Socket socket = new Socket()) {
                assertThatThrownBy(() -> socket.connect(fromOutside, 2000)).isInstanceOf(ConnectException.class);
            }
        }
        try (Socket redis = new Socket("127.0.0.1", Integer.parseInt(embedded.getProperty("redis.port")))) {
            redis.getOutputStream().write("PING\r\n".getBytes());
            assertThat(new String(redis.getInputStream().readNBytes(7))).isEqualTo("-NOAUTH");
        }
    }

    @Test
    void a_second_service_on_the_same_folder_is_refused_with_a_sentence_that_names_it() throws Exception {
        try (RunningService second = RunningService.start(data, Map.of())) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output()).contains("正被另一个正在运行的爱心超市使用", "is in use by another running service", data.toString());
        }
        assertThat(service.get("/q/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void a_frozen_redis_degrades_the_service_and_holds_nobody() throws Exception {
        eventually(() -> !service.isDegraded());
        ProcessHandle redis = server("redis");
        signal("STOP", redis);
        try {
            long asked = System.nanoTime();
            assertThat(service.isDegraded()).isTrue();
            assertThat(System.nanoTime() - asked).isLessThan(5_000_000_000L);
        } finally {
            signal("CONT", redis);
        }
        eventually(() -> !service.isDegraded());
    }

    @Test
    void a_server_that_dies_is_started_again_and_a_live_round_goes_on_with_every_answer() throws Exception {
        HalfRound round = HalfRound.begun(service);
        round.isPlayedOn(service);
        for (String name : List.of("mariadb", "redis")) {
            ProcessHandle before = server(name);
            before.destroyForcibly();
            eventually(() -> new PidRecord(data.resolve(name + ".pid")).orphan().filter(now -> now.pid() != before.pid())
                    .isPresent());
        }
        eventually(() -> service.get("/q/health/ready").statusCode() == 200 && !service.isDegraded());
        assertThat(service.signIn("13800000001", "aixin2026")).isNotEmpty();
        round.goesOn(service);
    }
}
