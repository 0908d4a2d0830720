package org.aixin.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import org.aixin.identity.Grant;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.Unit;
import org.aixin.kernel.TestClock;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;
import org.aixin.standard.Villagers.Villager;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deeds that are recorded later: a paper list is fair, thirty days' caps at one sitting are not. */
@QuarkusTest
class BackdatingTest {
    private static final int A_DAY = 6, A_DEED = 3;
    @Inject
    Villagers villagers;
    @Inject
    Awards awards;
    @Inject
    Ledger ledger;

    private Unit village;
    private Villager organizer;
    private Villager resident;

    @BeforeEach
    void a_village() {
        village = villagers.village();
        organizer = villagers.villager(village, "孙队长", Role.ORGANIZER);
        resident = villagers.villager(village, "王秀英", Role.RESIDENT);
    }

    @AfterEach
    void now() {
        TestClock.reset();
    }

    private ValidatableResponse cleanup(Instant at) {
        return organizer.sends(Map.of("memberId", Long.toString(resident.id()), "rule", "cleanup", "occurredAt", at.toString()))
                .post("/api/awards").then();
    }

    private static Instant daysAgo(int days) {
        return new TestClock().instant().minus(Duration.ofDays(days));
    }

    private long points() {
        return ledger.balance(Owner.member(resident.id()), Asset.POINTS).balance();
    }

    @Test
    void a_month_back_is_credited_and_further_back_is_refused() {
        cleanup(daysAgo(31)).statusCode(201).body("points", equalTo(A_DEED));
        cleanup(daysAgo(32)).statusCode(422).body("code", equalTo("too_long_ago"));
        assertThat(points()).isEqualTo(A_DEED);
    }

    @Test
    void a_clock_that_is_a_little_fast_is_forgiven_and_a_deed_to_come_is_not() {
        cleanup(new TestClock().instant().plusSeconds(30)).statusCode(201);
        cleanup(new TestClock().instant().plusSeconds(90)).statusCode(422).body("code", equalTo("not_yet"));
    }

    @Test
    void one_day_records_a_weeks_caps_of_former_days_and_the_rest_another_day() {
        for (int day = 1; day <= 7; day++) {
            cleanup(daysAgo(day)).statusCode(201);
            cleanup(daysAgo(day)).statusCode(201);
        }
        assertThat(points()).isEqualTo(7 * A_DAY);
        cleanup(daysAgo(8)).statusCode(409).body("code", equalTo("enough_recorded"));
        cleanup(daysAgo(0)).statusCode(201).body("points", equalTo(A_DEED));
        TestClock.advance(Duration.ofDays(1));
        Person next = new Person(organizer.id(), organizer.name(), village.path(), null,
                List.of(new Grant(Role.ORGANIZER, village.path())));
        Deed deed = new Deed(resident.id(), "cleanup", null, daysAgo(9), null, null, next.id(), null);
        assertThat(awards.award(next, deed).points()).isEqualTo(A_DEED);
    }

    @Test
    void haste_records_no_more_of_former_days() {
        ExecutorService threads = Executors.newFixedThreadPool(20);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Instant at = daysAgo(1 + i / 2);
            all.add(CompletableFuture.runAsync(() -> cleanup(at), threads));
        }
        all.forEach(CompletableFuture::join);
        threads.shutdown();
        assertThat(points()).isEqualTo(7 * A_DAY);
        assertThat(ledger.check().problems()).isEmpty();
    }

    @Test
    void what_was_taken_back_makes_room() {
        String first = cleanup(daysAgo(1)).extract().path("id");
        for (int i = 3; i < 16; i++) {
            cleanup(daysAgo(i / 2)).statusCode(201);
        }
        cleanup(daysAgo(20)).statusCode(409);
        organizer.sends(Map.of("reason", "记错了")).post("/api/awards/" + first + "/reversal").then().statusCode(201);
        cleanup(daysAgo(20)).statusCode(201);
    }
}
