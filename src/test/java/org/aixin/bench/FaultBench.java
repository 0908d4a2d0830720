package org.aixin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.aixin.BadNetwork;
import org.aixin.bench.Faults.Fault;
import org.aixin.embedded.RunningService;
import org.aixin.goods.Goods;
import org.aixin.goods.Shop;
import org.aixin.identity.Member;
import org.aixin.identity.Role;
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
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.ext.web.Router;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redisson.api.RedissonClient;

/** A rush in which something breaks: nothing is sold, handed out or taken twice, and nothing is lost that was promised. */
@QuarkusTest
@TestProfile(FaultServers.class)
class FaultBench {
    private static final int CLIENTS = 200, POOR_EVERY = 10, OF_TEXTBOOK = 64;
    private static final int PLENTY = 1_000_000, RARE = 50, FEW = 40, FEW_OF_TEXTBOOK = 3, POCKET_MONEY = 30;
    private static final FaultRun.Times LONG = new FaultRun.Times(25_000, 5_000, 17_000),
            SHORT = new FaultRun.Times(7_000, 3_000, 5_000);
    private static final double RARE_WISHES = 0.4;
    private static final String QUIET = FaultRun.QUIET, CONTROL = FaultRun.CONTROL;

    @Inject
    TestPeople village;

    @Inject
    TestShops shops;

    @Inject
    Textbook textbook;

    @Inject
    Router router;

    @Inject
    RedissonClient redis;

    @Inject
    Ledger ledger;

    @Inject
    Sql sql;

    @TestHTTPResource
    URL ourselves;

    @ConfigProperty(name = "aixin.redis.url")
    String redisUrl;

    @ConfigProperty(name = "aixin.data")
    Path data;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private final List<Member> people = new ArrayList<>();
    private final List<String> residents = new ArrayList<>(), clerks = new ArrayList<>();
    private final List<Goods> goods = new ArrayList<>();
    private final Map<Long, Long> given = new HashMap<>();
    private final List<FaultRun> runs = new ArrayList<>();
    private final FaultReport report = new FaultReport(CLIENTS, LONG);
    private Unit unit;
    private int port;
    private BadNetwork toRedis, toService, toTextbook;
    private RunningService service;
    private Faults faults;

    @BeforeEach
    void a_village_and_a_service_of_its_own() throws Exception {
        unit = village.village();
        for (int i = 0; i < CLIENTS; i++) {
            people.add(village.resident(unit, "居民"));
            residents.add(village.token(people.get(i).id()));
            give(i, i % POOR_EVERY == 0 ? POCKET_MONEY : PLENTY);
        }
        for (int i = 0; i < 2; i++) {
            clerks.add(village.token(village.staff(unit, Role.CLERK).id()));
        }
        for (int i = 0; i <= RARE; i++) {
            goods.add(shops.goods(unit, 1));
        }
        toRedis = new BadNetwork(vertx, Integer.parseInt(redisUrl.replaceAll(".*:", "")));
        port = freePort();
        toService = new BadNetwork(vertx, port);
        toTextbook = new BadNetwork(vertx, ourselves.getPort());
        service = start();
        faults = new Faults(data, redis, toRedis, toService);
    }

    @AfterEach
    void everything_ends() throws Exception {
        service.close();
        vertx.close();
    }

    private void give(int client, long points) {
        shops.points(people.get(client), points);
        given.merge(people.get(client).id(), points, Long::sum);
    }

