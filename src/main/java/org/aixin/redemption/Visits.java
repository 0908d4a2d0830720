package org.aixin.redemption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.goods.Shop;
import org.aixin.identity.Member;
import org.aixin.identity.Person;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/** Opens visits and finds them again. */
@ApplicationScoped
class Visits {
    private static final String ALL = "SELECT id, member_id, shop_id, clerk_id, step, needs_secret, opened_at, expires_at, bearer_id FROM visit ";
    private static final String UNFINISHED = ALL + "WHERE clerk_id = ? AND shop_id = ? AND expires_at > ?"
            + " AND NOT EXISTS (SELECT 1 FROM orders WHERE orders.visit_id = visit.id) ORDER BY id DESC LIMIT 20";
    private final Sql sql;
    private final BusinessTime time;

    Visits(Sql sql, BusinessTime time) {
        this.sql = sql;
        this.time = time;
    }

    Optional<Visit> byId(long id) {
        return sql.first(ALL + "WHERE id = ?", Visits::read, id);
    }

    /** The visit that this live code opened, if it opened one. */
    Optional<Visit> opened(Member member, long step) {
        return sql.first(ALL + "WHERE member_id = ? AND step = ?", Visits::read, member.id(), step);
    }

    /** What this clerk began here and did not finish, the latest first. */
    List<Visit> unfinished(Shop shop, long clerk) {
        Instant now = time.now();
        return sql.rows(UNFINISHED, Visits::read, clerk, shop.id(), now).stream().filter(visit -> !visit.isOver(now)).toList();
    }

    /**
     * Opens a visit. Where two open one with the same live code at once, both get the first; a card, or a member who was found by name,
     * goes on with the visit that was opened so before and is not over.
     */
    Visit open(Member member, Shop shop, Person clerk, @Nullable Long step) {
        Optional<Visit> before = step == null ? before(member, shop, clerk) : Optional.empty();
        return before.orElseGet(() -> opened(member, shop, clerk, step));
    }

    private Optional<Visit> before(Member member, Shop shop, Person clerk) {
        return unfinished(shop, clerk.id()).stream()
                .filter(visit -> visit.member() == member.id() && visit.needsSecret() && visit.bearer() == null)
                .findFirst();
    }

    private Visit opened(Member member, Shop shop, Person clerk, @Nullable Long step) {
        Instant now = time.now();
        Visit visit = new Visit(Ids.next(), member.id(), shop.id(), clerk.id(), step, step == null, now,
                now.plus(Visit.LASTS), null);
        insert(visit);
        return step == null ? visit : opened(member, step).orElseThrow();
    }

    /** Opens a visit for a member for whom another comes, or goes on with the one that was opened so before. */
    Visit openFor(Member bearer, Member member, Shop shop, Person clerk) {
        Instant now = time.now();
        return unfinished(shop, clerk.id()).stream()
                .filter(visit -> visit.member() == member.id() && Objects.equals(visit.bearer(), bearer.id())).findFirst()
                .orElseGet(() -> insert(new Visit(Ids.next(), member.id(), shop.id(), clerk.id(), null, true, now,
                        now.plus(Visit.LASTS), bearer.id())));
    }

    private Visit insert(Visit visit) {
        sql.update("INSERT INTO visit (id, member_id, shop_id, clerk_id, step, needs_secret, opened_at, expires_at, bearer_id)"
                + " VALUES (?,?,?,?,?,?,?,?,?) ON DUPLICATE KEY UPDATE id = id", visit.id(), visit.member(), visit.shop(),
                visit.clerk(), visit.step(), visit.needsSecret(), visit.openedAt(), visit.expiresAt(), visit.bearer());
        return visit;
    }

    /** The name of whoever came for the member of this order; null where the member came. */
    @Nullable
    String bearerOf(Order order) {
        return sql.first("SELECT m.name FROM orders o LEFT JOIN visit v ON v.id = o.visit_id"
                + " LEFT JOIN order_bearer b ON b.order_id = o.id JOIN member m ON m.id = COALESCE(v.bearer_id, b.bearer_id)"
                + " WHERE o.id = ?", row -> row.getString(1), order.id()).orElse(null);
    }

    private static Visit read(ResultSet row) throws SQLException {
        return new Visit(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), Sql.id(row, 5), row.getBoolean(6),
                row.getTimestamp(7).toInstant(), row.getTimestamp(8).toInstant(), Sql.id(row, 9));
    }
}
