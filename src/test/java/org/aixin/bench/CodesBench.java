package org.aixin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.aixin.bench.Crowd.Ask;
import org.aixin.bench.Crowd.Reply;
import org.aixin.goods.Goods;
import org.aixin.goods.Shop;
import org.aixin.identity.Member;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.Sql;
import org.aixin.ledger.Ledger;
import org.aixin.redemption.TestShops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** Every desk of a county scans the same codes at the same moment: one hands over, the others are told who did. */
@QuarkusTest
@TestProfile(BenchServers.class)
class CodesBench {
    private static final int CODES = Integer.getInteger("aixin.bench.codes", 10_000), DESKS = 64, AT_ONCE = 16;
    private static final int RESIDENTS = 250, GOODS = 20, MOST_PIECES = 3, PLENTY = 10_000, POINTS = 10_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    TestPeople village;

    @Inject
    TestShops shops;

    @Inject
    Ledger ledger;

    @Inject
    Sql sql;

    @TestHTTPResource
    URL service;

    private final Random random = new Random(20261121);
    private Shop shop;
    private final List<Member> residents = new ArrayList<>(), clerks = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>(), deskTokens = new ArrayList<>();
    private final List<Goods> goods = new ArrayList<>();
    private final Map<Long, Long> winners = new HashMap<>();
    private final List<Double> millis = new ArrayList<>();
    private int most, none, told, silent;

    /** What somebody reserved. */
    private record Reserved(long id, String code, Member resident, Goods goods, int pieces) {
    }

    @Test
    void one_desk_hands_over_and_the_others_are_told_who_when_and_where() throws Exception {
        prepare();
        try (Crowd crowd = new Crowd(service, DESKS * AT_ONCE)) {
            List<Reserved> orders = reserve(crowd);
            long begun = System.nanoTime();
            for (int first = 0; first < orders.size(); first += AT_ONCE) {
                race(crowd, orders.subList(first, Math.min(first + AT_ONCE, orders.size())));
            }
            report(orders.size(), (System.nanoTime() - begun) / 1e9);
            everythingAddsUp(orders);
        }
        assertThat(most).isEqualTo(1);
        assertThat(none + silent).isZero();
    }

    private void prepare() {
        Unit unit = village.village();
        shop = shops.shop(unit);
        for (int i = 0; i < GOODS; i++) {
            goods.add(shops.goods(unit, 1 + i));
            shops.stock(shop, goods.get(i), PLENTY);
        }
        for (int i = 0; i < RESIDENTS; i++) {
            residents.add(village.resident(unit, "居民" + i));
            shops.points(residents.get(i), POINTS);
            tokens.add(village.token(residents.get(i).id()));
        }
        for (int i = 0; i < DESKS; i++) {
            clerks.add(village.resident(unit, "店员" + i));
            village.grant(clerks.get(i).id(), Role.CLERK, unit);
            deskTokens.add(village.token(clerks.get(i).id()));
        }
    }

    private List<Reserved> reserve(Crowd crowd) throws Exception {
        List<Reserved> orders = new ArrayList<>();
        for (int first = 0; first < CODES; first += RESIDENTS) {
            int together = Math.min(RESIDENTS, CODES - first);
            List<Goods> wanted = random.ints(together, 0, GOODS).mapToObj(goods::get).toList();
            int[] pieces = random.ints(together, 1, MOST_PIECES + 1).toArray();
            List<Ask> asks = new ArrayList<>();
            for (int i = 0; i < together; i++) {
                asks.add(new Ask("/api/orders", tokens.get(i), "{\"shop\":\"%s\",\"lines\":[{\"goods\":\"%s\",\"quantity\":%d}]}"
                        .formatted(shop.code(), wanted.get(i).code(), pieces[i])));
            }
            List<Reply> replies = crowd.together(asks);
            for (int i = 0; i < together; i++) {
                JsonNode order = JSON.readTree(replies.get(i).body());
                assertThat(replies.get(i).status()).as(replies.get(i).body()).isEqualTo(201);
                orders.add(new Reserved(order.get("id").asLong(), order.get("code").asText(), residents.get(i), wanted.get(i),
                        pieces[i]));
            }
        }
        return orders;
    }

