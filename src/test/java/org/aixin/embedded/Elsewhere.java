package org.aixin.embedded;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.aixin.kernel.Lan;

import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.specification.RequestSpecification;
import org.assertj.core.api.Assumptions;

/** Another machine on the village's network, as far as the service can tell. */
final class Elsewhere {
    private Elsewhere() {
    }

    /** A request that comes from this machine's address on the network to its loopback address. */
    static RequestSpecification given() throws UnknownHostException {
        Assumptions.assumeThat(Lan.address()).as("this machine has a network").isPresent();
        return RestAssured.given().contentType("application/json").config(RestAssured.config().httpClient(HttpClientConfig
                .httpClientConfig().setParam("http.route.local-address", InetAddress.getByName(Lan.address().orElseThrow()))));
    }

    /** What somebody sends who signs in. */
    static String signIn(String login) {
        return "{\"login\":\"%s\",\"secret\":\"%s\"}".formatted(login, DemoPeople.SECRET);
    }
}
