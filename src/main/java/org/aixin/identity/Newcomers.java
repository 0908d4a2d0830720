package org.aixin.identity;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Language;
import org.aixin.kernel.Sql;

/** Whom staff registered as residents: somebody invented would begin here. */
@ApplicationScoped
class Newcomers implements Noteworthy {
    private final Sql sql;

    Newcomers(Sql sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "new_resident";
    }

    @Override
    public String title(Locale language) {
        return Language.texts(IdentityTexts.class, language).watchNewcomers();
    }

    @Override
    public List<Noted> noted(Asked asked) {
        IdentityTexts texts = Language.texts(IdentityTexts.class, asked.language());
        return sql.rows("SELECT c.id, c.at, c.member, c.changed_by, u.name FROM role_change c JOIN unit u ON u.id = c.unit"
                + " WHERE c.id >= ? AND c.id < ? AND c.role = 'RESIDENT' AND c.given AND c.changed_by IS NOT NULL AND "
                + asked.reach().within("u.path") + " ORDER BY c.id DESC LIMIT ?",
                row -> new Noted(row.getLong(1), row.getTimestamp(2).toInstant(), row.getLong(3), row.getLong(4),
                        texts.watchNewcomer(row.getString(5))),
                asked.from(), asked.end(), asked.reach().values(), asked.most());
    }
}
