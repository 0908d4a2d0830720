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
    private static final int PLENTY = 1_000_000, RARE = 50, FEW = 40, FEW_OF_TEXTBOOK = 10, POCKET_MONEY = 30;
    private static final int SPAN = 25_000, BREAKS = 5_000, MENDED = 17_000, AFTERWARDS = 21_000;
    private static final double RARE_WISHES = 0.2;
    private static final String QUIET = "quiet";

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

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @ConfigProperty(name = "quarkus.flyway.username")
    String ownerUser;

    @ConfigProperty(name = "quarkus.flyway.password")
    String ownerPassword;

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
            goods.add(shops.goods(1));
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
        return RunningService.start(data.resolveSibling("faults-service"),
                Map.of("QUARKUS_HTTP_PORT", Integer.toString(port), "QUARKUS_DATASOURCE_JDBC_URL", url,
                        "QUARKUS_DATASOURCE_USERNAME", user, "QUARKUS_DATASOURCE_PASSWORD", password,
                        "QUARKUS_FLYWAY_USERNAME", ownerUser, "QUARKUS_FLYWAY_PASSWORD", ownerPassword,
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
        rush("answers cut off", faults::cut, toService.port());
        rush("MariaDB killed", faults::killMariaDb, port);
        rush("service killed", this::killService, port);
        control(QUIET, null);
        control("Redis flushed", faults::flush);
        control("answers cut off", this::cutTextbook);
        report();
    }

    private void killService(long end) throws Exception {
        service.kill();
        service = start();
    }

    private void cutTextbook(long end) throws Exception {
        new Faults(data, redis, toRedis, toTextbook).cut(end);
    }

    private void rush(String name, @Nullable Fault fault, int to) throws Exception {
        for (int poor = 0; poor < CLIENTS; poor += POOR_EVERY) {
            give(poor, POCKET_MONEY);
        }
        ServiceCounter counter = new ServiceCounter(shopWithGoods(), goods, people.stream().map(Member::id).toList(), residents,
                clerks);
        try (Villagers villagers = new Villagers(vertx, counter, to, CLIENTS)) {
            FaultRun run = play(name, villagers, fault, this::isHealed);
            runs.add(run.with(Checker.check(new ServiceBooks(sql, counter, given).read(List.of()), run.told())));
        }
        System.out.println(runs.get(runs.size() - 1).line(SPAN));
    }

    private void control(String name, @Nullable Fault fault) throws Exception {
        new TextbookTables(url, user, ownerUser, ownerPassword).fill(1 + RARE, FEW_OF_TEXTBOOK, OF_TEXTBOOK, PLENTY);
        if (runs.stream().noneMatch(FaultRun::ofControl)) {
            textbook.serve(router);
        }
        try (Villagers villagers = new Villagers(vertx, new TextbookCounter(), toTextbook.port(), OF_TEXTBOOK)) {
            FaultRun run = play("control: " + name, villagers, fault, () -> true);
            runs.add(run.with(Checker.check(new TextbookBooks(sql).read(FEW_OF_TEXTBOOK, PLENTY), run.told())));
        }
        System.out.println(runs.get(runs.size() - 1).line(SPAN));
    }

    private interface Health {
        boolean isGood() throws Exception;
    }

    private FaultRun play(String name, Villagers villagers, @Nullable Fault fault, Health health) throws Exception {
        long begun = System.nanoTime();
        CompletableFuture<Integer> healed = CompletableFuture.supplyAsync(() -> {
            try {
                Faults.sleep(begun + TimeUnit.MILLISECONDS.toNanos(BREAKS));
                if (fault != null) {
                    fault.until(begun + TimeUnit.MILLISECONDS.toNanos(MENDED));
                }
                long ended = System.nanoTime();
                while (!health.isGood()) {
                    TimeUnit.MILLISECONDS.sleep(50);
                }
                return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - ended);
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
        Told told = villagers.rush(Duration.ofMillis(SPAN), wanted());
        return new FaultRun(name, told, healed.get(60, TimeUnit.SECONDS), Map.of());
    }

    /** A fifth of the wishes is for something rare, of which there is another kind every half second. */
    private static IntToLongFunction wanted() {
        return millis -> ThreadLocalRandom.current().nextDouble() < RARE_WISHES
                ? 1 + Math.min(RARE - 1, millis * RARE / SPAN)
                : 0;
    }

    private Shop shopWithGoods() {
        Shop shop = shops.shop(unit);
        sql.insert("INSERT INTO stock (shop_id, goods_id, on_hand, held) VALUES",
                goods.stream().map(each -> new @Nullable Object[]{shop.id(), each.id(), stocked(each), 0}).toList());
        sql.insert("INSERT INTO stock_entry (id, shop_id, goods_id, quantity, why, reference, at) VALUES",
                goods.stream()
                        .map(each -> new @Nullable Object[]{Ids.next(), shop.id(), each.id(), stocked(each), "IN", each.id(),
                                Instant.now()})
                        .toList());
        return shop;
    }

    private int stocked(Goods each) {
        return each == goods.get(0) ? PLENTY : FEW;
    }

    private boolean isHealed() {
        try {
            return !service.isDegraded();
        } catch (IOException | AssertionError notYet) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void report() throws IOException {
        assertThat(ledger.check().problems()).isEmpty();
    }
}
