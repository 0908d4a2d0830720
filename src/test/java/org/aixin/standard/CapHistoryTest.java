package org.aixin.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.inject.Inject;

import org.aixin.Seeds;
import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.TestClock;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Balance;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Owner;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Awards and their reversals over days and months, in the real database, against a sheet of paper: caps, balances, sums. */
@QuarkusTest
class CapHistoryTest {
    private static final int RULES = 6, STEPS = 4, YEARS = 200;
    private static final List<Cap.Scope> SCOPES = List.of(Cap.Scope.MEMBER, Cap.Scope.HOUSEHOLD, Cap.Scope.VILLAGE);
    private final List<String> codes = new ArrayList<>();
    private final List<Family> families = new ArrayList<>();
    private int played;

    /** Two of a household and one of another, and who awards them. */
    private record Family(Person organizer, List<Member> members) {
    }

    @Inject
    TestPeople people;
    @Inject
    Standard standard;
    @Inject
    Rules rules;
    @Inject
    Awards awards;
    @Inject
    Ledger ledger;
    @Inject
    BusinessTime time;

    /** The rules are the same in every run, so that a seed says all. */
    @BeforeEach
    void a_standard() {
        long organizer = people.staff(people.village(), Role.ORGANIZER).id();
        Random random = new Random(7);
        for (int i = 0; i < RULES; i++) {
            codes.add("h" + ThreadLocalRandom.current().nextInt(1_000_000_000));
            standard.change(organizer, codes.get(i), time.today(), terms(random), 0);
        }
    }

    @AfterEach
    void now() {
        TestClock.reset();
    }

    private static Terms terms(Random random) {
        Map<String, Cap> caps = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Cap.Scope scope = SCOPES.get(random.nextInt(SCOPES.size()));
            Span span = scope == Cap.Scope.VILLAGE ? Span.MONTH : Span.values()[random.nextInt(5)];
            Cap cap = Cap.of(span, scope, 1 + random.nextInt(12));
            caps.put(cap.name(), cap);
        }
        return new Terms("历史", Category.HOUSEHOLD, Asset.POINTS, Basis.PER_DEED, Rounding.DOWN, 1 + random.nextInt(5), List.of(),
                BigDecimal.TEN, List.copyOf(caps.values()), Set.of(Role.ORGANIZER), false, Review.NONE, true);
    }

    @Test
    void every_history_comes_out_as_the_sheet_says() {
        Seeds.kept("caps").forEach(this::play);
        for (int i = 0; i < Seeds.TRIES; i++) {
            Seeds.play("caps", ThreadLocalRandom.current().nextLong(), this::play);
        }
        assertThat(ledger.check().problems()).isEmpty();
    }

    /** Each in a year of its own, in which no cap was used before. */
    private void play(long seed) {
        if (played % YEARS == 0) {
            families.add(QuarkusTransaction.requiringNew().call(this::family));
        }
        TestClock.reset();
        TestClock.advance(
                Duration.between(time.now(), time.startOf(LocalDate.of(time.today().getYear() + 1 + played++ % YEARS, 1, 9))));
        QuarkusTransaction.requiringNew().run(() -> play(new Random(seed), new Sheet(families.get(families.size() - 1))));
    }

    private void play(Random random, Sheet sheet) {
        List<Member> family = sheet.family.members;
        List<Long> before = family.stream().map(this::points).toList();
        for (int step = 0; step < STEPS; step++) {
            TestClock.advance(Duration.ofHours(random.nextInt(2) * random.nextInt(400)));
            if (random.nextInt(4) == 0 && !sheet.given.isEmpty()) {
                sheet.takeBack(sheet.given.remove(random.nextInt(sheet.given.size())));
            } else {
                sheet.award(family.get(random.nextInt(3)), codes.get(random.nextInt(RULES)), 1 + random.nextInt(3));
            }
        }
        for (int i = 0; i < 3; i++) {
            assertThat(points(family.get(i)) - before.get(i))
                    .isEqualTo(sheet.points.getOrDefault(family.get(i).id(), 0).longValue());
        }
    }

    private long points(Member member) {
        Balance balance = ledger.balance(Owner.member(member.id()), Asset.POINTS);
        assertThat(balance).isEqualTo(new Balance(balance.balance(), 0, 0));
        return balance.balance();
    }

    private Family family() {
        Unit home = people.village();
        Member first = people.resident(home, "王秀英");
        return new Family(people.staff(home, Role.ORGANIZER),
                List.of(first, people.resident(home, "王小满", Objects.requireNonNull(first.household())),
                        people.resident(home, "韩老栓")));
    }

    /** What was given, by whom it was done; how much of each cap is used. */
    private final class Sheet {
        private record Given(long award, Member member, List<String> caps, int points) {
        }

        private final Family family;
        private final List<Given> given = new ArrayList<>();
        private final Map<Long, Integer> points = new HashMap<>();
        private final Map<String, Integer> used = new HashMap<>();

        private Sheet(Family family) {
            this.family = family;
        }

        private void award(Member member, String code, int quantity) {
            Rule rule = rules.rule(code);
            int wanted = rule.points() * quantity;
            List<String> caps = rule.caps().stream().map(cap -> name(cap, code, member)).toList();
            for (int i = 0; i < caps.size(); i++) {
                wanted = Math.max(0, Math.min(wanted, rule.caps().get(i).points() - used.getOrDefault(caps.get(i), 0)));
            }
            Awarded awarded = awards.award(family.organizer,
                    new Deed(member.id(), code, BigDecimal.valueOf(quantity), null, null, null, family.organizer.id(), null));
            assertThat(awarded.points()).as("%s of %s on %s", rule, member, time.today()).isEqualTo(wanted);
            int counted = wanted;
            caps.forEach(cap -> used.merge(cap, counted, Integer::sum));
            points.merge(member.id(), wanted, Integer::sum);
            given.add(new Given(awarded.id(), member, caps, wanted));
        }

        private String name(Cap cap, String code, Member member) {
            String whose = switch (cap.scope()) {
                case MEMBER -> "member " + member.id();
                case HOUSEHOLD -> "household " + member.household();
                default -> "all";
            };
            return code + cap.span().first(time.today()) + cap.name() + whose;
        }

        private void takeBack(Given gift) {
            awards.reverse(family.organizer, gift.award, "记错了");
            gift.caps.forEach(cap -> used.merge(cap, -gift.points, Integer::sum));
            points.merge(gift.member.id(), -gift.points, Integer::sum);
        }
    }
}
