package org.aixin.goods;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Transactions;

import org.jspecify.annotations.Nullable;

/** In which shops a clerk works: in those an administrator bound them to, or, without any, in all within their reach. */
@ApplicationScoped
public class ClerkShops {
    private static final String NOT_BOUND_ELSEWHERE = " AND (NOT EXISTS (SELECT 1 FROM clerk_shop b WHERE b.clerk_id = ?)"
            + " OR EXISTS (SELECT 1 FROM clerk_shop b WHERE b.clerk_id = ? AND b.shop_id = s.id))";
    private final Sql sql;
    private final Shops shops;
    private final BusinessTime time;

    ClerkShops(Sql sql, Shops shops, BusinessTime time) {
        this.sql = sql;
        this.shops = shops;
        this.time = time;
    }

    /**
     * The shop with this code, for a clerk who works there. Refused 404 where there is none, 403 {@code not_allowed} out of reach, 403
     * {@code clerk_of_other_shops} for a clerk who is bound to others. One statement where nothing is refused.
     */
    public Shop shop(Person clerk, @Nullable String code) {
        Shop found = code == null || !Words.isCode(code)
                ? null
                : sql.first(Shops.ALL + "WHERE s.code = ?" + NOT_BOUND_ELSEWHERE, Shop::read, code, clerk.id(), clerk.id())
                        .orElse(null);
        Shop shop = found == null ? shops.named(code) : found;
        clerk.mustReach(shop.path(), Role.CLERK);
        if (found == null) {
            throw boundElsewhere(shop);
        }
        return shop;
    }

    /** The shops in which this person works as a clerk, and those that one of the other roles reaches. */
    public List<Shop> of(Person person, Role... others) {
        Set<Long> bound = bound(person.id());
        Role[] any = Stream.concat(Stream.of(Role.CLERK), Stream.of(others)).toArray(Role[]::new);
        return shops.reachedBy(person, any).stream()
                .filter(shop -> bound.isEmpty() || bound.contains(shop.id()) || person.may(shop.path(), others)).toList();
    }

    /** For what a shop's clerk may do or read and one of the other roles too. Refused 403 as {@link #shop} is. */
    public void mustWorkAt(Person person, Shop shop, Role... others) {
        if (!worksAt(person, shop, others)) {
            person.mustReach(shop.path(), Role.CLERK);
            throw boundElsewhere(shop);
        }
    }

    /** Whether this person works at the shop as a clerk, or one of the other roles reaches it. */
    public boolean worksAt(Person person, Shop shop, Role... others) {
        if (person.may(shop.path(), others)) {
            return true;
        }
        Set<Long> bound = person.may(shop.path(), Role.CLERK) ? bound(person.id()) : Set.of(-1L);
        return bound.isEmpty() || bound.contains(shop.id());
    }

    /** The ids of the shops that a clerk is bound to; none for one who serves all within reach. */
    public Set<Long> bound(long clerk) {
        return sql.rows("SELECT shop_id FROM clerk_shop WHERE clerk_id = ?", row -> row.getLong(1), clerk).stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Binds a clerk to these shops and no other of the administrator's reach; bindings beyond it stay. Nobody binds themselves: refused
     * 403 {@code not_allowed}, as out of reach.
     */
    public void bind(Person administrator, long clerk, Set<String> codes) {
        if (administrator.id() == clerk) {
            throw Problem.forbidden("not_allowed");
        }
        List<Shop> wanted = codes.stream().sorted().map(shops::named).toList();
        wanted.forEach(shop -> administrator.mustReach(shop.path(), Role.ADMIN));
        Transactions.run(() -> {
            shops.reachedBy(administrator, Role.ADMIN).stream().filter(shop -> wanted.stream().noneMatch(shop::equals))
                    .forEach(shop -> sql.update("DELETE FROM clerk_shop WHERE clerk_id = ? AND shop_id = ?", clerk, shop.id()));
            wanted.forEach(shop -> sql.update("INSERT INTO clerk_shop (clerk_id, shop_id, bound_by, at) VALUES (?, ?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE shop_id = shop_id", clerk, shop.id(), administrator.id(), time.now()));
            return wanted.size();
        });
    }

    private static Problem boundElsewhere(Shop shop) {
        return Problem.forbidden("clerk_of_other_shops", shop.name());
    }
}
