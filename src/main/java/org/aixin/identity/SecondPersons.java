package org.aixin.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sha256;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Text;
import org.aixin.kernel.Transactions;

import io.quarkus.arc.All;
import org.jspecify.annotations.Nullable;

/** Acts that wait for a second person: asked for by one of the staff, decided once by another, done in the same transaction. */
@ApplicationScoped
public class SecondPersons {
    static final int LONGEST = 200;
    private final Map<String, SecondPerson> kinds;
    private final Sql sql;
    private final Members members;
    private final BusinessTime time;

    SecondPersons(@All List<SecondPerson> kinds, Sql sql, Members members, BusinessTime time) {
        this.kinds = kinds.stream().collect(Collectors.toMap(SecondPerson::kind, Function.identity()));
        this.sql = sql;
        this.members = members;
        this.time = time;
    }

    /**
     * Lets an act wait; the caller has seen to whether this person may ask for it. The same person asking for the same again finds it waiting.
     *
     * @param member whom it concerns, null where it concerns a whole unit
     * @param unit whoever decides has to reach it
     * @param same tells it from other acts of its kind that wait
     * @param payload what the kind needs to carry it out, at most 1000 characters
     */
    public Asked ask(Person person, String kind, @Nullable Long member, long unit, String same, String payload) {
        String waiting = kind + "/" + Sha256.hex(same);
        return Transactions.joined(() -> {
            sql.update("INSERT INTO second_person (id, kind, member, unit, payload, waiting, asked_by, at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE kind = VALUES(kind)", Ids.next(), kind, member,
                    unit,
                    payload, waiting, person.id(), time.now());
            Asked asked = sql.first(Asked.SELECT + "WHERE s.waiting = ?", Asked::read, waiting).orElseThrow();
            if (asked.askedBy() != person.id()) {
                throw Problem.conflict("second_person_waits", asked.askedByName());
            }
            return asked;
        });
    }

    /** What waits for this person's decision, or for somebody else's on what they asked for; oldest first. */
    public Page<Asked> waiting(Person person, @Nullable String cursor, int limit) {
        List<Object> values = new ArrayList<>(List.of(Page.after(cursor), person.id()));
        String within = within(person, values);
        values.add(limit + 1);
        return Page.of(sql.rows(Asked.SELECT + "WHERE s.waiting IS NOT NULL AND s.id > ? AND (s.asked_by = ?" + within
                + ") ORDER BY s.id LIMIT ?", Asked::read, values.toArray()), limit, asked -> Long.toString(asked.id()));
    }

    /** What this person asked for and others decided, newest first. */
    List<Asked> decided(Person person, int most) {
        return sql.rows(Asked.SELECT + "WHERE s.asked_by = ? AND s.decision IS NOT NULL ORDER BY s.id DESC LIMIT ?", Asked::read,
                person.id(), most);
    }

    /** How much waits for this person's decision. */
    public int count(Person person) {
        List<Object> values = new ArrayList<>(List.of(person.id()));
        String within = within(person, values);
        return sql.rows("SELECT COUNT(*) FROM second_person s JOIN unit u ON u.id = s.unit WHERE s.waiting IS NOT NULL"
                + " AND s.asked_by <> ? AND (FALSE" + within + ")", row -> row.getInt(1), values.toArray()).get(0);
    }

    /** One, for who asked or may decide; refused 404 {@code not_found}, 403 {@code not_allowed}. */
    public Asked asked(Person person, long id) {
        Asked asked = asked(id);
        if (asked.askedBy() != person.id()) {
            person.mustReach(asked.path(), kind(asked).deciders());
        }
        return asked;
    }

    /**
     * Says yes, which does it, or no, with a reason that the one who asked reads; once. Refused 403 {@code not_allowed}, {@code asked_by_you},
     * {@code own_household} for the household of the one who asked and of whom it concerns; 409 {@code second_person_decided};
     * and whatever the act itself refuses. In the present transaction or one of its own.
     */
    public Asked decide(Person person, long id, @Nullable Boolean confirm, @Nullable String reason) {
        Asked asked = asked(id);
        mustBeFor(person, asked);
        if (confirm == null) {
            throw Problem.invalid("value_refused", "confirm");
        }
        String why = confirm ? null : Text.required(reason, "reason", LONGEST);
        return Transactions.joined(() -> {
            end(asked, confirm ? Asked.Decision.CONFIRMED : Asked.Decision.REFUSED, person.id(), why);
            if (confirm) {
                kind(asked).carryOut(asked, person);
            }
            return asked(id);
        });
    }

    /** Takes back what this person asked for. Refused 403 {@code asked_by_another}, 409 {@code second_person_decided}. */
    public Asked withdraw(Person person, long id) {
        Asked asked = asked(person, id);
        if (asked.askedBy() != person.id()) {
            throw Problem.forbidden("asked_by_another");
        }
        end(asked, Asked.Decision.WITHDRAWN, null, null);
        return asked(id);
    }

    /** Whether this person may decide it. */
    boolean isFor(Person person, Asked asked) {
        try {
            mustBeFor(person, asked);
            return true;
        } catch (Problem refused) {
            return false;
        }
    }

    SecondPerson kind(Asked asked) {
        return Optional.ofNullable(kinds.get(asked.kind())).orElseThrow();
    }

    private Asked asked(long id) {
        return sql.first(Asked.SELECT + "WHERE s.id = ?", Asked::read, id).orElseThrow(Problem::notFound);
    }

    private void mustBeFor(Person person, Asked asked) {
        person.mustReach(asked.path(), kind(asked).deciders());
        if (asked.askedBy() == person.id()) {
            throw Problem.forbidden("asked_by_you");
        }
        if (sql.first("SELECT 1 FROM role_change WHERE member = ? AND given AND changed_by = ? AND role <> 'RESIDENT'", row -> 1,
                person.id(), asked.askedBy()).isPresent()) {
            throw Problem.forbidden("asked_by_your_giver");
        }
        List<Long> concerned = Stream.of(asked.askedBy(), asked.member()).filter(Objects::nonNull).toList();
        members.stillHere(concerned).values().forEach(person::mustNotBeHouseholdOf);
        if (asked.isOpen()) {
            kind(asked).mustBeFor(person, asked);
        }
    }

    private void end(Asked asked, Asked.Decision decision, @Nullable Long by, @Nullable String reason) {
        if (sql.update(
                "UPDATE second_person SET decision = ?, decided_by = ?, reason = ?, decided_at = ?, waiting = NULL, payload = NULL"
                        + " WHERE id = ? AND waiting IS NOT NULL",
                decision.name(), by, reason, time.now(), asked.id()) == 0) {
            throw Problem.conflict("second_person_decided");
        }
    }

    private String within(Person person, List<Object> values) {
        StringBuilder within = new StringBuilder();
        kinds.values().forEach(kind -> {
            Reach reach = Reach.of(person, kind.deciders());
            within.append(" OR s.kind = ? AND ").append(reach.within("u.path"));
            values.add(kind.kind());
            values.addAll(reach.values());
        });
        return within.toString();
    }
}
