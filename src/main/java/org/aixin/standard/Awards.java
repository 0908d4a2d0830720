package org.aixin.standard;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.aixin.ledger.Command;
import org.aixin.ledger.Ledger;
import org.aixin.ledger.Outcome;
import org.aixin.ledger.Owner;
import org.aixin.ledger.Source;
import org.aixin.notice.Notices;
import org.aixin.notice.RowState;

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
    private final Proposals proposals;
    private final Giving giving;
    private final CapUse caps;
    private final PurseUse purses;
    private final Backdating backdating;
    private final NewcomerDeeds newcomers;
    private final Notices notices;
    private final Ledger ledger;
    private final BusinessTime time;

    Awards(Rules rules, Members members, AwardRows awards, Proposals proposals, Giving giving, CapUse caps, PurseUse purses,
            Backdating backdating, NewcomerDeeds newcomers, Notices notices, Ledger ledger, BusinessTime time) {
        this.rules = rules;
        this.members = members;
        this.awards = awards;
        this.proposals = proposals;
        this.giving = giving;
        this.caps = caps;
        this.purses = purses;
        this.backdating = backdating;
        this.newcomers = newcomers;
        this.notices = notices;
        this.ledger = ledger;
        this.time = time;
    }

    /**
     * Awards a deed for a person who says that it was done: their role must stand in the rule and reach the member, and the member
     * is not of their own household. What a rule deducts, or gives only after a review, is {@code PENDING} until another person has
     * decided (see {@link Proposals}); a deduction asks for a note (422 {@code note_required}), and so does a rule that wants evidence
     * (422 {@code evidence_required}). A deed is counted in the caps of the day on which it was done, which is at most
     * {@value Backdating#DAYS} days ago (422 {@code too_long_ago}); of former days, one day records for a member by a rule no more than
     * {@value Backdating#DAYS_AT_ONCE} caps (409 {@code enough_recorded}, and the rest can follow on another day). A gathering must be one
     * that a purse pays for (422 {@code gathering_unknown}). In the present
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
        mustBeShown(rule, deed);
        purses.mustBeFor(deed.gathering(), member);
        return Transactions.joined(() -> {
            boolean another = rule.needsAnother() || newcomers.waits(deed, backdating.day(deed));
            int room = another ? Integer.MAX_VALUE : backdating.room(rule, deed);
            Awarded awarded = give(rule, member, deed, another);
            if (Math.abs(awarded.points()) > room) {
                throw Problem.conflict("enough_recorded", Backdating.DAYS_AT_ONCE);
            }
            return awarded;
        });
    }

    private static void mustBeShown(Rule rule, Deed deed) {
        if (deed.note() == null && rule.isDeduction()) {
            throw Problem.invalid("note_required", "note");
        }
        if (deed.note() == null && rule.terms().evidence()) {
            throw Problem.invalid("evidence_required", "note");
        }
    }

    /**
     * Awards a deed that another feature watched, in that feature's transaction (or one of its own). The same source again is
     * refused 409 {@code already_awarded}; beyond a cap it answers what was given. What was watched needs no review, but nobody is
     * deducted from unheard, and what {@link NewcomerDeeds} names waits.
     */
    public Awarded give(Deed deed) {
        return Transactions.joined(() -> {
            LocalDate day = backdating.day(deed);
            Rule rule = rules.rule(deed.rule(), day);
            return give(rule, members.member(deed.member()), deed, rule.isDeduction() || newcomers.waits(deed, day));
        });
    }

    /** The same for several at once, all or none: fewer questions to the database for each. */
    public List<Awarded> give(List<Deed> deeds) {
        return Transactions.joined(() -> {
            Map<Long, Member> doers = members.stillHere(deeds.stream().map(Deed::member).toList());
            Map<List<Object>, Rule> known = new HashMap<>();
            List<Due> dues = deeds.stream().map(deed -> {
                LocalDate day = backdating.day(deed);
                Rule rule = known.computeIfAbsent(List.of(deed.rule(), day), any -> rules.rule(deed.rule(), day));
                return due(rule, Optional.ofNullable(doers.get(deed.member())).orElseThrow(Problem::notFound), deed);
            }).toList();
            return known.values().stream().anyMatch(Rule::isDeduction)
                    ? deeds.stream().map(this::give).toList()
                    : giving.give(dues).stream().map(Awarded::of).toList();
        });
    }

    private Awarded give(Rule rule, Member member, Deed deed, boolean another) {
        Due due = due(rule, member, deed);
        mustBeNew(deed, due.reference());
        if (!another) {
            return Awarded.of(giving.give(due));
        }
        purses.know(due.gathering());
        return proposals.propose(due);
    }

    private Due due(Rule rule, Member member, Deed deed) {
        long id = Ids.next();
        Source source = deed.source() == null ? rule.source(id, member) : deed.source();
        return new Due(id, rule, member, deed.key(id), rule.counted(deed.quantity()), backdating.occurred(deed, time.now()),
                deed.note(), deed.actor(), deed.actor(), source, deed.gathering());
    }

    private void mustBeNew(Deed deed, String reference) {
        awards.find(deed.member(), deed.rule(), reference).ifPresent(earlier -> {
            throw Problem.conflict("already_awarded").with("id", Long.toString(earlier.id())).with("at", earlier.recordedAt());
        });
        proposals.mustBeNew(deed.member(), deed.rule(), reference);
    }

    /**
     * Takes an award back, once; points that were deducted come back, and of points that were given what the member no longer has is
     * the shortfall that later points settle first. Refused 409 {@code award_pending} where nobody has decided yet,
     * {@code award_on_notice} while its notice hangs, {@code already_reversed}.
     */
    public Reversed reverse(Person person, long id, @Nullable String reason) {
        String why = Text.required(reason, "reason", LONGEST_NOTE);
        proposals.mustBeDecided(id);
        Award award = awards.award(id);
        Member member = members.member(award.member());
        person.mustReach(member.path(), MAY_REVERSE);
        person.mustNotBeHouseholdOf(member);
        if (status(award) == AwardStatus.NOTICED) {
            throw Problem.conflict("award_on_notice");
        }
        return Transactions.joined(() -> reverse(award, person, why));
    }

    /** As {@link #reverse(Person, long, String)} where the caller has seen to who may; in the present transaction. */
    Reversed takeBack(Person person, long id, String reason) {
        return reverse(awards.award(id), person, reason);
    }

    private Reversed reverse(Award award, Person person, String reason) {
        purses.giveBack(award);
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
        long moved = award.row() == null ? transfer : ledger.posted(transfer).orElse(transfer);
        Source source = new Source("reversal", "award:" + award.id() + ":" + award.member());
        String actor = Owner.member(person.id()).reference();
        if (ledger.post(new Command.Reversal(source, actor, moved)) instanceof Outcome.Posted posted) {
            return posted;
        }
        throw Problem.conflict("already_reversed");
    }

    /** The awards that this person may see, newest first; of one member or rule where that is said. */
    public Page<Award> newest(Person person, @Nullable Long member, @Nullable String rule, @Nullable String cursor, int limit) {
        List<String> reach = Stream.of(Role.ORGANIZER, Role.SECRETARY, Role.ADMIN, Role.AUDITOR).flatMap(person::reach).distinct()
                .sorted(Comparator.comparing(String::length)).toList();
        return Page.of(awards.newest(reach, member, rule, Page.before(cursor), limit + 1), limit,
                award -> Long.toString(award.id()));
    }

    /** Whether the purse of its gathering cut what a deed that another feature watched was given. */
    public boolean isOverPurse(Deed watched) {
        return awards.find(watched.member(), watched.rule(), watched.key(0)).filter(Award::isOverPurse).isPresent();
    }

    /** An award that this person may see. */
    public Award award(Person person, long id) {
        Award award = awards.award(id);
        person.mustReach(award.path(), Role.ORGANIZER, Role.SECRETARY, Role.ADMIN, Role.AUDITOR);
        return award;
    }

    /** Where awards stand, by id. */
    public Map<Long, AwardStatus> states(List<Award> of) {
        Map<Long, RowState> rows = notices
                .states(of.stream().map(Award::row).filter(Objects::nonNull).map(Objects::requireNonNull).toList());
        return of.stream().collect(Collectors.toMap(Award::id,
                award -> AwardStatus.of(award, award.row() == null ? null : rows.get(award.row()))));
    }

    private AwardStatus status(Award award) {
        return Objects.requireNonNull(states(List.of(award)).get(award.id()));
    }
}
