package org.aixin.donation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.donation.Donor.Kind;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Text;

import org.jspecify.annotations.Nullable;

/** Who has given something, unit by unit. */
@ApplicationScoped
class Donors {
    private static final Role[] STAFF = {Role.CLERK, Role.ADMIN, Role.ORGANIZER, Role.AUDITOR};
    private static final int LONGEST = 60;
    private final Sql sql;
    private final BusinessTime time;

    Donors(Sql sql, BusinessTime time) {
        this.sql = sql;
        this.time = time;
    }

    /** The donors of the units that this person's work reaches, newest first. */
    Page<Donor> of(Person person, @Nullable String cursor, int limit) {
        List<String> reach = Stream.of(STAFF).flatMap(person::reach).distinct().map(path -> path + "%").toList();
        if (reach.isEmpty()) {
            throw Problem.forbidden("not_allowed");
        }
        String within = String.join(" OR ", reach.stream().map(path -> "u.path LIKE ?").toList());
        return Page.of(sql.rows(Donor.SELECT + "WHERE o.id < ? AND (" + within + ") ORDER BY o.id DESC LIMIT ?", Donor::read,
                Page.before(cursor), reach, limit + 1), limit, donor -> Long.toString(donor.id()));
    }

    /** A donor within reach; refused 404, 403 {@code not_allowed}. */
    Donor donor(Person person, long id) {
        Donor donor = sql.first(Donor.SELECT + "WHERE o.id = ?", Donor::read, id).orElseThrow(Problem::notFound);
        person.mustReach(donor.path(), STAFF);
        return donor;
    }

    /** Whether the donor agrees to be named; refused as {@link #donor} is. */
    Donor agree(Person person, long id, boolean named) {
        Donor donor = donor(person, id);
        sql.update("UPDATE donor SET named = ? WHERE id = ?", named, donor.id());
        return donor(person, id);
    }

    /**
     * The donor of this name at a unit, entered where there is none; what they last said about being named holds. Refused 422 for the
     * name and {@code donor_kind_unknown}.
     */
    long known(Person by, long unit, @Nullable String name, @Nullable String kind, boolean named) {
        String who = Text.required(name, "donor", LONGEST);
        Kind what = kind(kind);
        sql.update("INSERT IGNORE INTO donor (id, unit_id, kind, name, named, actor_id, at) VALUES (?,?,?,?,?,?,?)", Ids.next(),
                unit,
                what.name(), who, named, by.id(), time.now());
        sql.update("UPDATE donor SET kind = ?, named = ? WHERE unit_id = ? AND name = ?", what.name(), named, unit, who);
        return sql.first("SELECT id FROM donor WHERE unit_id = ? AND name = ?", row -> row.getLong(1), unit, who).orElseThrow();
    }

    private static Kind kind(@Nullable String kind) {
        String wanted = kind == null || kind.isBlank() ? Kind.PERSON.name() : kind.toUpperCase(Locale.ROOT);
        return Stream.of(Kind.values()).filter(one -> one.name().equals(wanted)).findFirst()
                .orElseThrow(() -> Problem.invalid("donor_kind_unknown", "donorKind"));
    }
}
