package org.aixin.redemption;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.aixin.goods.Line;
import org.aixin.goods.Offers;
import org.aixin.goods.Shop;
import org.aixin.goods.Shops;
import org.aixin.goods.Wanted;
import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.GroupCommit;
import org.aixin.kernel.Problem;
import org.aixin.redemption.Orders.Wish;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** What residents wish for, as orders at today's prices. Wishes that come together are read together; nobody holds a thread. */
@ApplicationScoped
class Wishes {
    private record Wished(Person person, Wish wish) {
    }

    private record Drafted(@Nullable Order order, @Nullable Problem refused) {
        Order orRefuse() {
            if (refused != null) {
                throw refused;
            }
            return Objects.requireNonNull(order);
        }
    }

    private final Shops shops;
    private final Offers offers;
    private final Members members;
    private final BusinessTime time;
    private final GroupCommit<Wished, Drafted> reading = new GroupCommit<>("wishes", 200, Duration.ZERO, 20_000, this::read);

    Wishes(Shops shops, Offers offers, Members members, BusinessTime time) {
        this.shops = shops;
        this.offers = offers;
        this.members = members;
        this.time = time;
    }

    void stop(@Observes ShutdownEvent stopping) {
        reading.close();
    }

    /** The order that this person wishes for; refused 404 {@code not_found} without such a shop, and as a basket is. */
    Uni<Order> draft(Person person, Wish wish) {
        return reading.submit(new Wished(person, wish)).map(Drafted::orRefuse);
    }

    private List<Drafted> read(List<Wished> wishes) {
        Map<String, Shop> there = shops
                .withCodes(wishes.stream().flatMap(one -> Stream.ofNullable(one.wish.shop())).distinct().toList());
        Map<Long, Member> people = members.stillHere(wishes.stream().map(one -> one.person.id()).distinct().toList());
        BiFunction<Shop, @Nullable List<@Nullable Wanted>, List<Line>> baskets = offers.baskets(there.values(),
                wishes.stream().flatMap(one -> Stream.ofNullable(one.wish.lines())).toList());
        Instant now = time.now();
        return wishes.stream().map(one -> drafted(one, there, people, baskets, now)).toList();
    }

    private static Drafted drafted(Wished one, Map<String, Shop> there, Map<Long, Member> people,
            BiFunction<Shop, @Nullable List<@Nullable Wanted>, List<Line>> baskets, Instant now) {
        Shop shop = one.wish.shop() == null ? null : there.get(one.wish.shop());
        Member member = people.get(one.person.id());
        if (shop == null || member == null) {
            return new Drafted(null, Problem.notFound());
        }
        try {
            return new Drafted(Order.draft(now, shop, member, baskets.apply(shop, one.wish.lines()), null), null);
        } catch (Problem refused) {
            return new Drafted(null, refused);
        }
    }
}
