package org.aixin.standard;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.aixin.identity.Member;
import org.aixin.identity.Members;
import org.aixin.identity.Person;
import org.aixin.identity.Role;
import org.aixin.kernel.BusinessTime;
import org.aixin.kernel.Ids;
import org.aixin.kernel.Page;
import org.aixin.kernel.Problem;
import org.aixin.kernel.Text;
import org.aixin.kernel.Transactions;
import org.aixin.ledger.Asset;
import org.aixin.ledger.Command;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Outcome;
import org.aixin.ledger.Owner;
import org.aixin.ledger.Source;

import org.jspecify.annotations.Nullable;

/** Points for deeds, by the standard as it was on their day; each deed once, within the caps of its rule. */
@ApplicationScoped
public class Awards {
    static final int LONGEST_REFERENCE = 80, LONGEST_NOTE = 200;
    private static final Outcome.Posted NOTHING = new Outcome.Posted(0, 0, 0, 0);
    private static final Role[] MAY_REVERSE = {Role.ORGANIZER, Role.ADMIN};
    private final Rules rules;
    private final Members members;
    private final AwardRows awards;
    private final CapUse caps;
    private final Backdating backdating;
    private final Ledger ledger;
    private final BusinessTime time;

    Awards(Rules rules, Members members, AwardRows awards, CapUse caps, Backdating backdating, Ledger ledger,
            BusinessTime time) {
        this.rules = rules;
        this.members = members;
        this.awards = awards;
        this.caps = caps;
        this.backdating = backdating;
        this.ledger = ledger;
        this.time = time;
    }

    /**
     * Awards a deed for a person who says that it was done: their role must stand in the rule and reach the member, and the member
     * is not of their own household. A rule that deducts takes points, what is not there being the shortfall, and asks for a note
     * (422 {@code note_required}). A deed is counted in the caps of the day on which it was done, which is at most
     * {@value Backdating#DAYS} days ago (422 {@code too_long_ago}); of former days, one day records for a member by a rule no more than
     * {@value Backdating#DAYS_AT_ONCE} caps (409 {@code enough_recorded}, and the rest can follow on another day). In the present
     * transaction or one of its own.
     */
    public Awarded award(Person person, Deed deed) {
        backdating.mustBeRecent(deed);
        Rule rule = rules.rule(deed.rule(), backdating.day(deed));
        if (!rule.isFor(person)) {
            throw Problem.forbidden("rule_not_yours");
        }
        Member member = members.member(deed.member());
        person.mustReach(member.path(), rule.roles().toArray(Role[]::new));
        person.mustNotBeHouseholdOf(member);
        if (rule.isDeduction() && deed.note() == null) {
            throw Problem.invalid("note_required", "note");
        }
        return Transactions.joined(() -> {
            int room = backdating.room(rule, deed);
            Awarded awarded = give(rule, member, deed);
            if (Math.abs(awarded.points()) > room) {
                throw Problem.conflict("enough_recorded", Backdating.DAYS_AT_ONCE);
            }
            return awarded;
        });
    }

    /**
     * Awards a deed that another feature watched, in that feature's transaction (or one of its own). The same source again is
     * refused 409 {@code already_awarded}; beyond a cap it answers what was given.
     */
    public Awarded give(Deed deed) {
        return Transactions
                .joined(() -> give(rules.rule(deed.rule(), backdating.day(deed)), members.member(deed.member()), deed));
    }

    /** Takes an award back, once; points that were deducted come back, and of points that were given what the member no longer has is the shortfall that later points settle first. */
    public Reversed reverse(Person person, long id, @Nullable String reason) {
        String why = Text.required(reason, "reason", LONGEST_NOTE);
        Award award = awards.award(id);
        Member member = members.member(award.member());
        person.mustReach(member.path(), MAY_REVERSE);
        person.mustNotBeHouseholdOf(member);
        return Transactions.joined(() -> reverse(award, person, why));
    }

