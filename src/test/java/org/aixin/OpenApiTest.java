package org.aixin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The committed OpenAPI document is what outside programs are built on; run with -Dopenapi.update=true to renew it. */
@QuarkusTest
class OpenApiTest {
    private static final Path COMMITTED = Path.of("src/docs/openapi.yaml");

    @Test
    void the_committed_document_equals_the_served_one() throws IOException {
        String served = given().get("/q/openapi").then().statusCode(200).extract().asString();
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(COMMITTED, served);
        }
        assertThat(served).isEqualTo(Files.readString(COMMITTED));
    }
}
