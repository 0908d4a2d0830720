package org.aixin.household;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Belongings;
import org.aixin.identity.Member;
import org.aixin.identity.Telling;
import org.aixin.kernel.Said;
import org.aixin.kernel.Sql;

/** Tells the people of households that share their points that this was begun by somebody lately. */
@ApplicationScoped
class PoolingTelling implements Telling {
    private final Sql sql;
    private final Belongings belongings;

    PoolingTelling(Sql sql, Belongings belongings) {
        this.sql = sql;
        this.belongings = belongings;
    }

    @Override
    public List<String> of(Member member, Instant since, Locale language) {
        if (member.household() == null || !belongings.isShared(member.household())) {
            return List.of();
        }
        return sql.rows("SELECT c.at, a.name FROM household_pooling_change c JOIN unit u ON u.id = c.unit"
                + " JOIN member a ON a.id = c.changed_by WHERE ? LIKE CONCAT(u.path, '%') AND c.at >= ?"
                + " AND COALESCE(c.pooled, TRUE) ORDER BY c.id DESC LIMIT 1",
                row -> PoolingBegins.in(language).begunTold(Said.saidDay(row.getTimestamp(1).toInstant(), language),
                        row.getString(2)),
                member.path(), since);
    }
}
