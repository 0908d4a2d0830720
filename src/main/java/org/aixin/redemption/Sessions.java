package org.aixin.redemption;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.goods.Shop;
import org.aixin.goods.Shops;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Transactions;

/** Who stands at which counter, and since when. Goods are handed over without one too: it says who was there, and stops nobody. */
@ApplicationScoped
public class Sessions {
    private static final String ALL = "SELECT s.id, s.shop_id, s.clerk_id, c.name, s.opened_at, s.closed_at, b.name"
            + " FROM counter_session s JOIN member c ON c.id = s.clerk_id LEFT JOIN member b ON b.id = s.closed_by WHERE ";
    private final Sql sql;
    private final Shops shops;
    private final BusinessTime time;

    Sessions(Sql sql, Shops shops, BusinessTime time) {
        this.sql = sql;
        this.shops = shops;
        this.time = time;
    }

    /** The clerk's open session, wherever it is. */
    public Optional<Session> openOf(long clerk) {
        return sql.first(ALL + "s.present = ?", Sessions::read, clerk);
    }

    /** The sessions at a shop that fall into this time, the earliest first. */
    public List<Session> at(Shop shop, Instant from, Instant until) {
        return sql.rows(ALL + "s.shop_id = ? AND s.opened_at < ? AND (s.closed_at IS NULL OR s.closed_at >= ?)"
                + " ORDER BY s.opened_at, s.id", Sessions::read, shop.id(), until, from);
    }

    /** Opens a session, or goes on with the one that is open here; one that is open elsewhere is closed by it. */
    Session open(Person clerk, Shop shop) {
        return Transactions.run(() -> {
            sql.update("UPDATE counter_session SET closed_at = GREATEST(opened_at, ?), closed_by = ?, present = NULL"
                    + " WHERE present = ? AND shop_id <> ?", time.now(), clerk.id(), clerk.id(), shop.id());
            sql.update("INSERT INTO counter_session (id, shop_id, clerk_id, opened_at, present) VALUES (?, ?, ?, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE id = id", Ids.next(), shop.id(), clerk.id(), time.now(), clerk.id());
            return openOf(clerk.id()).orElseThrow();
        });
    }

    /** Closes a session: its clerk, or an administrator of the shop; one that is closed stays as it is. */
    Session close(Person by, long id) {
        Session session = byId(id);
        if (session.clerk() != by.id()) {
            by.mustReach(shops.byId(session.shop()).path(), Role.ADMIN);
        }
        sql.update("UPDATE counter_session SET closed_at = GREATEST(opened_at, ?), closed_by = ?, present = NULL"
                + " WHERE id = ? AND present IS NOT NULL", time.now(), by.id(), id);
        return byId(id);
    }

    private Session byId(long id) {
        return sql.first(ALL + "s.id = ?", Sessions::read, id).orElseThrow(Problem::notFound);
    }

    private static Session read(ResultSet row) throws SQLException {
        return new Session(row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4), row.getTimestamp(5).toInstant(),
                Sql.instant(row, 6), row.getString(7));
    }
}
