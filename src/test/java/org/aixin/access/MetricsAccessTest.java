package org.aixin.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.util.List;

import jakarta.inject.Inject;

import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MetricsAccessTest {
    @Inject
    TestPeople people;

    @Test
    void whoever_asks_on_this_machine_may_read() {
        given().get("/q/metrics").then().statusCode(200).body(containsString("jvm_"));
    }

    @Test
    void strangers_from_elsewhere_are_asked_to_sign_in() {
        for (String path : new String[]{"/q/metrics", "/q/metrics/", "/q/metrics/x", "/q//metrics", "/q/./metrics"}) {
            elsewhere().urlEncodingEnabled(false).get(path).then().statusCode(401).contentType("application/problem+json")
                    .body("code", equalTo("sign_in_required"));
        }
        elsewhere().header("Authorization", "Bearer guess").get("/q/metrics").then().statusCode(401);
        given().header("Forwarded", "for=203.0.113.9").get("/q/metrics").then().statusCode(401);
    }

    @Test
    void administrators_and_auditors_may_read_from_anywhere_and_nobody_else() {
        for (Role role : Role.values()) {
            boolean may = role == Role.ADMIN || role == Role.AUDITOR;
            long person = role == Role.RESIDENT
                    ? people.resident(people.village(), "王秀英").id()
                    : people.staff(people.village(), role).id();
            elsewhere().auth().preemptive().oauth2(people.token(person)).get("/q/metrics").then().statusCode(may ? 200 : 403);
        }
    }

    @Test
    void a_program_with_the_configured_token_may_read() {
        assertThat(MetricsAccess.isGiven("the-scraper", "Bearer the-scraper")).isTrue();
        for (String other : List.of("", "Bearer ", "Bearer the-scrape", "Basic the-scraper", "the-scraper", "Bearer null")) {
            assertThat(MetricsAccess.isGiven("the-scraper", other)).as(other).isFalse();
        }
        assertThat(MetricsAccess.isGiven("null", null)).isFalse();
    }

    @Test
    void a_request_without_a_person_is_counted_under_what_its_address_means() {
        given().get("/api/orders/90817263").then().statusCode(401);
        given().auth().preemptive().oauth2("nobody").get("/api/orders/90817263").then().statusCode(401);
        given().get("/q/metrics").then().body(containsString("uri=\"/api/orders/{id}\"")).body(not(containsString("90817263")));
    }

    @Test
    void health_is_open_to_all() {
        elsewhere().get("/q/health/live").then().statusCode(200);
        elsewhere().get("/q/health/ready").then().statusCode(200);
    }

    private static RequestSpecification elsewhere() {
        return given().header("X-Forwarded-For", "203.0.113.9");
    }
}
