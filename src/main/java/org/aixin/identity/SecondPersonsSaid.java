package org.aixin.identity;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Sql;

/** What one person asked for and a second one decided: two who always agree are worth a look. */
@ApplicationScoped
class SecondPersonsSaid implements Noteworthy {
    private final Sql sql;

    SecondPersonsSaid(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "second_person";
    }

    @Override
    public String title(Locale language) {
        return Words.in(language).watchSecond();
    }

    @Override
    public List<Noted> noted(Asked asked) {
        SecondPersonTexts texts = Words.in(asked.language());
        return sql.rows("SELECT s.id, s.at, COALESCE(s.member, s.asked_by), s.asked_by, s.kind, s.decision, d.name"
                + " FROM second_person s JOIN unit u ON u.id = s.unit JOIN member d ON d.id = s.decided_by"
                + " WHERE s.id >= ? AND s.id < ? AND " + asked.reach().within("u.path") + " ORDER BY s.id DESC LIMIT ?",
                row -> new Noted(row.getLong(1), row.getTimestamp(2).toInstant(), row.getLong(3), row.getLong(4),
                        said(texts, row.getString(5), row.getString(6), row.getString(7))),
                asked.from(), asked.end(), asked.reach().values(), asked.most());
    }

    private static String said(SecondPersonTexts texts, String kind, String decision, String by) {
        String what = switch (kind) {
            case NewCodes.KIND -> texts.watchNewCode();
            case HouseholdEntrance.KIND -> texts.watchJoin();
            default -> texts.watchOther();
        };
        return decision.equals("CONFIRMED") ? texts.watchConfirmed(what, by) : texts.watchRefused(what, by);
    }
}
