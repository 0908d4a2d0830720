package org.aixin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Sql;
import org.aixin.kernel.TestDatabase;
import org.aixin.ledger.Ledger;
import org.aixin.round.Played;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** A thousand phones in one round: answers, acknowledgements, points, what it takes until the last phone knows, and bad networks. */
@QuarkusTest
@TestProfile(BenchServers.class)
class LiveBench {
    private static final int PHONES = 1_000, WARM = 8, QUESTIONS = 13, INSERTS = 5, CUT_SECONDS = 20, GUESSES = 10_000;

    @Inject
    TestPeople village;

    @Inject
    Ledger ledger;

    @Inject
    Sql sql;

    @TestHTTPResource
    URL service;

    private Person host;
    private String round, code;
    private final List<String> players = new ArrayList<>(Collections.nCopies(PHONES, ""));
    /** When each phone was told of the newest version, and which that is. */
    private final AtomicLongArray toldAt = new AtomicLongArray(PHONES), told = new AtomicLongArray(PHONES);
    private final Figures figures = new Figures("live", PHONES + " players over HTTP, each with server-sent events; " + QUESTIONS
            + " questions of which the first " + WARM
            + " do not count; all answer at random within one second, each answer sent twice."
            + " The raw insert is one statement of " + PHONES
            + " rows on the same MariaDB, the median of " + INSERTS + " before each question. Phones, service and"
            + " database share one machine.");

    @Test
    void keeps_a_square_together() throws Exception {
        prepare();
        try (Square square = new Square(service, PHONES)) {
            square.each(PHONES,
                    phone -> square.post("/api/rounds/" + code + "/players", null, Map.of("name", "玩家" + phone, "card",
                            Long.toString(700_000_000_000L + phone)))
                            .onSuccess(said -> players.set(phone, said.body().get("token").asText())),
                    phone -> phone * 5L);
            long before = memory();
            for (int phone = 0; phone < PHONES; phone++) {
                listen(square, phone);
            }
            everybodyKnows(1);
            figures.saw("memory of a player's connection, client and server in one process",
                    (memory() - before) / 1024.0 / PHONES, "KiB");
            play(square);
            cuts(square);
            cheats(square);
        }
        assertThat(ledger.check().problems()).isEmpty();
        figures.write();
    }

    private void listen(Square square, int phone) {
        square.listen(phone, "/api/rounds/" + round + "/events", state -> {
            told.set(phone, state.get("version").asLong());
            toldAt.set(phone, System.nanoTime());
        });
    }

    private void play(Square square) throws Exception {
        double[] raw = new double[QUESTIONS], slowest = new double[QUESTIONS], after = new double[QUESTIONS],
                reach = new double[QUESTIONS],
                credited = new double[QUESTIONS], scored = new double[QUESTIONS];
        for (int question = 0; question < QUESTIONS; question++) {
            raw[question] = rawInsert();
            long pressed = System.nanoTime();
            JsonNode scene = advance(square);
            reach[question] = (everybodyKnows(scene.get("version").asLong()) - pressed) / 1e6;
            Answered answered = answer(square, scene);
            slowest[question] = answered.slowest;
            after[question] = answered.after;
            long revealed = System.nanoTime();
            assertThat(advance(square).get("reveal").get("rightPlayers").asInt()).isEqualTo(PHONES);
            scored[question] = ownScores(square, question + 1);
            creditedOnce(question + 1);
            credited[question] = (System.nanoTime() - revealed) / 1e6;
            System.out.printf(
                    "question %d: raw %.1f ms, slowest %.0f ms, after the last was sent %.0f ms, reach %.0f ms, scored %.0f ms, credited %.0f ms%n",
                    question, raw[question], slowest[question], after[question], reach[question], scored[question],
                    credited[question]);
            advance(square);
        }
        double insert = Figures.median(tail(raw));
        figures.saw("one raw insert of " + PHONES + " rows", insert, "ms");
        figures.saw("slowest acknowledgement", Figures.median(tail(slowest)), "ms");
        figures.atMost("last acknowledgement after the last answer was sent, to the raw insert",
                Figures.median(tail(after)) / insert,
                "times", 10);
        figures.atMost("slowest acknowledgement to the raw insert", Figures.median(tail(slowest)) / insert, "times", 10);
        figures.atMost("state at the last phone after the host's key, median", Figures.median(tail(reach)), "ms", 1_000);
        figures.saw("state at the last phone, worst", Arrays.stream(tail(reach)).max().orElseThrow(), "ms");
        figures.saw("every phone has asked for its own score after the reveal, within 800 ms at random, and was answered",
                Figures.median(tail(scored)), "ms");
        figures.saw("slowest acknowledgement of the first question after the start", slowest[0], "ms");
        figures.saw("all points credited after the reveal", Figures.median(tail(credited)), "ms");
    }

    private static double[] tail(double[] all) {
        return Arrays.copyOfRange(all, WARM, all.length);
    }

    private record Answered(double slowest, double after) {
    }

    private Answered answer(Square square, JsonNode scene) throws InterruptedException {
        String right = "";
        for (JsonNode option : scene.get("question").get("options")) {
            right = option.get("text").asText().equals("对的") ? option.get("id").asText() : right;
        }
        Map<String, Object> body = Map.of("question", scene.get("question").get("id").asText(), "options", List.of(right));
        Queue<Square.Said> first = new ConcurrentLinkedQueue<>(), others = new ConcurrentLinkedQueue<>();
        square.each(PHONES, phone -> {
            String path = "/api/rounds/" + round + "/answers";
            var one = square.post(path, players.get(phone), body)
                    .onSuccess(said -> (said.status() == 202 ? first : others).add(said));
            var two = square.post(path, players.get(phone), body)
                    .onSuccess(said -> (said.status() == 202 ? first : others).add(said));
            return io.vertx.core.Future.all(one, two);
        }, phone -> ThreadLocalRandom.current().nextInt(1_000));
        assertThat(first).hasSize(PHONES);
        assertThat(others).hasSize(PHONES).allMatch(said -> said.status() == 409
                && said.body().get("code").asText().equals("already_answered"));
        long lastSent = first.stream().mapToLong(Square.Said::sentAt).max().orElseThrow();
        long lastSaid = first.stream().mapToLong(Square.Said::saidAt).max().orElseThrow();
        return new Answered(first.stream().mapToDouble(Square.Said::millis).max().orElseThrow(), (lastSaid - lastSent) / 1e6);
    }

