package org.aixin.standard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Noteworthy;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Language;
import org.aixin.kernel.Sql;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Members to whom more points were recorded on one day than an honest day brings: {@code aixin.watch.points} or more, for who was
 * registered within the last 31 days half of that. Backdated deeds count on the day on which they were recorded, so that a month of
 * invented days entered at one sitting stands out. What was taken back does not count.
 */
@ApplicationScoped
class UnusualGains implements Noteworthy {
    private static final String GAINS = "SELECT MAX(a.id), MAX(a.recorded_at), a.member, SUM(a.points),"
            + " SUM(CASE WHEN a.day < DATE(DATE_ADD(a.recorded_at, INTERVAL %1$d SECOND)) THEN a.points ELSE 0 END),"
            + " COUNT(DISTINCT a.actor), MIN(a.actor) FROM award a JOIN member m ON m.id = a.member"
            + " JOIN standard_version v ON v.rule = a.rule AND v.version = a.version AND v.asset = 'POINTS'"
            + " WHERE a.id >= ? AND a.id < ? AND a.points > 0 AND %2$s"
            + " AND NOT EXISTS (SELECT 1 FROM award_reversal r WHERE r.award = a.id)"
            + " GROUP BY a.member, DATE(DATE_ADD(a.recorded_at, INTERVAL %1$d SECOND))"
            + " HAVING MAX(a.id) < ? AND (SUM(a.points) >= ?"
            + " OR SUM(a.points) >= ? AND MAX(m.at) > DATE_SUB(MAX(a.recorded_at), INTERVAL 31 DAY))"
            + " ORDER BY MAX(a.id) DESC LIMIT ?";
    private final Sql sql;
    private final BusinessTime time;
    private final int unusual;

    UnusualGains(Sql sql, BusinessTime time, @ConfigProperty(name = "aixin.watch.points") int unusual) {
        this.sql = sql;
        this.time = time;
        this.unusual = unusual;
    }

    @Override
    public String kind() {
        return "unusual_gain";
    }

    @Override
    public String title(Locale language) {
        return Language.texts(AwardTexts.class, language).watchGains();
    }

    @Override
    public List<Noted> noted(Asked asked) {
        AwardTexts texts = Language.texts(AwardTexts.class, asked.language());
        int ahead = time.zone().getRules().getOffset(time.now()).getTotalSeconds();
        return sql.rows(GAINS.formatted(ahead, asked.reach().within("a.path")), row -> noted(row, texts), asked.from(),
                asked.until(),
                asked.reach().values(), asked.before(), unusual, unusual / 2, asked.most());
    }

    private static Noted noted(ResultSet row, AwardTexts texts) throws SQLException {
        int points = row.getInt(4), late = row.getInt(5), givers = row.getInt(6);
        return new Noted(row.getLong(1), row.getTimestamp(2).toInstant(), row.getLong(3), givers == 1 ? row.getLong(7) : null,
                late == 0 ? texts.watchGain(points, givers) : texts.watchGainLate(points, givers, late));
    }
}
