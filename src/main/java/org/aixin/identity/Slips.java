package org.aixin.identity;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;

/** What is handed over after a second person's yes: the one-time code, for the one who asked alone. */
@ApplicationScoped
class Slips {
    private final Sql sql;
    private final Members members;
    private final OneTimeCodes codes;
    private final SecondPersons secondPersons;

    Slips(Sql sql, Members members, OneTimeCodes codes, SecondPersons secondPersons) {
        this.sql = sql;
        this.members = members;
        this.codes = codes;
        this.secondPersons = secondPersons;
    }

    /**
     * For whom it is, and the code. Refused 403 {@code asked_by_another} to anybody else, even to who said yes; 409
     * {@code second_person_awaited} while nobody has, 404 {@code not_found} where nothing is to be handed over.
     */
    Admissions.Admitted of(Person person, long id) {
        Asked asked = secondPersons.asked(person, id);
        if (asked.askedBy() != person.id()) {
            throw Problem.forbidden("asked_by_another");
        }
        if (asked.isOpen()) {
            throw Problem.conflict("second_person_awaited");
        }
        if (asked.decision() != Asked.Decision.CONFIRMED) {
            throw Problem.notFound();
        }
        Member member = members.member(member(asked));
        person.mustReach(member.path(), Role.ORGANIZER, Role.ADMIN);
        return new Admissions.Admitted(member.id(), codes.madeFrom(asked.slipKey()).digits());
    }

    private long member(Asked asked) {
        return sql.first("SELECT id FROM member WHERE entry_key = ? UNION ALL SELECT member FROM code_reissue WHERE form = ?",
                row -> row.getLong(1), asked.slipKey(), asked.slipKey()).orElseThrow(Problem::notFound);
    }
}
