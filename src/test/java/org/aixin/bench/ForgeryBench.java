package org.aixin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.aixin.AtOnce;
import org.aixin.bench.Crowd.Ask;
import org.aixin.bench.Crowd.Reply;
import org.aixin.goods.Goods;
import org.aixin.goods.Shop;
import org.aixin.identity.Member;
import org.aixin.identity.MemberCodes;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.TestLiveCodes;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.CheckDigit;
import org.aixin.kernel.Sql;
import org.aixin.kernel.TestClock;
import org.aixin.redemption.TestDesk;
import org.aixin.redemption.TestShops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A million codes that are worth nothing, and a few that are worth something. */
@QuarkusTest
@TestProfile(BenchServers.class)
class ForgeryBench {
    private static final int ALL = Integer.getInteger("aixin.bench.forgeries", 1_000_000), OVER_HTTP = 500, AT_ONCE = 50;
    private static final int ORDERS = 200, RESIDENTS = 100, DESKS = 4, A_DAY = 2880, GUESSES = 30, PLENTY = 10_000;
    /** Said of a code whose step is one in which the resident used theirs, however old it is by now. */
    private static final String USED = "code_used";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    TestPeople village;

    @Inject
    TestShops shops;

    @Inject
    TestDesk desk;

    @Inject
    TestLiveCodes liveCodes;

    @Inject
    MemberCodes memberCodes;

    @Inject
    Sql sql;

    @TestHTTPResource
    URL service;

    private Unit unit;
    private Shop shop;
    private Goods goods;
    private Person clerk;
    private String token;
    private final List<Member> residents = new ArrayList<>();
    private final List<String> codeIds = new ArrayList<>();
    private final List<String> reserved = new ArrayList<>(), expired = new ArrayList<>(), collected = new ArrayList<>();
    private final List<String> usedUp = new ArrayList<>();
    private TestLiveCodes.Maker ours, strangers;
    private int rightOnes, taken;

    /** One way to cheat: how many of a thousand codes, whether it is an order's, and what it should be answered. */
    private record Way(String name, int share, boolean order, String answer, Supplier<String> code) {
    }

    private List<Way> ways() {
        return List.of(
                new Way("order codes made up, check digit right", 300, true, "unknown_code", ForgeryBench::madeUp),
                new Way("order codes of waiting orders, one digit wrong", 250, true, "mistyped_code", () -> slip(any(reserved))),
                new Way("order codes used before", 20, true, "already_collected", () -> any(collected)),
                new Way("order codes past their deadline", 20, true, "order_expired", () -> any(expired)),
                new Way("live codes of residents, made with another key", 60, false, "unknown_code",
                        () -> strangers.code(any(codeIds), -random(2))),
                new Way("live codes of the last day, time over", 40, false, "code_expired",
                        () -> ours.code(any(codeIds), -2 - random(A_DAY - 20))),
                new Way("live codes of former days", 5, false, "unknown_code",
                        () -> ours.code(any(codeIds), -A_DAY - 2 - random(A_DAY))),
                new Way("live codes ahead of their time", 5, false, "unknown_code",
                        () -> ours.code(any(codeIds), 100 + random(A_DAY))),
                new Way("live codes of this moment, one digit wrong", 260, false, "mistyped_code",
                        () -> slip(ours.code(any(codeIds), 0))),
                new Way("live codes used before", 40, false, USED, () -> any(usedUp)));
    }

    @AfterEach
    void now() {
        TestClock.reset();
    }