    private void creditedOnce(int position) throws InterruptedException {
        for (int tries = 0; credits(position) < PHONES && tries < 1_200; tries++) {
            Thread.sleep(50);
        }
        Thread.sleep(100);
        assertThat(credits(position)).isEqualTo(PHONES);
    }

    private int credits(int position) {
        return sql.first("SELECT COUNT(*) FROM transfer WHERE source_kind = 'quiz' AND source_reference LIKE ?",
                row -> row.getInt(1),
                round + ":" + position + ":%").orElseThrow();
    }

    /** When the last phone was told of this version. */
    private long everybodyKnows(long version) throws InterruptedException {
        for (int tries = 0; tries < 3_000; tries++) {
            if (IntStream.range(0, PHONES).allMatch(phone -> told.get(phone) >= version)) {
                return IntStream.range(0, PHONES).mapToLong(toldAt::get).max().orElseThrow();
            }
            Thread.sleep(10);
        }
        throw new IllegalStateException("not everybody knows version " + version);
    }

    /** One of twenty phones is cut off each second; each must be told how things stand within three seconds. */
    private void cuts(Square square) throws Exception {
        double worst = 0;
        for (int second = 0; second < CUT_SECONDS; second++) {
            long at = System.nanoTime();
            int[] cut = ThreadLocalRandom.current().ints(0, PHONES).distinct().limit(PHONES / 20).filter(square::cut).toArray();
            Thread.sleep(1_000);
            for (int tries = 0; tries < 1_000 && Arrays.stream(cut).anyMatch(phone -> toldAt.get(phone) < at); tries++) {
                Thread.sleep(5);
            }
            worst = Math.max(worst, Arrays.stream(cut).mapToDouble(phone -> (toldAt.get(phone) - at) / 1e6).max().orElse(0));
            assertThat(Arrays.stream(cut).allMatch(phone -> toldAt.get(phone) >= at)).isTrue();
        }
        figures.atMost("cut off and back, worst of " + CUT_SECONDS + " s with 5 % cut each second", worst, "ms", 3_000);
        ownScores(square, QUESTIONS);
    }

    /** Every phone asks how it stands, as the pad does after a reveal; the milliseconds until the last is answered. */
    private double ownScores(Square square, int right) throws InterruptedException {
        Queue<Integer> scores = new ConcurrentLinkedQueue<>();
        long begun = System.nanoTime();
        square.each(PHONES, phone -> square.get("/api/rounds/" + round + "/me", players.get(phone))
                .onSuccess(said -> scores.add(said.body().get("right").asInt())),
                phone -> ThreadLocalRandom.current().nextInt(800));
        double took = (System.nanoTime() - begun) / 1e6;
        assertThat(scores).hasSize(PHONES).containsOnly(right);
        return took;
    }

    /** Guesses of join codes from one address: none of them gets in. */
    private void cheats(Square square) throws InterruptedException {
        Queue<Integer> said = new ConcurrentLinkedQueue<>();
        square.each(GUESSES, i -> square
                .post("/api/rounds/%06d/players".formatted(ThreadLocalRandom.current().nextInt(1_000_000)), null,
                        Map.of("name", "猜" + i))
                .onSuccess(answer -> said.add(answer.status())), i -> i * 2L);
        figures.atMost("guesses of join codes that got in, of " + GUESSES, said.stream().filter(status -> status == 201).count(),
                "", 0);
    }

    private JsonNode advance(Square square) {
        return square.post("/api/rounds/" + round + "/advance", village.token(host.id()), Map.of()).toCompletionStage()
                .toCompletableFuture().join().body();
    }

    private static long memory() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(200);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private double rawInsert() throws SQLException {
        double[] took = new double[INSERTS];
        for (int i = 0; i < INSERTS; i++) {
            took[i] = oneInsert();
        }
        return Figures.median(took);
    }

    private double oneInsert() throws SQLException {
        try (Connection connection = TestDatabase.present().asOwner();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO raw_answer (id, at, chosen) VALUES "
                        + String.join(",", Collections.nCopies(PHONES, "(?, UTC_TIMESTAMP(6), '1')")))) {
            for (int i = 1; i <= PHONES; i++) {
                insert.setLong(i, Ids.next());
            }
            long begun = System.nanoTime();
            insert.executeUpdate();
            return (System.nanoTime() - begun) / 1e6;
        }
    }

    private void prepare() throws SQLException {
        try (Connection connection = TestDatabase.present().asOwner()) {
            connection.createStatement().execute(
                    "CREATE TABLE IF NOT EXISTS raw_answer (id BIGINT PRIMARY KEY, at DATETIME(6), chosen VARCHAR(160))");
        }
        Unit unit = village.village();
        host = village.staff(unit, Role.ORGANIZER);
        for (int i = 0; i < PHONES; i++) {
            Member member = village.resident(unit, "居民");
            sql.update("UPDATE member SET card = ? WHERE id = ?", Long.toString(700_000_000_000L + i), member.id());
        }
        Played played = new Played(village, host, QUESTIONS, 600);
        round = played.id;
        code = played.code;
    }
}