    /** All desks scan each of these codes, in whatever order. */
    private void race(Crowd crowd, List<Reserved> orders) throws Exception {
        List<Integer> scans = new ArrayList<>();
        for (int i = 0; i < orders.size() * DESKS; i++) {
            scans.add(i);
        }
        Collections.shuffle(scans, random);
        List<Reply> replies = crowd.together(scans.stream().map(scan -> new Ask("/api/desk/collections",
                deskTokens.get(scan % DESKS), "{\"shop\":\"%s\",\"code\":\"%s\"}".formatted(shop.code(),
                        orders.get(scan / DESKS).code)))
                .toList());
        Reply[][] ofCode = new Reply[orders.size()][DESKS];
        for (int i = 0; i < replies.size(); i++) {
            ofCode[scans.get(i) / DESKS][scans.get(i) % DESKS] = replies.get(i);
            millis.add(replies.get(i).millis());
        }
        for (int i = 0; i < orders.size(); i++) {
            judge(orders.get(i), ofCode[i]);
        }
    }

    private void judge(Reserved order, Reply[] replies) throws Exception {
        int[] won = IntStream.range(0, DESKS).filter(desk -> replies[desk].status() / 100 == 2).toArray();
        most = Math.max(most, won.length);
        if (won.length == 0) {
            none++;
            return;
        }
        Member winner = clerks.get(won[0]);
        String at = JSON.readTree(replies[won[0]].body()).get("at").asText();
        winners.put(order.id, winner.id());
        for (Reply reply : replies) {
            if (reply.status() / 100 != 2) {
                if (saysSo(reply, order, winner, at)) {
                    told++;
                } else {
                    silent++;
                    System.out.println("Not told who, when and where: " + reply);
                }
            }
        }
    }

    private boolean saysSo(Reply reply, Reserved order, Member winner, String at) throws Exception {
        JsonNode said = JSON.readTree(reply.body());
        return reply.status() == 409 && said.path("code").asText().equals("already_collected")
                && said.path("by").asText().equals(winner.name()) && said.path("at").asText().equals(at)
                && said.path("shop").asText().equals(shop.code()) && said.path("orderId").asText().equals(Long.toString(order.id))
                && said.path("detail").asText().contains(winner.name());
    }

    private void report(int codes, double seconds) throws Exception {
        Figures figures = new Figures("codes",
                ("%d reserved orders, and %d desks, each a clerk with a session: %d codes at a time"
                        + " are sent to POST /api/desk/collections by all desks at once, over HTTP, each call on a connection of its own"
                        + " and under an idempotency key of its own; the next when all are answered. Client, service and database share"
                        + " one machine.").formatted(codes, DESKS, AT_ONCE));
        double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        figures.atLeast("codes", codes, "", 10_000);
        figures.saw("scans", millis.size(), "");
        figures.atMost("desks that handed over the same code", most, "", 1);
        figures.atMost("codes that nobody handed over", none, "", 0);
        figures.saw("refusals that say who, when and where", told, "");
        figures.atMost("answers that are neither", silent, "", 0);
        figures.saw("scans answered", millis.size() / seconds, "a second");
        figures.saw("an answer, median", Figures.median(sorted), "ms");
        figures.saw("an answer, 99 of 100 within", sorted[(int) Math.ceil(sorted.length * 0.99) - 1], "ms");
        figures.write();
    }

    /** What was handed over is what left the shelves, what was paid, and what the winners' names stand at. */
    private void everythingAddsUp(List<Reserved> orders) {
        Map<Long, Long> collected = new HashMap<>();
        sql.rows("SELECT id, collected_by FROM orders WHERE shop_id = ? AND status = 'COLLECTED'",
                row -> collected.put(row.getLong(1), row.getLong(2)), shop.id());
        assertThat(collected).isEqualTo(winners).hasSize(orders.size());
        for (Goods each : goods) {
            int gone = orders.stream().filter(order -> order.goods == each).mapToInt(Reserved::pieces).sum();
            shops.has(shop, each, PLENTY - gone, 0);
        }
        for (Member each : residents) {
            int paid = orders.stream().filter(order -> order.resident == each)
                    .mapToInt(order -> order.pieces * order.goods.points()).sum();
            assertThat(shops.available(each)).isEqualTo(POINTS - paid);
        }
        long[] posted = new long[1];
        sql.rows("SELECT COUNT(*) FROM transfer t JOIN orders o ON o.transfer = t.id WHERE o.shop_id = ? AND t.phase = 'POST'",
                row -> posted[0] = row.getLong(1), shop.id());
        assertThat(posted[0]).isEqualTo(orders.size());
        assertThat(ledger.check().problems()).isEmpty();
    }
}
