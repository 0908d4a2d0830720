package org.aixin.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.restassured.path.json.JsonPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The clock of a service under load is moved twenty times, while it runs and over a kill: it comes back by itself when the clock is
 * corrected, nothing that was acknowledged is lost, no order and no points expire by a wrong clock, and the ledger adds up.
 */
class MovedClockBreaking {
    private static final Duration HOUR = Duration.ofHours(1), DAY = Duration.ofDays(1), YEAR = Duration.ofDays(365);
    private static final List<Duration> WHILE_RUNNING = List.of(HOUR, DAY, DAY.multipliedBy(40), YEAR, HOUR.negated(),
            DAY.negated(),
            YEAR.negated());
    private static final List<Duration> AT_A_START = List.of(YEAR, DAY.multipliedBy(41), HOUR.negated(), DAY.negated(),
            YEAR.negated(),
            YEAR.multipliedBy(-26));
    private static final int RESIDENTS = 4;
    private static final Map<String, String> QUICK = Map.of("AIXIN_ORDERS_SWEEP", "1s", "AIXIN_EXPIRY_SWEEP", "1s",
            "AIXIN_NOTICE_SWEEP", "1s",
            "AIXIN_BATCH_SWEEP", "1s", "AIXIN_SEAL_EVERY", "2s", "AIXIN_CLOCK_EVERY", "3s");
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    private final List<Long> back = new ArrayList<>();
    private final Path data = RunningService.newData("moved clock");
    private volatile @Nullable RunningService running;
    private volatile boolean loading = true;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    MovedClockBreaking() throws IOException {
    }

