package org.aixin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

import jakarta.inject.Inject;

import org.aixin.goods.Goods;
import org.aixin.goods.Shop;
import org.aixin.identity.Member;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Sql;
import org.aixin.kernel.TestDatabase;
import org.aixin.ledger.Ledger;
import org.aixin.redemption.TestShops;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.ext.web.Router;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The last bags of rice: how many reservations a second, each durable, against plain JDBC and against the textbook. */
@QuarkusTest
@TestProfile(BenchServers.class)
class RushBench {
    private static final int ROUNDS = 5, CLIENTS = 1_000, SPREAD = 500, PLENTY = 1_000_000;
    private static final int[] CONNECTIONS = {8, 16, 64};
    private static final Duration SPAN = Duration.ofSeconds(5), WARM_UP = Duration.ofSeconds(45);
    private static final String OURS = "hot goods", APART = "500 goods", TEXTBOOK = "textbook";

    @Inject
    TestPeople village;

    @Inject
    TestShops shops;

    @Inject
    Textbook textbook;

    @Inject
    Router router;

    @Inject
    Ledger ledger;

    @Inject
    Sql sql;

    @TestHTTPResource
    URL service;

    private Shop shop;
    private final List<Member> people = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private final List<Goods> goods = new ArrayList<>();
    private final Map<String, double[]> rates = new TreeMap<>(), p99 = new TreeMap<>();
    private final Figures figures = new Figures("rush",
            CLIENTS + " clients over HTTP, each asking again as soon as it is answered, reserve one bag at a time for "
                    + SPAN.toSeconds() + " s (who still waits then is waited for and counted): of one goods, and of one of "
                    + SPREAD + " at random; then plain JDBC with the same deciding statements, a transaction a reservation, on "
                    + Arrays.toString(CONNECTIONS) + " connections, without HTTP and sign-in; then the textbook's lock over HTTP."
                    + " In turn, " + ROUNDS + " rounds after one and " + WARM_UP.toSeconds()
                    + " s that do not count; medians. Everything runs on one machine.");

    @Test
    void keeps_pace() throws Exception {
        prepare();
        try (Crowd crowd = new Crowd(service, CLIENTS)) {
            crowd.rush(WARM_UP, client -> wish(client, goods.get(client % SPREAD)));
            for (int round = -1; round < ROUNDS; round++) {
                play(crowd, round);
            }
        }
        everythingAddsUp();
        report();
        figures.write();
    }

    private void play(Crowd crowd, int round) throws Exception {
        saw(OURS, round, () -> crowd.rush(SPAN, client -> wish(client, goods.get(0))));
        saw(APART, round, () -> crowd.rush(SPAN, client -> wish(client, goods.get((int) (Math.random() * SPREAD)))));
        PlainRedemption plain = plain();
        for (int connections : CONNECTIONS) {
            saw(jdbc(connections), round, () -> plain.rush(SPAN, connections));
        }
        saw(TEXTBOOK, round, () -> crowd.rush(SPAN,
                client -> new Crowd.Ask(Textbook.PATH + "?goods=1&member=" + (1 + client), "none", "")));
    }

    private void saw(String what, int round, Callable<Rush> rushing) throws Exception {
        Rush rush = rushing.call();
        System.out.printf("%s, round %d: %.0f/s, p99 %.0f ms, %s%n", what, round, rush.perSecond(), rush.p99(), rush.answers());
        if (round >= 0) {
            rates.computeIfAbsent(what, any -> new double[ROUNDS])[round] = rush.perSecond();
            p99.computeIfAbsent(what, any -> new double[ROUNDS])[round] = rush.p99();
        }
    }

    private static String jdbc(int connections) {
        return "plain JDBC, %d connections".formatted(connections);
    }

    private Crowd.Ask wish(int client, Goods wanted) {
        return new Crowd.Ask("/api/orders", tokens.get(client),
                "{\"shop\":\"%s\",\"lines\":[{\"goods\":\"%s\",\"quantity\":1}]}".formatted(shop.code(), wanted.code()));
    }

    private void prepare() throws SQLException {
        Unit unit = village.village();
        shop = shops.shop(unit);
        for (int i = 0; i < SPREAD; i++) {
            goods.add(shops.goods(unit, 1));
            shops.stock(shop, goods.get(i), 1);
        }
        for (int i = 0; i < CLIENTS; i++) {
            people.add(village.resident(unit, "居民"));
            shops.points(people.get(i), PLENTY);
            tokens.add(village.token(people.get(i).id()));
        }
        sql.update("UPDATE stock SET on_hand = on_hand + ? WHERE shop_id = ?", PLENTY, shop.id());
        sql.insert("INSERT INTO stock_entry (id, shop_id, goods_id, quantity, why, reference, at) VALUES",
                goods.stream().map(each -> new @Nullable Object[]{Ids.next(), shop.id(), each.id(), PLENTY, "IN", each.id(),
                        Instant.now()}).toList());
        textbook.serve(router);
        new TextbookTables(TestDatabase.present()).fill(List.of(PLENTY), CLIENTS, PLENTY);
    }

    private PlainRedemption plain() {
        Map<Long, Long> accounts = new TreeMap<>();
        sql.rows("SELECT owner, id FROM account WHERE asset = 'POINTS' AND side = 'OWN' AND owner LIKE 'member:%'",
                row -> Map.entry(Long.parseLong(row.getString(1).substring("member:".length())), row.getLong(2)))
                .forEach(each -> accounts.put(each.getKey(), each.getValue()));
        long redeemed = sql.first("SELECT id FROM account WHERE owner = 'system:redeemed' AND asset = 'POINTS'",
                row -> row.getLong(1)).orElseThrow();
        return new PlainRedemption(TestDatabase.present(), new PlainRedemption.Shelf(shop.id(), goods.get(1).id(), redeemed),
                people.stream().map(one -> new PlainRedemption.Buyer(one.id(), accounts.get(one.id()))).toList());
    }

    /** Every success is in the rows, and they agree. */
    private void everythingAddsUp() {
        assertThat(ledger.check().problems()).isEmpty();
        assertThat(sql.first(
                "SELECT (SELECT SUM(held) FROM stock WHERE shop_id = ?) - (SELECT COUNT(*) FROM orders WHERE shop_id = ?)",
                row -> row.getLong(1), shop.id(), shop.id())).contains(0L);
    }

    private void report() {
        rates.forEach((what, each) -> figures.saw(what, Figures.median(each), "reservations/s"));
        p99.forEach((what, each) -> figures.saw(what + ", p99", Figures.median(each), "ms"));
        double ours = Figures.median(rates.get(OURS)), apart = Figures.median(rates.get(APART));
        double best = Arrays.stream(CONNECTIONS).mapToDouble(each -> Figures.median(rates.get(jdbc(each)))).max().orElseThrow();
        figures.atLeast("hot goods to the best of plain JDBC", ours / best, "times", 2);
        figures.atLeast("hot goods to the textbook", ours / Figures.median(rates.get(TEXTBOOK)), "times", 30);
        figures.atMost("p99 of hot goods to the textbook's", Figures.median(p99.get(OURS)) / Figures.median(p99.get(TEXTBOOK)),
                "",
                0.05);
        figures.atMost("hot goods and 500 goods apart", Math.max(ours, apart) / Math.min(ours, apart), "times", 1.5);
    }
}