    private RunningService start() throws Exception {
        TestDatabase database = TestDatabase.present();
        return RunningService.start(data.resolveSibling("faults-service"),
                Map.of("QUARKUS_HTTP_PORT", Integer.toString(port), "QUARKUS_DATASOURCE_JDBC_URL", database.url(),
                        "QUARKUS_DATASOURCE_USERNAME", database.user(), "QUARKUS_DATASOURCE_PASSWORD", database.password(),
                        "QUARKUS_FLYWAY_USERNAME", database.owner(), "QUARKUS_FLYWAY_PASSWORD", database.ownerPassword(),
                        "AIXIN_REDIS_URL", redisUrl.replaceAll(":[0-9]+$", ":" + toRedis.port()), "AIXIN_SEAL_EVERY", "off"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    @Test
    void nothing_is_lost_and_nothing_twice() throws Exception {
        rush("warm-up", null, port);
        runs.clear();
        rush(QUIET, null, port);
        rush("Redis flushed", faults::flush, port);
        rush("Redis killed", faults::killRedis, port);
        rush(QUIET, null, port);
        rush("Redis stopped", faults::stopRedis, port);
        rush("Redis slow", faults::slowRedis, port);
        rush("Redis lying", faults::lie, port);
        rush(QUIET, null, port);
        alone("Redis stopped", faults::stopRedis);
        alone("Redis slow", faults::slowRedis);
        rush("answers cut off", faults::cut, toService.port());
        rush("MariaDB killed", faults::killMariaDb, port);
        rush("service killed", this::killService, port);
        textbook.serve(router);
        control(QUIET, null);
        control("Redis flushed", faults::flush);
        control("answers cut off", new Faults(data, redis, toRedis, toTextbook)::cut);
        assertThat(report.write(runs, ledger.check().problems().stream().map(Object::toString).toList())).isEmpty();
    }

    private void killService(long end) throws Exception {
        service.kill();
        service = start();
    }

    private void rush(String name, @Nullable Fault fault, int to) throws Exception {
        ServiceCounter counter = open();
        try (Villagers villagers = new Villagers(vertx, counter, to, CLIENTS)) {
            FaultRun run = play(name, LONG, villagers, fault);
            add(run.with(Checker.check(new ServiceBooks(sql, counter, given).read(List.of()), run.told())));
        }
    }

    /** Nobody else asks, so that it is seen how long one who does waits for Redis. */
    private void alone(String name, Fault fault) throws Exception {
        try (Villagers villager = new Villagers(vertx, open(), port, 1)) {
            Told told = play(name, SHORT, villager, fault).told();
            report.alone(name, told.median(SHORT.breaks() / 2, SHORT.breaks()), told.longest(SHORT.breaks(), SHORT.mended()));
        }
    }

    private void control(String name, @Nullable Fault fault) throws Exception {
        List<Integer> stocks = Stream.iterate(PLENTY, any -> FEW_OF_TEXTBOOK).limit(1 + RARE).toList();
        new TextbookTables(TestDatabase.present()).fill(stocks, OF_TEXTBOOK, PLENTY);
        try (Villagers villagers = new Villagers(vertx, new TextbookCounter(), toTextbook.port(), OF_TEXTBOOK)) {
            FaultRun run = play(CONTROL + name, LONG, villagers, fault);
            add(run.with(Checker.check(new TextbookBooks(sql).read(stocks, PLENTY), run.told())));
        }
    }

    private void add(FaultRun run) {
        runs.add(run);
        System.out.println(run.line());
    }

    private FaultRun play(String name, FaultRun.Times times, Villagers villagers, @Nullable Fault fault) throws Exception {
        long begun = System.nanoTime();
        CompletableFuture<Integer> healed = CompletableFuture.supplyAsync(() -> {
            try {
                return fault == null ? 0 : stand(fault, begun, times);
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
        Told told = villagers.rush(Duration.ofMillis(times.span()), wanted(times.span()));
        return new FaultRun(name, times, told, healed.get(60, TimeUnit.SECONDS), Map.of());
    }

    /** Answers how long after its end the service called itself whole and its gate asked Redis again, in milliseconds; -1 where it did not. */
    private int stand(Fault fault, long begun, FaultRun.Times times) throws Exception {
        Faults.sleep(begun + TimeUnit.MILLISECONDS.toNanos(times.breaks()));
        fault.until(begun + TimeUnit.MILLISECONDS.toNanos(times.mended()));
        long ended = System.nanoTime();
        Healing healing = new Healing(redis, service);
        while (System.nanoTime() - begun < TimeUnit.MILLISECONDS.toNanos(times.span())) {
            if (healing.isWhole()) {
                return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - ended);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return -1;
    }

    /** Two wishes of five are for something rare, of which there is another kind every half second. */
    private static IntToLongFunction wanted(int span) {
        return millis -> ThreadLocalRandom.current().nextDouble() < RARE_WISHES
                ? 1 + Math.min(RARE - 1, millis * RARE / span)
                : 0;
    }

    /** Another shop, stocked anew, and some pocket money for the poor. */
    private ServiceCounter open() {
        for (int poor = 0; poor < CLIENTS; poor += POOR_EVERY) {
            give(poor, POCKET_MONEY);
        }
        Shop shop = shops.shop(unit);
        sql.insert("INSERT INTO stock (shop_id, goods_id, on_hand, held) VALUES",
                goods.stream().map(each -> new @Nullable Object[]{shop.id(), each.id(), stocked(each), 0}).toList());
        sql.insert("INSERT INTO stock_entry (id, shop_id, goods_id, quantity, why, reference, at) VALUES",
                goods.stream()
                        .map(each -> new @Nullable Object[]{Ids.next(), shop.id(), each.id(), stocked(each), "IN", each.id(),
                                Instant.now()})
                        .toList());
        return new ServiceCounter(shop, goods, people.stream().map(Member::id).toList(), residents, clerks);
    }

    private int stocked(Goods each) {
        return each == goods.get(0) ? PLENTY : FEW;
    }
}