    @Test
    void nothing_is_handed_over_for_a_code_that_is_replayed_stale_or_forged() throws Exception {
        Figures figures = new Figures("forgeries",
                ("%d codes in all, %d at a time, each read by the desk's scan as the endpoint calls"
                        + " it, without HTTP; then %d of each kind over HTTP: order codes to POST /api/desk/collections, live codes to"
                        + " POST /api/desk/scan. Before and after, right codes are taken and handed over for.").formatted(ALL,
                                DESKS,
                                OVER_HTTP));
        try (Crowd crowd = new Crowd(service, AT_ONCE)) {
            prepare(crowd);
            rightCodesAreTaken(crowd);
            int sent = 0;
            for (Way way : ways()) {
                int many = (int) ((long) ALL * way.share / 1000);
                sent += many;
                tried(figures, way, many);
            }
            figures.atLeast("codes in all, without HTTP", sent, "", 1_000_000);
            figures.saw("codes over HTTP", overHttp(crowd), "");
            guessTheSecretOfACard(crowd, figures);
            rightCodesAreTaken(crowd);
        }
        figures.atMost("wrong codes taken", taken, "", 0);
        figures.atLeast("right codes taken, before and after", rightOnes, "of 5", 5);
        figures.write();
        assertThat(taken).isZero();
        assertThat(rightOnes).isEqualTo(5);
        shops.has(shop, goods, PLENTY - collected.size() - usedUp.size() - rightOnes, reserved.size() + expired.size());
    }

    private void prepare(Crowd crowd) throws Exception {
        unit = village.village();
        shop = shops.shop(unit);
        goods = shops.goods(unit, 1);
        shops.stock(shop, goods, PLENTY);
        clerk = village.staff(unit, Role.CLERK);
        for (int i = 0; i < RESIDENTS; i++) {
            residents.add(village.resident(unit, "居民" + i));
            shops.points(residents.get(i), 1_000);
            codeIds.add(liveCodes.codeId(residents.get(i)));
        }
        memberCodes.of(residents.get(0).id());
        ours = liveCodes.ours();
        strangers = liveCodes.strangers();
        expired.addAll(reserve(crowd, ORDERS));
        TestClock.advance(Duration.ofDays(60));
        token = village.token(clerk.id());
        reserved.addAll(reserve(crowd, ORDERS));
        collected.addAll(reserve(crowd, ORDERS));
        for (String code : collected) {
            assertThat(collect(crowd, code).status()).isEqualTo(201);
        }
        for (Member each : residents) {
            String code = memberCodes.of(each.id()).code();
            assertThat(desk.redeem(clerk, shop, goods, code)).isEqualTo(201);
            usedUp.add(code);
        }
    }

