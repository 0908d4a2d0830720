package org.aixin.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Text;
import org.aixin.kernel.Transactions;

import io.quarkus.arc.All;
import org.jspecify.annotations.Nullable;

/** Removes a person's data. What the ledger says stays as it is, under a pseudonym that leads to nobody any more. */
@ApplicationScoped
class Removals {
    /** What lists show in place of the name. */
    static final String GONE = "已注销居民";
    private static final int LONGEST = 200;
    private static final String SELECT = "SELECT r.member, u.name, u.path, r.at, a.name, r.reason FROM member_removal r"
            + " JOIN member m ON m.id = r.member JOIN unit u ON u.id = m.unit JOIN member a ON a.id = r.actor ";
    private final List<Departures> features;
    private final Members members;
    private final Grants grants;
    private final Sql sql;
    private final BusinessTime time;

    Removals(@All List<Departures> features, Members members, Grants grants, Sql sql, BusinessTime time) {
        this.features = features.stream().sorted(Comparator.comparing(Departures::isLast)).toList();
        this.members = members;
        this.grants = grants;
        this.sql = sql;
        this.time = time;
    }

    /** That somebody was removed: of which unit, when, by whom and why. */
    record Removal(long member, String unit, String path, Instant at, String by, String reason) {
        static Removal read(ResultSet row) throws SQLException {
            return new Removal(row.getLong(1), row.getString(2), row.getString(3), row.getTimestamp(4).toInstant(),
                    row.getString(5), row.getString(6));
        }
    }

    /** Whom it is about and what will happen. Refused as {@link #remove}. */
    record Announcement(Member member, List<String> sentences) {
    }

    Announcement announce(Person by, long id, Locale language) {
        Member member = allowed(by, id);
        return new Announcement(member,
                features.stream().flatMap(feature -> feature.announced(member, language).stream()).toList());
    }

    /**
     * Removes a person's data, all of it or nothing; done before, it answers what was done then. Refused 404 {@code not_found}, 403
     * {@code not_allowed} where the person or one of their roles is out of the administrator's reach, {@code own_household} for
     * oneself too, 422 {@code name_differs} unless the name was typed as it is, and for the reason.
     */
    Removal remove(Person by, long id, @Nullable String name, @Nullable String reason) {
        Optional<Removal> earlier = removal(id);
        if (earlier.isPresent()) {
            by.mustReach(earlier.get().path(), Role.ADMIN);
            return earlier.get();
        }
        String why = Text.required(reason, "reason", LONGEST);
        return Transactions.joined(() -> {
            sql.first("SELECT id FROM member WHERE id = ? FOR UPDATE", row -> 1, id);
            Optional<Removal> meanwhile = removal(id);
            return meanwhile.isPresent() ? meanwhile.get() : removed(by, allowed(by, id), name, why);
        });
    }

    private Removal removed(Person by, Member member, @Nullable String name, String reason) {
        if (name == null || !name.strip().equals(member.name())) {
            throw Problem.invalid("name_differs", "name");
        }
        features.forEach(feature -> feature.end(member, by));
        features.forEach(feature -> feature.erase(member, by));
        sql.update("INSERT INTO member_removal (member, at, actor, reason) VALUES (?, ?, ?, ?)", member.id(), time.now(), by.id(),
                without(member, reason));
        return removal(member.id()).orElseThrow();
    }

    /** The removals within reach, newest first. */
    Page<Removal> newest(Person person, @Nullable String cursor, int limit) {
        List<String> reach = Stream.of(Role.ADMIN, Role.AUDITOR).flatMap(person::reach).distinct().map(path -> path + "%")
                .toList();
        if (reach.isEmpty()) {
            throw Problem.forbidden("not_allowed");
        }
        String within = String.join(" OR ", reach.stream().map(path -> "u.path LIKE ?").toList());
        List<Removal> rows = sql.rows(SELECT + "WHERE r.member < ? AND (" + within + ") ORDER BY r.member DESC LIMIT ?",
                Removal::read, Page.before(cursor), reach, limit + 1);
        return Page.of(rows, limit, removal -> Long.toString(removal.member()));
    }

    private Optional<Removal> removal(long member) {
        return sql.first(SELECT + "WHERE r.member = ?", Removal::read, member);
    }

    private Member allowed(Person by, long id) {
        Member member = members.member(id);
        by.mustReach(member.path(), Role.ADMIN);
        by.mustNotBeHouseholdOf(member);
        grants.of(id).forEach(held -> by.mustReach(held.unit().path(), Role.ADMIN));
        return member;
    }

    /** The reason stays on record and must not keep what was removed. */
    private static String without(Member member, String reason) {
        String said = reason.replace(member.name(), "…");
        for (String number : Stream.of(member.phone(), member.card()).filter(one -> one != null).toList()) {
            said = said.replace(number, "…");
        }
        return said;
    }
}
