package org.aixin.identity;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Sql;

/** Who came to households that had people: from a pool they spend what others earned. */
@ApplicationScoped
class JoinedHouseholds implements Noteworthy {
    private final Sql sql;

    JoinedHouseholds(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "joined_household";
    }

    @Override
    public String title(Locale language) {
        return Words.in(language).watchJoinings();
    }

    @Override
    public List<Noted> noted(Asked asked) {
        SecondPersonTexts texts = Words.in(asked.language());
        return sql.rows("SELECT j.id, j.at, j.member, j.actor, h.name, j.consented_by IS NOT NULL, j.asked IS NOT NULL"
                + " FROM household_joining j JOIN household h ON h.id = j.household JOIN unit u ON u.id = j.unit"
                + " WHERE j.id >= ? AND j.id < ? AND " + asked.reach().within("u.path") + " ORDER BY j.id DESC LIMIT ?",
                row -> new Noted(row.getLong(1), row.getTimestamp(2).toInstant(), row.getLong(3), row.getLong(4),
                        row.getBoolean(6)
                                ? texts.watchJoinedConsent(row.getString(5))
                                : row.getBoolean(7)
                                        ? texts.watchJoinedSecond(row.getString(5))
                                        : texts.watchJoined(row.getString(5))),
                asked.from(), asked.end(), asked.reach().values(), asked.most());
    }
}
