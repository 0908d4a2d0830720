package org.aixin.seal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.aixin.kernel.Ids;
import org.aixin.kernel.Sql;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Command;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Outcome.Posted;
import org.aixin.ledger.Owner;
import org.aixin.ledger.Source;
import org.aixin.seal.Verified.Difference;
import org.aixin.seal.Verified.What;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** As an outsider checks it: from what the service answers, with the standard's algorithms and Java's own Ed25519. */
@QuarkusTest
class SealsTest {
    @Inject
    Seals seals;

    @Inject
    Ledger ledger;

    @Inject
    Sql sql;

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "aixin.seal.key")
    Path key;

    private long post() {
        Command move = new Command.Move(new Source("award", "seal-test:" + Ids.next()), "member:1", Asset.POINTS, Owner.ISSUER,
                Owner.member(Ids.next()), 3);
        return ((Posted) ledger.post(move)).transfer();
    }

    private static JsonPath get(String path) {
        return given().get(path).then().statusCode(200).extract().jsonPath();
    }

    private static boolean signed(JsonPath keys, Seal seal) throws Exception {
        String pem = keys.getString("items.find { it.id == '" + seal.key() + "' }.pem");
        byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initVerify(key);
        ed25519.update(("aixin-seal\n" + seal.key() + "\n" + seal.number() + "\n" + seal.size() + "\n" + seal.root() + "\n"
                + seal.at() + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return ed25519.verify(Base64.getDecoder().decode(seal.signature()));
    }

    private static List<byte[]> bytes(List<String> hex) {
        return hex.stream().map(HexFormat.of()::parseHex).toList();
    }

    @Test
    void what_is_new_is_sealed_and_nothing_twice() throws Exception {
        post();
        Seal seal = seals.seal(null).orElseThrow();
        assertThat(signed(get("/api/seals/key"), seal)).isTrue();
        assertThat(seals.seal(null)).isEmpty();
        assertThat(get("/api/seals?limit=1").getLong("items[0].number")).isEqualTo(seal.number());
        assertThat(seal.size()).isEqualTo(sql.first("SELECT COUNT(*) FROM transfer", row -> row.getLong(1)).orElseThrow());
    }

    @Test
    void what_is_posted_meanwhile_waits_for_the_next_seal() throws Exception {
        post();
        seals.seal(null);
        long before = seals.newest().orElseThrow().number();
        CountDownLatch over = new CountDownLatch(1);
        Thread busy = new Thread(() -> {
            while (over.getCount() > 0) {
                post();
            }
        });
        busy.start();
        Thread.sleep(100);
        long sealed = seals.seal(null).orElseThrow().number();
        over.countDown();
        busy.join();
        assertThat(sealed).isEqualTo(before + 1);
    }

    @Test
    void a_transfer_is_proved_to_anybody() {
        long transfer = post();
        seals.seal(null);
        Proof proof = seals.proof(transfer);
        assertThat(proof.leaf()).contains("\"id\":\"" + transfer + "\"").contains("\"amount\":3,");
        byte[] root = Proofs.root(Merkle.leaf(proof.leaf()), proof.index(), proof.size(), bytes(proof.path()));
        assertThat(HexFormat.of().formatHex(root)).isEqualTo(proof.seal().root());
    }

    @Test
    void nothing_before_a_seal_changes_after_it() {
        post();
        Seal earlier = seals.seal(null).orElseThrow();
        for (int i = 0; i < 30; i++) {
            post();
        }
        Seal later = seals.seal(null).orElseThrow();
        JsonPath answer = get("/api/seals/" + later.number() + "/consistency?from=" + earlier.number());
        assertThat(Proofs.grew(earlier.size(), HexFormat.of().parseHex(earlier.root()), later.size(),
                HexFormat.of().parseHex(later.root()), bytes(answer.getList("path")))).isTrue();
        given().get("/api/seals/" + earlier.number() + "/consistency?from=" + later.number()).then().statusCode(422);
        given().get("/api/seals/999999999/consistency?from=1").then().statusCode(404);
    }

    @Test
    void many_sealers_keep_one_order_while_others_post() throws Exception {
        var threads = Executors.newFixedThreadPool(6);
        List<Callable<Object>> acts = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            acts.add(i % 3 == 0 ? () -> seals.seal(Duration.ofMinutes(2)) : this::post);
        }
        for (Future<Object> done : threads.invokeAll(acts)) {
            done.get();
        }
        threads.shutdown();
        seals.seal(null);
        assertThat(sql.first("SELECT COUNT(*) - MAX(position) - 1 FROM seal_log", row -> row.getLong(1))).contains(0L);
        assertThat(sql.first("SELECT COUNT(*) FROM transfer t LEFT JOIN seal_log l ON l.transfer = t.id WHERE l.transfer IS NULL",
                row -> row.getLong(1))).contains(0L);
        try (Connection connection = database.getConnection()) {
            Difference found = new Verification(connection, seals.keys(), List.of()).run().difference();
            assertThat(found == null || found.what() == What.SLIPPED_IN)
                    .as("%s; other tests put the clock forward and back", found)
                    .isTrue();
        }
    }

    @Test
    void nothing_is_sealed_over_a_ledger_that_was_cut_short() throws IOException {
        post();
        Seal newest = seals.seal(null).orElseThrow();
        LastSeal last = new LastSeal(key);
        assertThat(last.read()).contains(newest);
        last.keep(new Seal(newest.number() + 1, newest.size() + 1, newest.root(), newest.at(), newest.key(), newest.signature()));
        try {
            post();
            assertThat(seals.seal(null)).isEmpty();
            given().get("/seals").then().body(containsString("对不上"));
        } finally {
            last.keep(newest);
        }
        assertThat(seals.seal(null)).isPresent();
        given().get("/seals").then().body(not(containsString("对不上")));
    }

    @Test
    void a_month_is_closed_once() {
        YearMonth month = YearMonth.of(2999, 1);
        post();
        seals.seal(null);
        assertThat(seals.close(YearMonth.of(2001, 1))).as("before there were seals").isEmpty();
        assertThat(seals.close(month)).isPresent();
        assertThat(seals.close(month)).isEmpty();
    }
}
