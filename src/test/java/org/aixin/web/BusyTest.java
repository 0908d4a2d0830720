package org.aixin.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that cannot just now is no failure of ours: whoever asks is told to come again. */
@QuarkusTest
class BusyTest {
    private static final Map<String, SQLException> THROWN = Map.of("deadlock", new SQLException("Deadlock found", "40001", 1213),
            "lock", new SQLException("Lock wait timeout exceeded", "41000", 1205), "changed",
            new SQLException("Record has changed since last read", "HY000", 1020), "gone",
            new SQLException("Communications link failure", "08S01"), "none",
            new SQLTransientConnectionException("no connection"), "syntax", new SQLException("SQL syntax", "42000", 1064));

    /** Fails as features fail: with the database's word somewhere inside. */
    @Path("/failing/{how}")
    static class Failing {
        @GET
        @PermitAll
        @Produces({MediaType.TEXT_PLAIN, MediaType.TEXT_HTML})
        @Operation(hidden = true)
        public String fail(@PathParam("how") String how) {
            throw new IllegalStateException(new PersistenceException(THROWN.get(how)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"deadlock", "lock", "changed", "gone", "none"})
    void whatever_passes_is_answered_as_busy(String how) {
        given().get("/failing/" + how).then().statusCode(503).contentType("application/problem+json").header("Retry-After", "1")
                .body("code", equalTo("busy")).body("detail", containsString("请过几秒再试"));
        given().accept("text/html").get("/failing/" + how).then().statusCode(503).contentType("text/html")
                .header("Retry-After", "1").body(containsString("请过几秒再试")).body(not(containsString("Exception")));
    }

    @Test
    void what_does_not_pass_stays_a_failure() {
        given().get("/failing/syntax").then().statusCode(500).body("code", equalTo("internal_error"))
                .body(not(containsString("SQL")));
    }
}
