package org.aixin.identity;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Language;
import org.aixin.kernel.Sql;

/** New one-time codes: whoever holds one can sign in as the member. */
@ApplicationScoped
class Reissues implements Noteworthy {
    private final Sql sql;

    Reissues(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "code_reissue";
    }

    @Override
    public String title(Locale language) {
        return Language.texts(IdentityTexts.class, language).watchReissues();
    }

    @Override
    public List<Noted> noted(Asked asked) {
        String sentence = Language.texts(IdentityTexts.class, asked.language()).watchReissue();
        return sql.rows("SELECT r.id, r.at, r.member, r.actor FROM code_reissue r JOIN member m ON m.id = r.member"
                + " JOIN unit u ON u.id = m.unit WHERE r.id >= ? AND r.id < ? AND " + asked.reach().within("u.path")
                + " ORDER BY r.id DESC LIMIT ?",
                row -> new Noted(row.getLong(1), row.getTimestamp(2).toInstant(), row.getLong(3), row.getLong(4), sentence),
                asked.from(),
                asked.end(), asked.reach().values(), asked.most());
    }
}