    /** The awards that this person may see, newest first; of one member or rule where that is said. */
    public Page<Award> newest(Person person, @Nullable Long member, @Nullable String rule, @Nullable String cursor, int limit) {
        List<String> reach = Stream.of(Role.ORGANIZER, Role.SECRETARY, Role.ADMIN, Role.AUDITOR).flatMap(person::reach).distinct()
                .sorted(Comparator.comparing(String::length)).toList();
        return Page.of(awards.newest(reach, member, rule, Page.before(cursor), limit + 1), limit,
                award -> Long.toString(award.id()));
    }

    /** An award that this person may see. */
    public Award award(Person person, long id) {
        Award award = awards.award(id);
        person.mustReach(award.path(), Role.ORGANIZER, Role.SECRETARY, Role.ADMIN, Role.AUDITOR);
        return award;
    }

    private Awarded give(Rule rule, Member member, Deed deed) {
        BigDecimal quantity = rule.counted(deed.quantity());
        Instant now = time.now();
        Instant occurredAt = backdating.occurred(deed, now);
        long id = Ids.next();
        String reference = deed.key(id);
        mustBeNew(deed, reference);
        int worth = rule.worth(quantity);
        int counted = caps.take(rule, new CapUse.Doer(member.id(), member.household()), time.day(occurredAt), Math.abs(worth));
        int points = rule.isDeduction() ? -counted : counted;
        int minutes = rule.minutes(quantity);
        Source source = deed.source() == null ? new Source(rule.kind(), id + ":" + deed.member()) : deed.source();
        Outcome.Posted moved = move(source, rule.asset(), deed, points);
        Outcome.Posted hours = move(source, Asset.HOURS, deed, minutes);
        Award award = new Award(id, deed.member(), rule.code(), rule.version(), rule.title(), reference, quantity, points,
                (int) moved.shortfall(), minutes, points != worth, transfer(moved), transfer(hours), time.day(occurredAt),
                occurredAt, now, deed.actor(), deed.note(), member.path(), member.household(), null, null);
        awards.add(award);
        return new Awarded(id, points, award.shortfall(), minutes,
                award.capped() ? Awarded.Outcome.CAPPED : Awarded.Outcome.CREDITED);
    }

    private void mustBeNew(Deed deed, String reference) {
        awards.find(deed.member(), deed.rule(), reference).ifPresent(earlier -> {
            throw Problem.conflict("already_awarded").with("id", Long.toString(earlier.id())).with("at", earlier.recordedAt());
        });
    }

    /** Gives an amount to the member, or takes it where it is below zero. */
    private Outcome.Posted move(Source source, Asset asset, Deed deed, int amount) {
        if (amount == 0) {
            return NOTHING;
        }
        String actor = Owner.member(deed.actor()).reference();
        Owner member = Owner.member(deed.member());
        Command.Move move = amount > 0
                ? new Command.Move(source, actor, asset, Owner.ISSUER, member, amount)
                : new Command.Move(source, actor, asset, member, Owner.ISSUER, -amount, true);
        return posted(ledger.post(move), "already_awarded");
    }

    private static @Nullable Long transfer(Outcome.Posted posted) {
        return posted == NOTHING ? null : posted.transfer();
    }

    private Reversed reverse(Award award, Person person, String reason) {
        caps.giveBack(award);
        Outcome.Posted points = takeBack(award, award.transfer(), person);
        takeBack(award, award.hours(), person);
        awards.reverse(award, time.now(), person.id(), reason, points.moved(), points.shortfall());
        return new Reversed(points.moved(), points.shortfall());
    }

    private Outcome.Posted takeBack(Award award, @Nullable Long transfer, Person person) {
        if (transfer == null) {
            return NOTHING;
        }
        Source source = new Source("reversal", "award:" + award.id() + ":" + award.member());
        String actor = Owner.member(person.id()).reference();
        return posted(ledger.post(new Command.Reversal(source, actor, transfer)), "already_reversed");
    }

    private static Outcome.Posted posted(Outcome outcome, String code) {
        if (outcome instanceof Outcome.Posted posted) {
            return posted;
        }
        throw Problem.conflict(code);
    }
}
