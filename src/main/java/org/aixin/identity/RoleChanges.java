package org.aixin.identity;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Language;
import org.aixin.kernel.Sql;

import org.jspecify.annotations.Nullable;

/** What became of people's roles: every grant and loss, append-only. Auditors see those of the staff. */
@ApplicationScoped
class RoleChanges implements Noteworthy {
    private static final int MOST = 50;
    private final Sql sql;
    private final BusinessTime time;

    RoleChanges(Sql sql, BusinessTime time) {
        this.sql = sql;
        this.time = time;
    }

    /**
     * One of them.
     *
     * @param apart whether the role was given beside work that one person should not hold with it
     * @param by who did it, null where an installation set itself up
     */
    record Change(Instant at, Role role, String unit, boolean given, boolean apart, @Nullable String by) {
    }

    /** The changes of a member's roles, the latest first, {@value #MOST} at most. */
    List<Change> of(long member) {
        return sql.rows("SELECT c.at, c.role, u.name, c.given, c.apart, a.name FROM role_change c JOIN unit u ON u.id = c.unit"
                + " LEFT JOIN member a ON a.id = c.changed_by WHERE c.member = ? ORDER BY c.id DESC LIMIT " + MOST,
                row -> new Change(row.getTimestamp(1).toInstant(), Role.valueOf(row.getString(2)), row.getString(3),
                        row.getBoolean(4), row.getBoolean(5), row.getString(6)),
                member);
    }

    void given(long member, Grants.Held held, @Nullable Long by, boolean apart) {
        append(member, held, true, apart, by);
    }

    void taken(long member, Grants.Held held, long by) {
        append(member, held, false, false, by);
    }

    private void append(long member, Grants.Held held, boolean given, boolean apart, @Nullable Long by) {
        sql.update("INSERT INTO role_change (id, member, role, unit, given, apart, changed_by, at) VALUES (?,?,?,?,?,?,?,?)",
                Ids.next(), member, held.role().name(), held.unit().id(), given, apart, by, time.now());
    }

    @Override
    public String kind() {
        return "role_change";
    }

    @Override
    public String title(Locale language) {
        return texts(language).watchRoles();
    }

    @Override
    public List<Noted> noted(Asked asked) {
        IdentityTexts texts = texts(asked.language());
        return sql.rows("SELECT c.id, c.at, c.member, c.changed_by, u.name, c.role, c.given, c.apart FROM role_change c"
                + " JOIN unit u ON u.id = c.unit WHERE c.id >= ? AND c.id < ? AND c.role <> 'RESIDENT' AND "
                + asked.reach().within("u.path")
                + " ORDER BY c.id DESC LIMIT ?",
                row -> new Noted(row.getLong(1), row.getTimestamp(2).toInstant(), row.getLong(3), Sql.id(row, 4),
                        said(texts, row.getString(6), row.getString(5), row.getBoolean(7), row.getBoolean(8))),
                asked.from(), asked.end(), asked.reach().values(), asked.most());
    }

    private static String said(IdentityTexts texts, String role, String unit, boolean given, boolean apart) {
        String named = named(texts, Role.valueOf(role));
        String what = given ? texts.watchRoleGiven(named, unit) : texts.watchRoleTaken(named, unit);
        return apart ? what + texts.watchRoleApart() : what;
    }

    private static String named(IdentityTexts texts, Role role) {
        return switch (role) {
            case RESIDENT -> texts.RESIDENT();
            case CLERK -> texts.CLERK();
            case ORGANIZER -> texts.ORGANIZER();
            case SECRETARY -> texts.SECRETARY();
            case REVIEWER -> texts.REVIEWER();
            case AUDITOR -> texts.AUDITOR();
            case ADMIN -> texts.ADMIN();
        };
    }

    private static IdentityTexts texts(Locale language) {
        return Language.texts(IdentityTexts.class, language);
    }
}