    @Test
    void twenty_times_the_clock_is_moved_and_it_comes_back_by_itself() throws Exception {
        Optional<MovedClock> there = MovedClock.there();
        Assumptions.assumeTrue(there.isPresent(), "libfaketime is not installed: apt-get install faketime");
        MovedClock clock = there.get();
        Map<String, String> settings = new HashMap<>(QUICK);
        settings.putAll(clock.settings());
        firstStart();
        running = RunningService.start(data, settings);
        pointsExpireWithTheYear();
        List<String> kept = keptOrders();
        String before = books();
        ExecutorService load = load();
        int moved = 0;
        for (Duration wrong : Stream.concat(WHILE_RUNNING.stream(), WHILE_RUNNING.stream()).toList()) {
            clock.by(wrong);
            untilDoubted(wrong.toString());
            Thread.sleep(4000);
            clock.by(Duration.ZERO);
            untilBelieved();
            moved++;
        }
        for (Duration wrong : AT_A_START) {
            service().kill();
            clock.by(wrong);
            running = RunningService.start(data, settings);
            untilDoubted("at a start " + wrong);
            Thread.sleep(4000);
            clock.by(Duration.ZERO);
            untilBelieved();
            moved++;
        }
        loading = false;
        load.shutdown();
        assertThat(load.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        nothingIsLost(kept);
        assertThat(books()).isEqualTo(before);
        anAdministratorAnswersForAStartADayAhead(clock, settings);
        report(moved);
        service().close();
    }

    /** With no library in between, which makes loading the village slow. */
    private void firstStart() throws Exception {
        RunningService.start(data, QUICK).close();
    }

    private RunningService service() {
        return Objects.requireNonNull(running);
    }

    private String token(String login) throws IOException {
        return tokens.computeIfAbsent(login, any -> {
            try {
                return service().signIn(login, "aixin2026");
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private static String resident(int number) {
        return "1380000000" + (1 + number);
    }

    /** Whatever is older than a year goes, from thirty days on: a clock that is forty days ahead would take it. */
    private void pointsExpireWithTheYear() throws Exception {
        String village = JsonPath.from(service().get("/api/units", token("admin")).body())
                .getString("items.find { it.kind == 'VILLAGE' }.id");
        String first = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(30).toString();
        HttpResponse<String> said = service().put("/api/units/" + village + "/expiry", token("admin"),
                "{\"kind\":\"months\",\"months\":1,\"firstDay\":\"" + first + "\"}");
        assertThat(said.statusCode()).as(said.body()).isBetween(200, 299);
    }

    private List<String> keptOrders() throws Exception {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < RESIDENTS; i++) {
            HttpResponse<String> order = reserve(i);
            assertThat(order.statusCode()).as(order.body()).isEqualTo(201);
            kept.add(JsonPath.from(order.body()).getString("id"));
        }
        return kept;
    }

    private HttpResponse<String> reserve(int resident) throws Exception {
        return service()
                .post("/api/orders", token(resident(resident)),
                        "{\"shop\":\"GJZ\",\"lines\":[{\"goods\":\"soap\",\"quantity\":1}]}")
                .join();
    }

    /** What everybody has, and what is left on the shelf. */
    private String books() throws Exception {
        List<String> books = new ArrayList<>();
        for (int i = 0; i < RESIDENTS; i++) {
            JsonPath me = JsonPath.from(service().get("/api/me/balance", token(resident(i))).body());
            books.add(me.getString("points"));
        }
        books.add(JsonPath.from(service().get("/api/shops/GJZ/stock").body()).getString("items.find { it.goods == 'soap' }"));
        return books.toString();
    }

    /** Each resident reserves and cancels, and remembers what was acknowledged. */
    private ExecutorService load() {
        ExecutorService load = Executors.newFixedThreadPool(RESIDENTS);
        for (int i = 0; i < RESIDENTS; i++) {
            int who = i;
            load.submit(() -> {
                while (loading) {
                    try {
                        once(who);
                    } catch (Exception gone) {
                        statuses.merge(0, 1, Integer::sum);
                        Thread.sleep(200);
                    }
                }
                return who;
            });
        }
        return load;
    }

    private void once(int who) throws Exception {
        HttpResponse<String> order = reserve(who);
        statuses.merge(order.statusCode(), 1, Integer::sum);
        if (order.statusCode() == 401) {
            tokens.remove(resident(who));
        }
        if (order.statusCode() != 201) {
            Thread.sleep(100);
            return;
        }
        String id = JsonPath.from(order.body()).getString("id");
        acknowledged.put(id, "reserved");
        while (loading || acknowledged.get(id).equals("reserved")) {
            int status = cancel(who, id);
            statuses.merge(status, 1, Integer::sum);
            if (status == 200 || status == 409) {
                acknowledged.put(id, "cancelled");
                return;
            }
            Thread.sleep(100);
        }
    }

    private int cancel(int who, String id) {
        try {
            int status = service().post("/api/orders/" + id + "/cancellation", token(resident(who)), "{}").join().statusCode();
            if (status == 401) {
                tokens.remove(resident(who));
            }
            return status;
        } catch (Exception gone) {
            return 0;
        }
    }

    private boolean isInDoubt() throws Exception {
        try {
            return JsonPath.from(service().get("/q/health/ready").body())
                    .getBoolean("checks.find { it.name == 'clock' }.data.inDoubt");
        } catch (IOException away) {
            return true;
        }
    }

    private void untilDoubted(String what) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!isInDoubt()) {
            assertThat(System.nanoTime()).as("doubted: " + what).isLessThan(end);
            Thread.sleep(50);
        }
    }

    /** Until a resident can reserve again, with nobody's help. */
    private void untilBelieved() throws Exception {
        long begun = System.nanoTime(), end = begun + Duration.ofSeconds(60).toNanos();
        while (isInDoubt()) {
            assertThat(System.nanoTime()).as("believed again").isLessThan(end);
            Thread.sleep(20);
        }
        back.add((System.nanoTime() - begun) / 1_000_000);
        int served = statuses.getOrDefault(201, 0);
        while (statuses.getOrDefault(201, 0) == served) {
            assertThat(System.nanoTime()).as("served again").isLessThan(end);
            Thread.sleep(20);
        }
    }

    private void nothingIsLost(List<String> kept) throws Exception {
        for (String id : kept) {
            String order = Stream.of(0, 1, 2, 3).map(i -> body(i, id)).filter(said -> said.contains("\"status\"")).findFirst()
                    .orElse("");
            assertThat(order).contains("\"reserved\"");
        }
        Map<String, String> found = new TreeMap<>();
        for (String id : acknowledged.keySet()) {
            String status = Stream.of(0, 1, 2, 3).map(i -> body(i, id)).filter(said -> said.contains("\"id\"")).findFirst()
                    .map(said -> JsonPath.from(said).getString("status")).orElse("lost");
            found.put(id, status);
        }
        assertThat(found.values()).containsOnly("cancelled");
        HttpResponse<String> check = service().get("/api/ledger/check", token("auditor"));
        assertThat(JsonPath.from(check.body()).getBoolean("ok")).as(check.body()).isTrue();
    }

    private String body(int who, String id) {
        try {
            return service().get("/api/orders/" + id, token(resident(who))).body();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** A start a day ahead cannot be told from a village that rested: when it is corrected somebody presses once. */
    private void anAdministratorAnswersForAStartADayAhead(MovedClock clock, Map<String, String> settings) throws Exception {
        service().kill();
        clock.by(DAY);
        running = RunningService.start(data, settings);
        tokens.clear();
        assertThat(isInDoubt()).isFalse();
        assertThat(reserve(0).statusCode()).isEqualTo(201);
        clock.by(Duration.ZERO);
        untilDoubted("a day back");
        tokens.clear();
        String day = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        HttpResponse<String> said = service().post("/api/clock", token("admin"), "{\"day\":\"" + day + "\"}").join();
        assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
        assertThat(reserve(1).statusCode()).isEqualTo(201);
        HttpResponse<String> check = service().get("/api/ledger/check", token("auditor"));
        assertThat(JsonPath.from(check.body()).getBoolean("ok")).as(check.body()).isTrue();
    }

    private void report(int moved) throws IOException {
        String said = "{\"moved\":%d,\"acknowledged\":%d,\"lost\":0,\"statuses\":%s,\"millisecondsUntilBelieved\":%s}%n"
                .formatted(moved,
                        acknowledged.size(),
                        new TreeMap<>(statuses).toString().replace("=", ":").replaceAll("(\\d+):", "\"$1\":"), back);
        System.out.println(said);
        Files.writeString(Files.createDirectories(Path.of("target/breaking")).resolve("moved-clock.json"), said);
    }
}
