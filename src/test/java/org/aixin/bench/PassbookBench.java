package org.aixin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;

import org.aixin.identity.Member;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** What a balance and the first page of a passbook cost, however long the passbook and the ledger are. */
@QuarkusTest
@TestProfile(BenchServers.class)
class PassbookBench {
    private static final int ROUNDS = 5, CALLS = 200, LINES = 20;
    private static final int[] SIZES = {1_000, 100_000, 2_000_000};
    private final Map<Integer, Member> people = new TreeMap<>();
    private final HttpClient http = HttpClient.newHttpClient();

    @Inject
    TestPeople village;

    @Inject
    Ledger ledger;

    @Inject
    LongPassbook passbook;

    @TestHTTPResource
    URL service;

    private final Figures figures = new Figures("passbook",
            "One passbook each of 1,000, 100,000 and 2,000,000 transfers in one ledger, read in turn, call by call, in " + ROUNDS
                    + " rounds of " + CALLS
                    + " calls; median of a round, median and worst of the rounds' ratios (dearest to cheapest)."
                    + " Then the passbook of 1,000 with 1,000 transfers in the whole ledger against 2,101,000.");

    @Test
    void costs_the_same_at_any_length() throws Exception {
        Unit unit = village.village();
        for (int size : SIZES) {
            people.put(size, village.resident(unit, "王秀英"));
            passbook.write(people.get(size).id(), size);
            if (size == SIZES[0]) {
                warmUp();
                figures.saw("balance in a ledger of 1,000", alone(balance(size)), "µs");
                figures.saw("first page in a ledger of 1,000", alone(page(size)), "µs");
            }
        }
        compare("balance", this::balance);
        compare("first page", this::page);
        compare("balance over HTTP", size -> over(size, "/api/me/balance"));
        compare("first page over HTTP", size -> over(size, "/api/me/statement"));
        figures.saw("balance of the same in a ledger of 2,101,000", alone(balance(SIZES[0])), "µs");
        figures.saw("first page of the same in a ledger of 2,101,000", alone(page(SIZES[0])), "µs");
        figures.write();
    }

    private interface Reading {
        Callable<?> of(int size);
    }

    private Callable<?> balance(int size) {
        Owner owner = Owner.member(people.get(size).id());
        return () -> ledger.balances(owner);
    }

    private Callable<?> page(int size) {
        Owner owner = Owner.member(people.get(size).id());
        return () -> {
            assertThat(ledger.statement(owner, Asset.POINTS, Long.MAX_VALUE, LINES)).hasSize(LINES);
            return owner;
        };
    }

    private Callable<?> over(int size, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service + path.substring(1)))
                .header("Authorization", "Bearer " + village.token(people.get(size).id())).build();
        return () -> {
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
            return request;
        };
    }

    private void warmUp() throws Exception {
        for (int i = 0; i < 20 * CALLS; i++) {
            balance(SIZES[0]).call();
            page(SIZES[0]).call();
        }
    }

    private double alone(Callable<?> reading) throws Exception {
        double[] rounds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            double[] calls = new double[CALLS];
            for (int call = 0; call < CALLS; call++) {
                calls[call] = micros(reading);
            }
            rounds[round] = Figures.median(calls);
        }
        return Figures.median(rounds);
    }

    /** Each length is asked once in turn, so that whatever else the machine does meets them alike. */
    private void compare(String what, Reading reading) throws Exception {
        Map<Integer, Callable<?>> readings = new TreeMap<>();
        for (int size : SIZES) {
            readings.put(size, reading.of(size));
            readings.get(size).call();
        }
        double[] ratios = new double[ROUNDS];
        Map<Integer, double[]> medians = new TreeMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            Map<Integer, double[]> calls = new TreeMap<>();
            for (int call = 0; call < CALLS; call++) {
                for (int size : SIZES) {
                    calls.computeIfAbsent(size, any -> new double[CALLS])[call] = micros(readings.get(size));
                }
            }
            for (int size : SIZES) {
                medians.computeIfAbsent(size, any -> new double[ROUNDS])[round] = Figures.median(calls.get(size));
            }
            ratios[round] = ratio(medians, round);
        }
        for (int size : SIZES) {
            figures.saw(what + ", passbook of " + size, Figures.median(medians.get(size)), "µs");
        }
        figures.atMost(what + ", dearest to cheapest", Figures.median(ratios), "", 1.3);
        figures.saw(what + ", worst round", Arrays.stream(ratios).max().orElseThrow(), "");
    }

    private static double ratio(Map<Integer, double[]> medians, int round) {
        double[] each = medians.values().stream().mapToDouble(rounds -> rounds[round]).sorted().toArray();
        return each[each.length - 1] / each[0];
    }

    private static double micros(Callable<?> reading) throws Exception {
        long begin = System.nanoTime();
        reading.call();
        return (System.nanoTime() - begin) / 1000.0;
    }
}
