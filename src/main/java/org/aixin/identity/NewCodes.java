package org.aixin.identity;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Sql;
import org.aixin.kernel.Transactions;

import org.jspecify.annotations.Nullable;

/**
 * New one-time codes for people who had one before. With such a code whoever holds it signs in as the member, so for somebody who
 * has points or works here it takes the member's own yes or a second person's. All stay on record, and the member is told.
 */
@ApplicationScoped
public class NewCodes implements SecondPerson {
    static final String KIND = "new_code";
    private static final String TWICE = "code_reissued_already";
    private static final Role[] FOR_RESIDENTS = {Role.ORGANIZER, Role.SECRETARY, Role.REVIEWER, Role.ADMIN};
    private static final Role[] FOR_STAFF = {Role.SECRETARY, Role.REVIEWER, Role.ADMIN};
    private final Sql sql;
    private final BusinessTime time;
    private final Members members;
    private final Grants grants;
    private final Credentials credentials;
    private final OneTimeCodes codes;
    private final Belongings belongings;
    private final Consents consents;
    private final SecondPersons secondPersons;

    NewCodes(Sql sql, BusinessTime time, Members members, Grants grants, Credentials credentials, OneTimeCodes codes,
            Belongings belongings, Consents consents, SecondPersons secondPersons) {
        this.sql = sql;
        this.time = time;
        this.members = members;
        this.grants = grants;
        this.credentials = credentials;
        this.codes = codes;
        this.belongings = belongings;
        this.consents = consents;
        this.secondPersons = secondPersons;
    }

    /** The digits to hand over, or what waits for a second person before there are any: one of the two. */
    public record Issued(@Nullable String digits, @Nullable Asked asked) {
    }

    /** That a member was given a new code. */
    record Reissue(Instant at, String by) {
    }

    private record By(long actor, @Nullable String form, boolean consented, @Nullable Long asked) {
    }

    /**
     * A new code for a member; the old one, the secret and every session of theirs are dead, and it stays on record who did this.
     * Organizers reissue for residents; for whoever works here it takes an administrator who reaches all their roles. Refused 404
     * {@code not_found}, 403 {@code not_allowed}, 409 {@code second_person_waits}, and as {@link Consents#of}.
     */
    public Issued reissue(Person person, long memberId, @Nullable Consent consent) {
        return reissue(person, memberId, consent, codes.make(), null);
    }

    /** The same for a page's form: sent again, it answers the same code and changes nothing. Refused 400 without a key too. */
    Issued reissueOnce(Person person, long memberId, @Nullable Consent consent, @Nullable String form) {
        String key = FormKeys.of(person, form) + "/" + memberId;
        OneTimeCodes.Code code = codes.madeFrom(key);
        if (sql.first("SELECT 1 FROM code_reissue WHERE form = ?", row -> 1, key).isPresent()) {
            return new Issued(code.digits(), null);
        }
        try {
            return reissue(person, memberId, consent, code, key);
        } catch (Problem twice) {
            if (!twice.code().equals(TWICE)) {
                throw twice;
            }
            return new Issued(code.digits(), null);
        }
    }

    /** Whether a new code for this member takes another's yes than that of who hands it out. */
    boolean needsYes(long member) {
        return rolesOf(member).findAny().isPresent() || belongings.hasPoints(member);
    }

    private Issued reissue(Person person, long memberId, @Nullable Consent consent, OneTimeCodes.Code code,
            @Nullable String form) {
        Member member = members.member(memberId);
        person.mustReach(member.path(), Role.ORGANIZER, Role.ADMIN);
        rolesOf(memberId).forEach(held -> person.mustReach(held.unit().path(), Role.ADMIN));
        boolean consented = false;
        if (consent != null && consent.isGiven()) {
            consented = consents.of(consent, List.of(memberId)).id() == memberId;
        } else if (needsYes(memberId)) {
            return new Issued(null,
                    secondPersons.ask(person, KIND, memberId, member.unitId(), Long.toString(memberId), KIND));
        }
        By by = new By(person.id(), form, consented, null);
        return new Issued(Transactions.run(() -> issue(memberId, code, by)), null);
    }

    private String issue(long member, OneTimeCodes.Code code, By by) {
        sql.updateOr(Problem.conflict(TWICE),
                "INSERT INTO code_reissue (id, member, actor, form, at, consented, asked) VALUES (?, ?, ?, ?, ?, ?, ?)",
                Ids.next(),
                member, by.actor, by.form, time.now(), by.consented, by.asked);
        credentials.revoke(member);
        codes.keep(member, code);
        return code.digits();
    }

    private Stream<Grants.Held> rolesOf(long member) {
        return grants.of(member).stream().filter(held -> held.role() != Role.RESIDENT);
    }

    /** The last time that staff gave the member a new code, if they ever did. */
    Optional<Reissue> lastReissue(long member) {
        return sql.first("SELECT r.at, m.name FROM code_reissue r JOIN member m ON m.id = r.actor WHERE r.member = ?"
                + " ORDER BY r.id DESC LIMIT 1", row -> new Reissue(row.getTimestamp(1).toInstant(), row.getString(2)), member);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Role[] deciders() {
        return FOR_RESIDENTS;
    }

    /** For whoever works here it takes more than an organizer, and a reach over all their roles. */
    @Override
    public void mustBeFor(Person person, Asked asked) {
        rolesOf(Objects.requireNonNull(asked.member())).forEach(held -> person.mustReach(held.unit().path(), FOR_STAFF));
    }

    @Override
    public String words(Asked asked, Locale language) {
        return Words.in(language).codeAsk(Words.name(members, Objects.requireNonNull(asked.member())));
    }

    @Override
    public void carryOut(Asked asked, Person by) {
        String key = asked.slipKey();
        issue(Objects.requireNonNull(asked.member()), codes.madeFrom(key), new By(asked.askedBy(), key, false, asked.id()));
    }

    @Override
    public String next(Asked asked) {
        return "/people/slips/" + asked.id();
    }
}
