package org.aixin.embedded;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The service on a database that somebody else runs, without a Redis, behind a proxy that speaks HTTPS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("a database of somebody else") // one test of it after another
@ResourceLock(value = RunningService.NOISE, mode = ResourceAccessMode.READ)
class ConfiguredServiceIT {
    private static final String SECRET = "a clerk of two towns";
    private final Path unused = TestServers.data("unused");
    private EmbeddedServers elsewhere;
    private RunningService service;

    @BeforeAll
    void start() throws Exception {
        Path data = TestServers.data("elsewhere");
        TestServers.forgetFormerRun(data);
        Binaries.delete(unused);
        elsewhere = EmbeddedServers.start(data, TestServers.PROGRAMS, said -> {
        });
        service = RunningService.start(unused, configured(elsewhere.access()));
    }

    @AfterAll
    void stop() throws Exception {
        service.close();
        elsewhere.close();
    }

    @Test
    void with_a_configured_database_and_no_redis_it_starts_no_servers_and_no_demo_and_says_degraded() throws Exception {
        assertThat(service.output()).contains("AIXIN_REDIS_URL", "One-time code").doesNotContain("aixin2026");
        assertThat(service.isDegraded()).isTrue();
        assertThat(unused.resolve("mariadb")).doesNotExist();
        assertThat(Files.exists(unused.resolve("embedded.properties"))).isFalse();
    }

    @Test
    void the_cookies_are_for_https_alone_when_the_proxy_was_asked_by_https() throws Exception {
        service.post("/api/secrets", "none", "{\"login\":\"admin\",\"oneTimeCode\":\"%s\",\"secret\":\"%s\"}"
                .formatted(service.oneTimeCode(), SECRET)).join();
        assertThat(signedIn("https")).hasSizeGreaterThan(0).allMatch(cookie -> cookie.contains("Secure"));
        assertThat(signedIn("http")).hasSizeGreaterThan(0).noneMatch(cookie -> cookie.contains("Secure"));
    }

    /** The cookies that a browser gets on its way in. */
    private List<String> signedIn(String scheme) throws Exception {
        String host = scheme.equals("https") ? "__Host-" : "";
        Response page = asked(scheme).get("/sign-in");
        String token = page.cookie(host + "csrf-token");
        Response entered = asked(scheme).cookie(host + "csrf-token", token).formParam("csrf-token", token)
                .formParam("login", "admin")
                .formParam("secret", SECRET).post("/sign-in");
        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(entered.cookie(host + "aixin")).isNotEmpty();
        return List.of(page.header("Set-Cookie"), entered.header("Set-Cookie"));
    }

    private RequestSpecification asked(String scheme) throws Exception {
        return given().baseUri("http://localhost:" + service.port()).redirects().follow(false).accept("text/html")
                .header("X-Forwarded-Proto", scheme).header("X-Forwarded-For", "192.0.2.7");
    }

    private static Map<String, String> configured(Access access) {
        Map<String, String> environment = new HashMap<>(Map.of("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true",
                "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES", "127.0.0.1"));
        environment.putAll(Map.of("QUARKUS_DATASOURCE_JDBC_URL", access.url(), "QUARKUS_DATASOURCE_USERNAME", access.user(),
                "QUARKUS_DATASOURCE_PASSWORD", access.password(), "QUARKUS_FLYWAY_USERNAME", access.owner(),
                "QUARKUS_FLYWAY_PASSWORD", access.ownerPassword()));
        return environment;
    }
}