    private List<String> reserve(Crowd crowd, int many) throws Exception {
        List<Ask> asks = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            asks.add(new Ask("/api/orders", village.token(residents.get(i % RESIDENTS).id()),
                    "{\"shop\":\"%s\",\"lines\":[{\"goods\":\"%s\",\"quantity\":1}]}".formatted(shop.code(), goods.code())));
        }
        List<String> codes = new ArrayList<>();
        for (Reply reply : crowd.together(asks)) {
            assertThat(reply.status()).as(reply.body()).isEqualTo(201);
            codes.add(JSON.readTree(reply.body()).get("code").asText());
        }
        return codes;
    }

    private Ask ask(String path, String code) {
        return new Ask(path, token, "{\"shop\":\"%s\",\"code\":\"%s\"}".formatted(shop.code(), code));
    }

    private Reply collect(Crowd crowd, String code) throws Exception {
        return crowd.together(List.of(ask("/api/desk/collections", code))).get(0);
    }

    /** The control: the same desk takes an order's code and a live one. */
    private void rightCodesAreTaken(Crowd crowd) throws Exception {
        token = village.token(clerk.id());
        String order = reserve(crowd, 1).get(0);
        rightOnes += desk.scan(clerk, shop, order).equals(TestDesk.TAKEN) && collect(crowd, order).status() == 201 ? 1 : 0;
        Member fresh = village.resident(unit, "新居民");
        shops.points(fresh, 10);
        rightOnes += desk.redeem(clerk, shop, goods, memberCodes.of(fresh.id()).code()) == 201 ? 1 : 0;
    }

    private void tried(Figures figures, Way way, int many) {
        Map<String, Integer> answers = new ConcurrentHashMap<>();
        long begun = System.nanoTime();
        AtOnce.count(DESKS, number -> {
            for (int i = number; i < many; i += DESKS) {
                answers.merge(desk.scan(clerk, shop, way.code.get()), 1, Integer::sum);
            }
            return true;
        });
        counted(way, answers);
        figures.saw(way.name, many, way.answer);
        System.out.printf("%s: %d, %.0f/s%n", way.name, many, many / ((System.nanoTime() - begun) / 1e9));
    }

    private void counted(Way way, Map<String, Integer> answers) {
        taken += answers.getOrDefault(TestDesk.TAKEN, 0);
        assertThat(answers.keySet()).as(way.name).isSubsetOf(way.answer, USED, TestDesk.TAKEN);
    }

    private int overHttp(Crowd crowd) throws Exception {
        int sent = 0;
        for (Way way : ways()) {
            Map<String, Integer> answers = new TreeMap<>();
            for (int first = 0; first < OVER_HTTP; first += AT_ONCE) {
                List<Ask> asks = Stream.generate(way.code).limit(AT_ONCE)
                        .map(code -> ask(way.order ? "/api/desk/collections" : "/api/desk/scan", code)).toList();
                for (Reply reply : crowd.together(asks)) {
                    answers.merge(reply.status() / 100 == 4 ? JSON.readTree(reply.body()).get("code").asText() : TestDesk.TAKEN,
                            1,
                            Integer::sum);
                    sent++;
                }
            }
            counted(way, answers);
        }
        return sent;
    }

    /** A card only says who it is; whoever guesses at its secret soon waits, even with the right one. */
    private void guessTheSecretOfACard(Crowd crowd, Figures figures) throws Exception {
        Member owner = residents.get(0);
        String card = CheckDigit.append("6" + "%010d".formatted(owner.id() % 10_000_000_000L));
        sql.update("UPDATE member SET card = ? WHERE id = ?", card, owner.id());
        Map<Integer, Integer> answers = new TreeMap<>();
        for (int i = 0; i < GUESSES; i++) {
            answers.merge(redeemed(crowd, card, "%06d".formatted(random(1_000_000))), 1, Integer::sum);
        }
        int right = redeemed(crowd, card, TestPeople.SECRET);
        taken += answers.getOrDefault(201, 0) + (right == 201 ? 1 : 0);
        figures.saw("guesses at a card's secret, over HTTP", GUESSES, answers + ", then the right one: " + right);
        assertThat(answers.keySet()).isEqualTo(Set.of(403, 429));
        TestClock.advance(Duration.ofHours(2));
        rightOnes += redeemed(crowd, card, TestPeople.SECRET) == 201 ? 1 : 0;
    }

    private int redeemed(Crowd crowd, String card, String secret) throws Exception {
        JsonNode visit = JSON.readTree(crowd.together(List.of(ask("/api/desk/scan", card))).get(0).body()).get("visit");
        return crowd.together(List.of(new Ask("/api/desk/redemptions", token,
                "{\"shop\":\"%s\",\"visit\":%s,\"secret\":\"%s\",\"lines\":[{\"goods\":\"%s\",\"quantity\":1}]}"
                        .formatted(shop.code(), visit, secret, goods.code()))))
                .get(0).status();
    }

    private static String madeUp() {
        return CheckDigit.append("3" + "%014d".formatted(ThreadLocalRandom.current().nextLong(100_000_000_000_000L)));
    }

    /** The same with one digit wrong, but the first. */
    private static String slip(String code) {
        int at = 1 + random(code.length() - 1);
        char wrong = (char) ('0' + (code.charAt(at) - '0' + 1 + random(9)) % 10);
        return code.substring(0, at) + wrong + code.substring(at + 1);
    }

    private static String any(List<String> codes) {
        return codes.get(random(codes.size()));
    }

    private static int random(int below) {
        return ThreadLocalRandom.current().nextInt(below);
    }
}
