package org.aixin.redemption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.aixin.Seeds;
import org.aixin.goods.Goods;
import org.aixin.goods.Line;
import org.aixin.goods.Shop;
import org.aixin.identity.Member;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.TestClock;
import org.aixin.redemption.Rule.Limit;
import org.aixin.redemption.Rule.Scope;
import org.aixin.redemption.Rule.Thing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders and their cancellation over days and months under random limits, in the real database, against a sheet of paper. */
@QuarkusTest
class LimitHistoryTest {
    private static final int HISTORIES = Math.max(60, Seeds.TRIES / 8), STEPS = 14;
    @Inject
    TestPeople people;
    @Inject
    TestShops shops;
    @Inject
    Orders orders;
    @Inject
    Limits limits;
    @Inject
    OrderBook book;
    @Inject
    Sql sql;
    @Inject
    BusinessTime time;
    Shop shop;
    List<Goods> goods = List.of();
    List<Member> family = List.of();
    private int played;

    @BeforeEach
    void two_of_a_household_and_one_of_another() {
        Unit village = people.village();
        shop = shops.shop(village);
        goods = List.of(shops.goods(village, 5), shops.goods(village, 5), shops.limited(village, 5, 4));
        Member wang = people.resident(village, "王秀英");
        family = List.of(wang, people.resident(village, "王强", Objects.requireNonNull(wang.household())),
                people.resident(village, "李梅"));
    }

    @AfterEach
    void now() {
        TestClock.reset();
    }

    @Test
    void every_history_comes_out_as_the_sheet_says() {
        Seeds.kept("limits").forEach(this::play);
        for (int i = 0; i < HISTORIES; i++) {
            Seeds.play("limits", ThreadLocalRandom.current().nextLong(), this::play);
        }
    }

    /** Each in a year of its own, in which nothing was taken before. */
    private void play(long seed) {
        TestClock.reset();
        TestClock.advance(Duration.between(time.now(), time.startOf(LocalDate.of(time.today().getYear() + ++played, 1, 9))));
        QuarkusTransaction.requiringNew().run(() -> {
            play(new Random(seed));
            family.forEach(this::forget);
        });
    }

    /** The orders of this test are only counted: they hold no points and no goods. */
    private void forget(Member member) {
        sql.update("DELETE l FROM order_line l JOIN orders o ON o.id = l.order_id WHERE o.member_id = ?", member.id());
        sql.update("DELETE FROM orders WHERE member_id = ?", member.id());
    }

    private void play(Random random) {
        List<Rule> rules = Stream.generate(() -> rule(random)).limit(random.nextInt(4)).toList();
        List<Order> counted = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            TestClock.advance(Duration.ofHours(random.nextInt(3) * random.nextInt(300)));
            if (random.nextInt(4) == 0 && !counted.isEmpty()) {
                limits.giveBack(counted.remove(random.nextInt(counted.size())));
                continue;
            }
            Order order = orders.draft(shop, family.get(random.nextInt(3)), basket(random), null);
            Case what = new Case(TestShops.person(order.member()), shop,
                    new HouseRules(rules, Timetable.of(List.of(), time.zone())),
                    order, null, null, order.madeAt(), Locale.CHINESE);
            Problem reached = limits.take(what);
            String expected = refusedBy(order, rules, counted);
            assertThat(reached == null ? "" : reached.members().get("rule")).isEqualTo(expected);
            if (reached == null && random.nextInt(5) == 0) {
                limits.undo(what);
            } else if (reached == null) {
                book.insert(List.of(order.reserved(order.id())));
                counted.add(order);
            }
        }
    }

    private List<Line> basket(Random random) {
        Map<Goods, Integer> basket = new HashMap<>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            basket.put(goods.get(random.nextInt(3)), 1 + random.nextInt(2));
        }
        return goods.stream().filter(basket::containsKey).map(one -> new Line(one, Objects.requireNonNull(basket.get(one))))
                .toList();
    }

    private Rule rule(Random random) {
        int which = random.nextInt(4);
        long id = Ids.next();
        return new Rule(id, id, shop.path(), null, new Limit(Scope.values()[random.nextInt(2)], Span.values()[random.nextInt(5)],
                which == 3 ? null : Thing.of(goods.get(which)), 1 + random.nextInt(6)));
    }

    /** The first limit that an order would break, in words, the goods' own first; none for one that breaks none. */
    private String refusedBy(Order order, List<Rule> rules, List<Order> counted) {
        Stream<Limit> own = order.lines().stream().filter(Order.Item::isLimited)
                .map(line -> new Limit(Scope.MEMBER, Span.MONTH, Thing.of(line.goods()), 4));
        Stream<Limit> all = Stream.concat(own, rules.stream().map(rule -> (Limit) rule.terms()));
        return all.filter(limit -> limit.pieces(order) > 0)
                .filter(limit -> limit.pieces(order) + taken(limit, order, counted) > limit.quantity()).findFirst()
                .map(limit -> limit.words(false)).orElse("");
    }

    private int taken(Limit limit, Order order, List<Order> counted) {
        LocalDate first = limit.span().first(time.day(order.madeAt()));
        return counted.stream().filter(one -> limit.whose(one.member()) == limit.whose(order.member()))
                .filter(one -> limit.span().first(time.day(one.madeAt())).equals(first)).mapToInt(limit::pieces).sum();
    }
}
