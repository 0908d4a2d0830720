package org.aixin.redemption;

import static org.aixin.redemption.TestShops.key;
import static org.aixin.redemption.TestShops.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.aixin.goods.Goods;
import org.aixin.goods.Shop;
import org.aixin.goods.Wanted;
import org.aixin.identity.Member;
import org.aixin.identity.MemberCodes;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.identity.TestPeople;
import org.aixin.identity.Unit;
import org.aixin.kernel.KeyedRequest;
import org.aixin.kernel.Problem;
import org.aixin.kernel.StoredAnswer;
import org.aixin.ledger.Ledger;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RushTest {
    @Inject
    TestPeople people;
    @Inject
    TestShops shops;
    @Inject
    Orders orders;
    @Inject
    Desk desk;
    @Inject
    MemberCodes codes;
    @Inject
    Ledger ledger;
    @Inject
    AgroalDataSource database;
    Unit village;
    Shop shop;
    Goods rice;

    @BeforeEach
    void a_shop() {
        village = people.village();
        shop = shops.shop(village);
        rice = shops.goods(village, 50);
    }

    private Member resident(long points) {
        Member member = people.resident(village, "居民");
        shops.points(member, points);
        return member;
    }

    private StoredAnswer reserve(Member member, int quantity, String key) {
        Orders.Wish wish = new Orders.Wish(shop.code(), List.of(new Wanted(rice.code(), quantity)));
        KeyedRequest keyed = KeyedRequest.of(Long.toString(member.id()), "/api/orders", key, wish);
        return orders.reserve(person(member), wish, keyed, Locale.CHINESE).await().indefinitely();
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        CountDownLatch start = new CountDownLatch(1);
        List<Future<T>> answers = new ArrayList<>();
        for (Callable<T> call : calls) {
            answers.add(threads.submit(() -> {
                start.await();
                return call.call();
            }));
        }
        start.countDown();
        List<T> all = new ArrayList<>();
        for (Future<T> answer : answers) {
            all.add(answer.get());
        }
        threads.shutdown();
        return all;
    }

    private static List<Integer> statuses(List<StoredAnswer> answers) {
        return answers.stream().map(StoredAnswer::status).sorted().toList();
    }

    @Test
    void sixty_four_people_get_exactly_the_fifty_bags_there_are() throws Exception {
        shops.stock(shop, rice, 50);
        List<Member> members = IntStream.range(0, 64).mapToObj(i -> resident(50)).toList();
        List<StoredAnswer> answers = atOnce(
                members.stream().<Callable<StoredAnswer>>map(m -> () -> reserve(m, 1, key())).toList());
        assertThat(statuses(answers).stream().filter(status -> status == 201)).hasSize(50);
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .allMatch(answer -> answer.body().contains("out_of_stock"));
        shops.has(shop, rice, 50, 50);
        assertThat(ledger.check().problems()).isEmpty();
    }

    @Test
    void who_cannot_pay_leaves_the_bag_to_the_next() throws Exception {
        shops.stock(shop, rice, 20);
        List<Member> members = IntStream.range(0, 60).mapToObj(i -> resident(i % 3 == 0 ? 50 : 10)).toList();
        List<StoredAnswer> answers = atOnce(
                members.stream().<Callable<StoredAnswer>>map(m -> () -> reserve(m, 1, key())).toList());
        assertThat(statuses(answers).stream().filter(status -> status == 201)).hasSize(20);
        shops.has(shop, rice, 20, 20);
    }

    @Test
    void one_member_cannot_spend_the_same_points_twice() throws Exception {
        shops.stock(shop, rice, 50);
        Member wang = resident(120);
        List<StoredAnswer> answers = atOnce(
                IntStream.range(0, 20).<Callable<StoredAnswer>>mapToObj(i -> () -> reserve(wang, 1, key())).toList());
        assertThat(statuses(answers).stream().filter(status -> status == 201)).hasSize(2);
        assertThat(shops.available(wang)).isEqualTo(20);
        shops.has(shop, rice, 50, 2);
    }

    @Test
    void the_same_key_at_once_is_one_order_and_one_answer() throws Exception {
        shops.stock(shop, rice, 50);
        Member wang = resident(1000);
        String key = key();
        List<StoredAnswer> answers = atOnce(
                IntStream.range(0, 20).<Callable<StoredAnswer>>mapToObj(i -> () -> reserve(wang, 1, key)).toList());
        assertThat(answers.stream().map(StoredAnswer::body).distinct()).hasSize(1);
        assertThat(statuses(answers)).containsOnly(201);
        shops.has(shop, rice, 50, 1);
    }

    @Test
    void twenty_scans_of_one_code_open_one_visit_that_is_redeemed_once() throws Exception {
        shops.stock(shop, rice, 50);
        Member wang = resident(1000);
        Person clerk = people.staff(village, Role.CLERK);
        String code = codes.of(wang.id()).code();
        List<StoredAnswer> answers = atOnce(IntStream.range(0, 20).<Callable<StoredAnswer>>mapToObj(i -> () -> {
            try {
                return redeem(clerk, Objects.requireNonNull(desk.scan(clerk, shop.code(), code, Locale.CHINESE).visit()));
            } catch (Problem refused) {
                return new StoredAnswer("", refused.status(), refused.code());
            }
        }).toList());
        assertThat(statuses(answers).stream().filter(status -> status == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .allMatch(answer -> answer.body().contains("code_used"));
        shops.has(shop, rice, 49, 0);
        assertThat(shops.available(wang)).isEqualTo(950);
    }

    @Test
    void one_order_is_collected_once_however_many_clerks_press() throws Exception {
        shops.stock(shop, rice, 5);
        Member wang = resident(100);
        String body = reserve(wang, 2, key()).body();
        String code = body.replaceAll(".*\"code\":\"(3[0-9]{15})\".*", "$1");
        List<Person> clerks = IntStream.range(0, 20).mapToObj(i -> people.staff(village, Role.CLERK)).toList();
        List<StoredAnswer> answers = atOnce(clerks.stream().<Callable<StoredAnswer>>map(clerk -> () -> {
            KeyedRequest keyed = KeyedRequest.of(clerk.getName(), "/api/desk/collections", key(), code);
            return desk.collect(clerk, shop.code(), code, null, keyed, Locale.CHINESE).await().indefinitely();
        }).toList());
        assertThat(statuses(answers).stream().filter(status -> status == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .allMatch(answer -> answer.body().contains("already_collected") && answer.body().contains("\"by\""));
        shops.has(shop, rice, 3, 0);
        assertThat(ledger.check().problems()).isEmpty();
    }

    @Test
    void whoever_is_told_yes_finds_it_written_at_that_moment() throws Exception {
        shops.stock(shop, rice, 100);
        Member wang = resident(5_000);
        try (Connection other = database.getConnection();
                PreparedStatement written = other.prepareStatement("SELECT COUNT(*) FROM orders WHERE member_id = ?")) {
            written.setLong(1, wang.id());
            for (int i = 1; i <= 100; i++) {
                Orders.Wish wish = new Orders.Wish(shop.code(), List.of(new Wanted(rice.code(), 1)));
                KeyedRequest keyed = KeyedRequest.of(Long.toString(wang.id()), "/api/orders", key(), wish);
                int seen = orders.reserve(person(wang), wish, keyed, Locale.CHINESE).map(told -> count(written)).await()
                        .indefinitely();
                assertThat(seen).isEqualTo(i);
            }
        }
    }

    private static int count(PreparedStatement written) {
        try (ResultSet row = written.executeQuery()) {
            row.next();
            return row.getInt(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private StoredAnswer redeem(Person clerk, String visit) {
        Desk.Basket basket = new Desk.Basket(shop.code(), visit, List.of(new Wanted(rice.code(), 1)), null);
        KeyedRequest keyed = KeyedRequest.of(clerk.getName(), "/api/desk/redemptions", key(), basket);
        return desk.redeem(clerk, basket, "test", keyed, Locale.CHINESE).await().indefinitely();
    }
}
